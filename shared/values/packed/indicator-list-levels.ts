/**
 * The level names at the beginning of a piece of text: `产出指标：` `11-数量指标：` `产出指标-数量指标 `. A name counts when
 * it is a word of the form's vocabulary (alone or with its own code) and a colon, a dash, a space or nothing follows.
 */
import { levelKey } from './indicator-list-entries.ts'
import type { LevelCodes } from './indicator-list-entries.ts'
import { levelCode } from './indicator-list-marks.ts'

export interface Levels {
  category: string
  subcategory: string
}

export const noLevels: Levels = { category: '', subcategory: '' }

export interface TakenLevels {
  levels: Levels
  /** The levels in force before are part of these: a heading 产出指标 above 数量指标. */
  goesOn: boolean
  /** What stands behind them. */
  rest: string
}

type LevelReader = (piece: string, current: Levels) => TakenLevels | null

const behindName = /^(?:\s*[:：]\s*|\s*[－—–/／-]+\s*(?=\p{Script=Han})|\s+|$)/u

/** Names are kept as typed; the category of a subcategory that only one has is the vocabulary's. */
export function createLevelReader(levels: readonly LevelCodes[]): LevelReader {
  const categories = namesOf(levels)
  const subcategories = namesOf(levels.flatMap((level) => level.subcategories))
  const ownersOf = (subcategory: string) =>
    levels.filter((level) => level.subcategories.some((one) => levelKey(one.name) === levelKey(subcategory)))

  return (piece, current) => {
    const first = takeName(piece, categories)
    const second = takeName(first ? first.rest : piece, subcategories)
    if (!first && !second) return null
    const rest = (second ?? first)?.rest ?? ''
    const subcategory = second?.name ?? ''
    if (first) return { levels: { category: first.name, subcategory }, goesOn: false, rest }
    const owners = ownersOf(subcategory)
    const isBelow = owners.some((owner) => levelKey(owner.name) === levelKey(current.category))
    const only = owners.length === 1 ? owners[0]?.name : undefined
    const category = isBelow ? current.category : (only ?? '')
    return { levels: { category, subcategory }, goesOn: isBelow && current.subcategory === '', rest }
  }
}

interface KnownName {
  name: string
  code: string
}

/** The vocabulary's names, and with 指标 where the form leaves it out; longest first. */
function namesOf(levels: readonly KnownName[]): KnownName[] {
  return levels
    .flatMap(({ name, code }) =>
      (name.endsWith('指标') ? [name] : [name, `${name}指标`]).map((one) => ({ name: one, code })),
    )
    .toSorted((one, other) => other.name.length - one.name.length)
}

/** A code that is not the vocabulary's stays: nothing would hold it. */
function takeName(piece: string, names: readonly KnownName[]): { name: string; rest: string } | null {
  const code = levelCode.exec(piece)
  const text = piece.slice(code?.[0].length ?? 0)
  for (const known of names) {
    const { name } = known
    if (code && code[1] !== known.code) continue
    const behind = text.startsWith(name) ? behindName.exec(text.slice(name.length)) : null
    if (behind) return { name, rest: text.slice(name.length + behind[0].length) }
  }
  return null
}
