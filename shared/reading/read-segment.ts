/** One segment of a grid read by its labels: header fields, goals, indicators, notes; or the projects of a list form. */
import type { Problem } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { recognizeKind, recognizeTemplate } from './recognize.ts'
import type { Segment } from './lines/find-tables.ts'
import { finish } from './finish-record.ts'
import { createFormFields } from './header/form-fields.ts'
import { toRecord } from './to-record.ts'
import type { FormFields } from './header/form-fields.ts'
import { readHeaderLines } from './header/header-lines.ts'
import { findIndicatorHeading, isHeadingLine } from './indicators/indicator-heading.ts'
import type { IndicatorHeading } from './indicators/indicator-heading.ts'
import { splitInlineLabels } from './header/inline-labels.ts'
import { bareFieldOf, ownLabels } from './words/labels.ts'
import { findListHeading, isListHeadingLine } from './list/list-heading.ts'
import { note } from '../layout/own-form/notes.ts'
import { readBlocks } from './indicators/read-blocks.ts'
import { readList } from './list/read-list.ts'
import { findRow, range, usedColumns } from './lines/row-range.ts'
import type { SegmentTable } from '../layout/own-form/segment-table.ts'
import { isEndLine, isTitleLine } from './lines/table-lines.ts'
import { wordsOf } from './words/table-words.ts'
import { readTermYears } from './header/term-years.ts'
import { readTitleLines } from './lines/title-lines.ts'
import type { TitleLines } from './lines/title-lines.ts'
import type { View } from './lines/view.ts'

export function readSegment(view: View, segment: Segment, templates: readonly Template[]): SegmentTable[] {
  const headingRow = findRow(
    view,
    segment.first,
    segment.end,
    (row) => isListHeadingLine(view.lines[row] ?? []) || isHeadingLine(view.lines[row] ?? []),
  )
  const list = headingRow < 0 ? null : findListHeading(view, headingRow)
  const heading = headingRow < 0 || list ? null : findIndicatorHeading(view, headingRow)
  const headerEnd = list?.top ?? heading?.top ?? headerOnlyEnd(view, segment)
  const first = segment.titleRow >= 0 ? segment.first : firstHeaderRow(view, segment.first, headerEnd)
  const firstLabel = findRow(view, first, headerEnd, (row) => hasLabel(view, row))
  const titles = readTitleLines(view, segment.titleRow, first, firstLabel < 0 ? headerEnd : firstLabel)
  const headerRows = range(firstLabel < 0 ? headerEnd : firstLabel, headerEnd)
  const words = wordsOf(view, titles, range(first, headerEnd), list, heading)
  const template = recognizeTemplate(words, templates)
  const table = { template: template?.id ?? null, kind: template?.kind ?? recognizeKind(words) }
  const fields = () => readFields(view, headerRows, titles, template)
  if (list) return readList(view, { first, end: segment.end, list, titles, template }, table, fields)
  const known = fields()
  if (!heading && !isFormWithoutIndicators(titles, known)) return []
  if (heading && isWordList(heading, known)) return []
  const read = heading ? readBlocks(view, heading, segment.end, known, template) : null
  const record = finish(toRecord(known), titles, template)
  if (read) record.indicators = read.indicators
  const last = Math.max(read?.last ?? headerEnd - 1, first)
  const problems = [...tagNotes(view, headerRows, record), ...(read?.problems ?? [])]
  return [{ ...table, record, problems, first, last, columns: usedColumns(view, first, last) }]
}

function hasLabel(view: View, row: number): boolean {
  const line = view.lines[row] ?? []
  return line.some((cell, index) => {
    if (/^\(?(?:金额)?单位:(?:万元|元)\)?$/u.test(cell.label)) return false
    return cell.field !== undefined || bareFieldOf(line, index) !== undefined || splitInlineLabels(cell.text).length > 0
  })
}

/** Without a title a table begins a few lines above its first label at most; prose before it is not part of it. */
function firstHeaderRow(view: View, first: number, headerEnd: number): number {
  let start = headerEnd
  for (let row = headerEnd - 1; row >= first; row--) {
    const line = view.lines[row] ?? []
    const [cell] = line
    if (!cell) continue
    if (line.length === 1 && cell.text.length > 60 && splitInlineLabels(cell.text).length === 0 && cell.column === 0)
      break
    start = row
  }
  return start
}

/** Where a form whose indicators are missing ends: at prose in a row of its own. */
function headerOnlyEnd(view: View, segment: Segment): number {
  const from = segment.titleRow >= 0 ? segment.titleRow + 1 : segment.first
  let hasLabelAbove = false
  const end = findRow(view, from, segment.end, (row) => {
    const line = view.lines[row] ?? []
    if (hasLabelAbove && !isTitleLine(line) && isEndLine(line, view.columns, view.columns)) return true
    hasLabelAbove ||= hasLabel(view, row)
    return false
  })
  return end < 0 ? segment.end : end
}

function isFormWithoutIndicators(titles: TitleLines, fields: FormFields): boolean {
  const hasGoal = [...fields.seen].some((id) => id.startsWith('goal.'))
  const hasSubject = fields.seen.has('project.name') || fields.seen.has('unit.name')
  return hasGoal && hasSubject && titles.title !== '' && /绩效/u.test(titles.title)
}

/** A list of the levels' words (choices of a workbook) is no form: neither names nor values, and nothing above it. */
function isWordList({ columns }: IndicatorHeading, fields: FormFields): boolean {
  const fills = new Set<string>(['name', 'target', 'termTarget'])
  return fields.seen.size === 0 && !columns.some((column) => fills.has(column.field))
}

function readFields(view: View, rows: readonly number[], titles: TitleLines, template: Template | null): FormFields {
  const fields = createFormFields()
  fields.currency = titles.currency
  readHeaderLines({ view, fields, own: template ? ownLabels(template) : new Map(), isFooter: false }, rows)
  readTermYears(view, rows, fields, template)
  if (titles.unit && !fields.texts.has('unit.name')) {
    fields.texts.set('unit.name', { key: '', text: titles.unit.name })
    fields.texts.set('unit.code', { key: '', text: titles.unit.code })
  }
  return fields
}

function tagNotes(view: View, rows: readonly number[], record: ProjectRecord): Problem[] {
  const tagged = new Set(
    rows.flatMap((row) => (view.lines[row] ?? []).filter((cell) => cell.hadTags).map((cell) => cell.text)),
  )
  if (tagged.size === 0) return []
  const paths = {
    'goal.annual': record.goal.annual,
    'goal.term': record.goal.term,
    purpose: record.purpose,
    'project.name': record.project.name,
  }
  return Object.entries(paths).flatMap(([path, text]) =>
    tagged.has(text) ? [note('D6', 'hint', path, '来源中有网页标签（如 <p>），已去掉，段落保留为换行。')] : [],
  )
}
