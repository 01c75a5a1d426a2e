/**
 * Many cells written at once, as one change: what typing, filling, replacing, pasting and clearing end in. A text that
 * stands there already changes nothing. What is written in one half of a form with parallel halves stays in that half; the
 * halves of a row are put together last, for parting an indicator moves the rows below it.
 */
import type { Template } from '../templates/template.ts'
import { readBinding } from './binding.ts'
import { setCell } from './edit.ts'
import type { Records } from './edit.ts'
import { printedInHalf } from '../model/halves.ts'
import type { Binding } from './layout.ts'
import { arrivedAmount } from './own-unit.ts'
import { writeInHalves } from './write-halves.ts'
import type { RowTexts } from './write-halves.ts'

export interface CellText {
  binding: Binding
  text: string
}

export function setCells(template: Template, records: Records, texts: readonly CellText[]): Records {
  const halves = new Map<number, Map<number, RowTexts>>()
  const written = texts.reduce<Records>((current, { binding, text: given }) => {
    const text = arrived(current, binding, given)
    if (keepForHalf(halves, current, binding, text) || holds(template, current, binding, text)) return current
    return setCell(template, current, binding, text)
  }, records)
  return [...halves].reduce(withHalves, written)
}

function withHalves(records: Records, [index, rows]: [number, ReadonlyMap<number, RowTexts>]): Records {
  const record = records[index]
  const indicators = record && writeInHalves(record.indicators, rows)
  if (!record || !indicators || indicators === record.indicators) return records
  return records.with(index, { ...record, indicators: [...indicators] })
}

/** An amount may come with the unit of the project it is from. */
function arrived(records: Records, { kind, record }: Binding, text: string): string {
  const own = kind === 'money' && typeof record === 'number' ? records[record] : undefined
  return own ? arrivedAmount(text, own.funding.unit) : text
}

/** A text of one half waits; false where the cell belongs to no half. */
function keepForHalf(
  halves: Map<number, Map<number, RowTexts>>,
  records: Records,
  { record: index, half, path, alsoPaths }: Binding,
  text: string,
): boolean {
  if (half === undefined || index === 'all' || !records[index]) return false
  const rows = halves.get(index) ?? new Map<number, RowTexts>()
  for (const place of [path, ...alsoPaths].map(printedInHalf)) {
    if (!place) return false
    const own = rows.get(place.row) ?? {}
    rows.set(place.row, { ...own, [half]: { ...own[half], [place.field]: text } })
  }
  halves.set(index, rows)
  return true
}

function holds(template: Template, records: Records, binding: Binding, text: string): boolean {
  const affected = binding.record === 'all' ? records : records.slice(binding.record, binding.record + 1)
  if (affected.length === 0) return text === ''
  return affected.every((record) =>
    [binding.path, ...binding.alsoPaths].every(
      (path) => readBinding(record, { path, kind: binding.kind }, template.vocabulary.levels) === text,
    ),
  )
}
