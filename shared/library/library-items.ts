/**
 * What the library offers on a form: the indicators learned from the workspace's tables and the common ones, each once, in
 * the form's order of second levels; under each the unit's own (most used first), the common ones, those of other units.
 */
import type { ProjectRecord } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { normalizeForMatch } from '../values/text/normalize.ts'
import { exampleValue } from './common-indicator.ts'
import type { CommonIndicator } from './common-indicator.ts'
import { levelOnForm } from './level-on-form.ts'
import type { LevelOnForm } from './level-on-form.ts'
import type { LibraryTexts } from './to-indicator.ts'

export type LearnedTexts = LibraryTexts & { uses: number; ownUses: number }

export interface LibraryItem {
  /** Second level on the form and name, made comparable. */
  key: string
  /** 二级指标 as the form prints it. */
  subcategory: string
  texts: LibraryTexts
  /** What a value looks like where none is usual; '' where nothing is known. */
  example: string
  /** Words it is found by beside its name. */
  keywords: string
  /** How often the unit, and all units, used it; 0 for a common one that nobody used. */
  ownUses: number
  uses: number
}

type Details = Omit<LibraryItem, 'key' | 'subcategory' | 'texts'>

export const commonTexts = ({ subcategory, name, description, target }: CommonIndicator): LibraryTexts => ({
  subcategory,
  name,
  description,
  termTarget: target,
  target,
  basis: '',
  scoring: '',
  evidence: '',
})

const keyOf = (subcategory: string, name: string): string => normalizeForMatch(`${subcategory}:${name}`)

/** Keys of the items that stand in a record already. */
export function heldKeys(template: Template, { indicators }: ProjectRecord): Set<string> {
  return new Set(
    indicators.map(({ subcategory, name }) =>
      keyOf(levelOnForm(template, subcategory)?.subcategory ?? subcategory, name),
    ),
  )
}

/** `learned`: the unit's own first, most used first. A second level the form does not have is left out. */
export function libraryItems(
  template: Template,
  learned: readonly LearnedTexts[],
  common: readonly CommonIndicator[],
): LibraryItem[] {
  const levels = new Map<string, LevelOnForm | null>()
  const items = new Map<string, LibraryItem>()
  const add = (texts: LibraryTexts, more: Details) => {
    const word = texts.subcategory
    if (!levels.has(word)) levels.set(word, levelOnForm(template, word))
    const level = levels.get(word)
    if (!level) return
    const key = keyOf(level.subcategory, texts.name)
    const known = items.get(key)
    items.set(key, known ? joined(known, texts, more) : { key, subcategory: level.subcategory, texts, ...more })
  }
  for (const { uses, ownUses, ...texts } of learned) add(texts, { example: '', keywords: '', uses, ownUses })
  for (const one of common) {
    add(commonTexts(one), { example: exampleValue(one), keywords: one.keywords, uses: 0, ownUses: 0 })
  }
  const order = template.vocabulary.levels.flatMap(({ subcategories }) => subcategories.map(({ name }) => name))
  const rank = ({ subcategory }: LibraryItem) => order.indexOf(subcategory)
  return [...items.values()].toSorted((one, other) => rank(one) - rank(other) || compareItems(one, other))
}

/**
 * Known already, by another form's word for the level, or now as a common one: that says what the unit did not write, and
 * goes before the numbers of other units.
 */
function joined(known: LibraryItem, texts: LibraryTexts, more: Details): LibraryItem {
  const uses = known.uses + more.uses
  const ownUses = known.ownUses + more.ownUses
  if (!isCommon(more)) return { ...known, uses, ownUses }
  const explained = { ...known.texts, description: known.texts.description || texts.description }
  return { ...known, ...more, texts: ownUses > 0 ? explained : texts, uses, ownUses }
}

const isCommon = ({ keywords }: Pick<LibraryItem, 'keywords'>): boolean => keywords !== ''

const compareItems = (one: LibraryItem, other: LibraryItem): number =>
  other.ownUses - one.ownUses || Number(isCommon(other)) - Number(isCommon(one)) || other.uses - one.uses
