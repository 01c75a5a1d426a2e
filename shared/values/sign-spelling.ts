/**
 * Signs as keyboards and input methods write them and as the form prints them: `>=`, `<=` (also full-width) for one sign,
 * 。 between digits for the point (12。5%). Only offered: the typed text stays until the person accepts.
 */
import { normalizeForMatch } from './text/normalize.ts'

const signs: Record<string, string> = {
  '>=': '≥',
  '=>': '≥',
  '≧': '≥',
  '⩾': '≥',
  '<=': '≤',
  '=<': '≤',
  '≦': '≤',
  '⩽': '≤',
}
const typedSign = /[>＞]\s?[=＝]|[=＝]\s?[>＞]|[<＜]\s?[=＝]|[=＝]\s?[<＜]|[≧⩾≦⩽]/gu

const typedPoint = /(?<=[\d０-９])[。｡](?=[\d０-９])/gu

/** The text with ≥ and ≤ for every such sign, and decimal points; null where there is none. Everything else stays as typed. */
export function spellSigns(text: string): string | null {
  const spelled = text.replace(typedSign, (sign) => signs[normalizeForMatch(sign)] ?? sign).replace(typedPoint, '.')
  return spelled === text ? null : spelled
}
