/** Cells of a Layout from the words of a template: labels, bound fields, and what they are called for a person. */
import { rowOfPath } from '../model/field-path.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { FieldBinding, FieldContent, Template, TemplateRow } from '../templates/template.ts'
import { kinds } from '../values/kinds.ts'
import { numericCell } from '../values/number-format.ts'
import { printedText, readBinding } from './binding.ts'
import type { Half } from '../model/halves.ts'
import type { DraftCell } from './draft.ts'
import type { LayoutCell } from './layout.ts'
import { trimMarksEnd } from '../values/text/trim-marks.ts'

/** What a cell is built from: the form, its records, and the record a field belongs to. */
export interface Scope {
  template: Template
  records: readonly ProjectRecord[]
  record: number | 'all'
}

export function labelCell(text: string, style: string, colSpan = 1, rowSpan = 1): DraftCell {
  return { role: 'label', style, text, name: '', colSpan, rowSpan }
}

/** A cell bound to a field; `alsoPaths` for a merged cell that shows the same field of several indicators. */
export function fieldCell(
  scope: Scope,
  content: FieldContent,
  style: string,
  name: string,
  spans: {
    colSpan?: number
    rowSpan?: number
    alsoPaths?: string[]
    half?: Half | undefined
    isBlankHalf?: boolean
  } = {},
): DraftCell {
  const record = scope.records[scope.record === 'all' ? 0 : scope.record]
  const raw = record ? readBinding(record, { ...content, half: spans.half }, scope.template.vocabulary.levels) : ''
  const text = printedText(content, raw)
  const list = listName(scope, content, record)
  const number = kinds[content.kind].numeric && text === raw ? numericCell(raw) : null
  return {
    role: content.repeated ? 'computed' : 'input',
    style,
    text,
    name,
    colSpan: spans.colSpan ?? 1,
    rowSpan: spans.rowSpan ?? 1,
    binding: {
      record: scope.record,
      path: content.path,
      kind: content.kind,
      before: content.before ?? '',
      after: content.after ?? '',
      whenEmpty: printedText(content, ''),
      alsoPaths: spans.alsoPaths ?? [],
      ...(spans.half === undefined ? {} : { half: spans.half }),
      ...(spans.isBlankHalf && { isBlankHalf: true as const }),
      ...(content.alsoBlank && { alsoBlank: content.alsoBlank }),
    },
    ...(list === null ? {} : { list }),
    ...(number === null ? {} : { number }),
  }
}

/** The cells of one row of the template; `names` tells a column's heading where the row has no label of its own. */
export function buildFixedRow(scope: Scope, row: TemplateRow, names: (column: number) => string): DraftCell[] {
  let label = ''
  let column = 0
  return row.cells.map((cell) => {
    const spans = { colSpan: cell.columns ?? 1, rowSpan: cell.rows ?? 1 }
    const at = column
    column += spans.colSpan
    if ('label' in cell.content) {
      label = plainName(cell.content.label)
      return labelCell(cell.content.label, cell.style, spans.colSpan, spans.rowSpan)
    }
    return fieldCell(scope, cell.content, cell.style, cell.content.name ?? (label === '' ? names(at) : label), spans)
  })
}

/** Column → text of the heading over it. */
export function columnNames(headerCells: readonly LayoutCell[]): (column: number) => string {
  return (column) => {
    const over = headerCells.filter((cell) => cell.column <= column && column < cell.column + cell.colSpan)
    return plainName(over.at(-1)?.text ?? '')
  }
}

/** A label as a name: without white space and final colon. */
export function plainName(label: string): string {
  return trimMarksEnd(label.replaceAll(/\s/g, ''), ':：')
}

/** The list of choices of a cell; second levels follow the first level of their own indicator. */
function listName(scope: Scope, content: FieldBinding, record: ProjectRecord | undefined): string | null {
  const { vocabulary } = scope.template
  const { choices, level } = kinds[content.kind]
  if (choices === null || vocabulary[choices].length === 0) return null
  if (!level || content.kind === 'category') return content.kind
  const category = record?.indicators[rowOfPath(content.path) ?? -1]?.category
  return vocabulary.levels.some(({ name }) => name === category) ? `subcategory/${category}` : 'subcategory'
}
