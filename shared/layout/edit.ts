/**
 * Edits of a table's records, pure: each answers new records and shares everything untouched with the old ones, so that
 * undo is keeping the old list. The editor turns every gesture into these.
 */
import { emptyIndicator, emptyRecord } from '../model/project.ts'
import type { Indicator, ProjectRecord } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { writeBinding } from './binding.ts'
import type { Binding } from './layout.ts'

export type Records = readonly ProjectRecord[]

/**
 * The records with one cell's text written: to every record for a shared field, to every indicator a merged cell shows.
 * A record that does not exist yet (blank row of a list form) is added.
 */
export function setCell(template: Template, records: Records, binding: Binding, text: string): ProjectRecord[] {
  const { levels } = template.vocabulary
  const write = (record: ProjectRecord) =>
    [binding.path, ...binding.alsoPaths].reduce(
      (written, path) => writeBinding(written, { path, kind: binding.kind }, text, levels),
      record,
    )
  if (binding.record === 'all') return records.map(write)
  const index = binding.record
  const all = [...records]
  const missing = text === '' ? 0 : index + 1 - all.length
  for (let added = 0; added < missing; added++) all.push(newRecordLike(template, records))
  const record = all[index]
  if (record) all[index] = write(record)
  return all
}

/** A blank record of this form that belongs to the same unit and year as the table it joins. */
export function newRecordLike(template: Template, records: Records): ProjectRecord {
  const blank = emptyRecord()
  const [first] = records
  blank.funding.unit = first?.funding.unit ?? template.defaults.currencyUnit
  if (first) {
    blank.year = first.year
    blank.unit = { ...first.unit }
  }
  return blank
}

/** `count` blank indicators before position `at`, in the levels of the row they are inserted beside (the one above, else below). */
export function insertIndicators(record: ProjectRecord, at: number, count: number): ProjectRecord {
  const beside = record.indicators[at - 1] ?? record.indicators[at]
  const blank = (): Indicator => ({
    ...emptyIndicator(),
    category: beside?.category ?? '',
    subcategory: beside?.subcategory ?? '',
  })
  return withIndicators(record, record.indicators.toSpliced(at, 0, ...Array.from({ length: count }, blank)))
}

export function removeIndicators(record: ProjectRecord, at: number, count: number): ProjectRecord {
  return withIndicators(record, record.indicators.toSpliced(at, count))
}

/** A copy of each of the `count` indicators from `at`, placed directly behind them. */
export function duplicateIndicators(record: ProjectRecord, at: number, count: number): ProjectRecord {
  const copies = record.indicators
    .slice(at, at + count)
    .map((indicator) => ({ ...indicator, extra: { ...indicator.extra } }))
  return withIndicators(record, record.indicators.toSpliced(at + count, 0, ...copies))
}

/** The `count` indicators from `at` moved so that the first stands at position `to` of the list without them. */
export function moveIndicators(record: ProjectRecord, at: number, count: number, to: number): ProjectRecord {
  const moved = record.indicators.slice(at, at + count)
  const rest = record.indicators.toSpliced(at, count)
  return withIndicators(record, rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, ...moved))
}

/** Indicators in the form's order of levels; unknown levels last, rows of equal level keep their order. */
export function sortIndicators(template: Template, record: ProjectRecord): ProjectRecord {
  return withIndicators(
    record,
    record.indicators.toSorted((one, other) => compareLevels(template, one, other)),
  )
}

/** The indicator before position `at`; `replaced`: how many rows give way to it. */
export function placeIndicator(record: ProjectRecord, at: number, indicator: Indicator, replaced = 0): ProjectRecord {
  return withIndicators(record, record.indicators.toSpliced(at, replaced, indicator))
}

/** Where an indicator belongs by its levels: behind the last of the same, else behind the last that comes before it on the form. */
export function placeByLevel(template: Template, { indicators }: ProjectRecord, own: Indicator): number {
  const same = indicators.findLastIndex(
    ({ category, subcategory }) => category === own.category && subcategory === own.subcategory,
  )
  if (same >= 0) return same + 1
  return indicators.findLastIndex((one) => compareLevels(template, one, own) <= 0) + 1
}

function compareLevels({ vocabulary: { levels } }: Template, one: Indicator, other: Indicator): number {
  const key = (indicator: Indicator): [number, number] => {
    const first = rank(levels, indicator.category)
    return [first, rank(levels[first]?.subcategories ?? [], indicator.subcategory)]
  }
  const [one1, one2] = key(one)
  const [other1, other2] = key(other)
  return one1 - other1 || one2 - other2
}

/** Position of a level among its siblings; behind them all when unknown. */
function rank(names: readonly { name: string }[], name: string): number {
  const index = names.findIndex((level) => level.name === name)
  return index < 0 ? names.length : index
}

function withIndicators(record: ProjectRecord, indicators: Indicator[]): ProjectRecord {
  return { ...record, indicators }
}
