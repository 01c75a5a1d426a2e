/**
 * A binding read and written: the one place that knows how a cell's text comes from a record and goes back. Composite
 * kinds bind more than one field: `unit-line` (code and name glued) and `indicator-list` (all indicators in one cell).
 */
import { isUnfilledTerm } from '../values/term-years.ts'
import { readField, rowOfPath, writeField } from '../model/field-path.ts'
import { emptyIndicator } from '../model/project.ts'
import type { Indicator, ProjectRecord } from '../model/project.ts'
import type { FieldBinding, FieldContent, Level } from '../templates/template.ts'
import { readIndicatorCell } from '../values/packed/indicator-list-cell.ts'
import { formatIndicatorList } from '../values/packed/indicator-list.ts'
import { halvesOf } from '../model/halves.ts'
import type { Half } from '../model/halves.ts'
import type { Binding } from './layout.ts'
import { keepUnprinted } from './keep-unprinted.ts'
import { joinUnitLine, splitUnitLine } from '../values/unit-line.ts'

/** A field, of a form with parallel halves as one of them shows it. */
export interface ReadableBinding extends FieldBinding {
  half?: Half | undefined
}

/**
 * The field's text, without the form's print around it. A path into an indicator that does not exist yet, or does not stand in
 * the half, reads ''.
 */
export function readBinding(record: ProjectRecord, binding: ReadableBinding, levels: readonly Level[]): string {
  if (binding.kind === 'unit-line') return joinUnitLine(record.unit)
  if (binding.kind === 'indicator-list') return formatIndicatorList(record.indicators, levels)
  const index = rowOfPath(binding.path)
  if (index !== null && !isShown(record.indicators[index], binding.half)) return ''
  return readField(record, binding.path)
}

const isShown = (one: Indicator | undefined, half: Half | undefined): boolean =>
  one !== undefined && (half === undefined || halvesOf(one)[half])

/** A copy of the record with the cell's text written back; indicators are added up to the one the path names. */
export function writeBinding(
  record: ProjectRecord,
  binding: FieldBinding,
  text: string,
  levels: readonly Level[],
): ProjectRecord {
  if (binding.kind === 'unit-line') return { ...record, unit: splitUnitLine(text) }
  if (binding.kind === 'indicator-list') {
    const { indicators } = readIndicatorCell(text, levels)
    return { ...record, indicators: keepUnprinted(record.indicators, indicators) }
  }
  const index = rowOfPath(binding.path)
  if (index === null || index < record.indicators.length) return writeField(record, binding.path, text)
  if (text === '') return record
  const missing = Array.from({ length: index + 1 - record.indicators.length }, () => emptyIndicator())
  return writeField({ ...record, indicators: [...record.indicators, ...missing] }, binding.path, text)
}

/** The fields whose texts a cell shows. */
export const shownPaths = ({ path, alsoPaths, isBlankHalf }: Binding): string[] =>
  isBlankHalf ? [] : [path, ...alsoPaths]

/** What is printed for a field's text. */
export function printedText(content: Pick<FieldContent, 'before' | 'after' | 'whenEmpty'>, text: string): string {
  if (text === '' && content.whenEmpty !== undefined) return content.whenEmpty
  return `${content.before ?? ''}${text}${content.after ?? ''}`
}

/** The field's text back from what is printed; null when the print around it is not there. */
export function unprintedText(
  content: Pick<FieldContent, 'before' | 'after' | 'whenEmpty' | 'alsoBlank'>,
  printed: string,
): string | null {
  if (content.whenEmpty !== undefined && printed === content.whenEmpty) return ''
  const before = content.before ?? ''
  const after = content.after ?? ''
  if (printed.length < before.length + after.length || !printed.startsWith(before) || !printed.endsWith(after))
    return null
  const text = printed.slice(before.length, printed.length - after.length)
  return content.alsoBlank === 'term-years' && isUnfilledTerm(text) ? '' : text
}
