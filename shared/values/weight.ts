/** Weights (指标分值权重): points of a hundred as typed, `14`, `22.5`, `10分`, `20%`. Exact plain decimals, at most two decimals by the rules. */
import { Big } from 'big.js'
import { decimalsOf, parseDecimal } from './decimal.ts'
import { toHalfWidth } from './text/normalize.ts'

export interface Weight {
  /** The text as typed. */
  raw: string
  /** Plain decimal: '22.5'. */
  value: string
  decimals: number
}

/** null when the text is no weight ('' included). */
export function parseWeight(text: string): Weight | null {
  const value = parseDecimal(
    toHalfWidth(text)
      .trim()
      .replace(/[分%]$/u, ''),
  )
  return value === null ? null : { raw: text, value, decimals: decimalsOf(value) }
}

/** The typed text; the inverse of parseWeight. */
export function formatWeight(weight: Weight): string {
  return weight.raw
}

/** The exact sum without superfluous zeros: '36.5'; '' when no text is a weight. Blanks and other texts are ignored. */
export function sumWeights(texts: readonly string[]): string {
  const weights = texts.map(parseWeight).filter((weight) => weight !== null)
  if (weights.length === 0) return ''
  return weights.reduce((total, weight) => total.plus(weight.value), Big(0)).toFixed()
}
