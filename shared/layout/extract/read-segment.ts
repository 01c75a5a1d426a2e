/** One segment of a grid read by its labels: header fields, goals, indicators, notes; or the projects of a list form. */
import type { Problem } from '../../model/problem.ts'
import type { Indicator, ProjectRecord } from '../../model/project.ts'
import type { TableKind } from '../../model/table-kind.ts'
import type { Template } from '../../templates/template.ts'
import { recognizeKind, recognizeTemplate } from '../recognize.ts'
import type { TableWords } from '../recognize.ts'
import type { Segment } from './find-tables.ts'
import { addExtra, createFormFields, toRecord } from './form-fields.ts'
import type { FormFields } from './form-fields.ts'
import { readHeaderLines } from './header-lines.ts'
import { findIndicatorHeading, isHeadingLine } from './indicator-heading.ts'
import type { IndicatorHeading } from './indicator-heading.ts'
import { splitInlineLabels } from './inline-labels.ts'
import { fieldOf, ownLabels } from './labels.ts'
import { findListHeading, isListHeadingLine } from './list-heading.ts'
import type { ListHeading } from './list-heading.ts'
import { note, repairNote } from './notes.ts'
import { readProjectRows } from './project-rows.ts'
import { readIndicators } from './read-indicators.ts'
import { isSameIndicator, merged } from './row-indicators.ts'
import { isEndLine, isTitleLine } from './table-lines.ts'
import { readTitleLines, yearOf } from './title-lines.ts'
import type { TitleLines } from './title-lines.ts'
import { normalizeLabel } from '../../values/normalize.ts'
import type { View } from './view.ts'

export interface SegmentTable {
  template: string | null
  kind: TableKind
  record: ProjectRecord
  problems: Problem[]
  /** Rows of the grid, both ends included, and how many columns are used. */
  first: number
  last: number
  columns: number
}

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
  const read = heading ? readBlocks(view, heading, segment.end, known, template) : null
  const record = finish(toRecord(known), titles, template)
  if (read) record.indicators = read.indicators
  const last = Math.max(read?.last ?? headerEnd - 1, first)
  const problems = [...tagNotes(view, headerRows, record), ...(read?.problems ?? [])]
  return [{ ...table, record, problems, first, last, columns: usedColumns(view, first, last) }]
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

function findRow(view: View, from: number, to: number, test: (row: number) => boolean): number {
  for (let row = from; row < to; row++) if ((view.lines[row]?.length ?? 0) > 0 && test(row)) return row
  return -1
}

function hasLabel(view: View, row: number): boolean {
  return (view.lines[row] ?? []).some((cell) => {
    if (/^\(?(?:金额)?单位:(?:万元|元)\)?$/u.test(cell.label)) return false
    return fieldOf(cell.label) !== undefined || splitInlineLabels(cell.text).length > 0
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
  for (let row = from; row < segment.end; row++) {
    const line = view.lines[row] ?? []
    if (
      line.length > 0 &&
      !isTitleLine(line) &&
      isEndLine(line, view.columns, view.columns) &&
      hasLabelAbove(view, from, row)
    )
      return row
  }
  return segment.end
}

const hasLabelAbove = (view: View, from: number, row: number) =>
  findRow(view, from, row, (above) => hasLabel(view, above)) >= 0

function isFormWithoutIndicators(titles: TitleLines, fields: FormFields): boolean {
  const hasGoal = [...fields.seen].some((id) => id.startsWith('goal.'))
  const hasSubject = fields.seen.has('project.name') || fields.seen.has('unit.name')
  return hasGoal && hasSubject && titles.title !== '' && /绩效/u.test(titles.title)
}

function wordsOf(
  view: View,
  titles: TitleLines,
  rows: readonly number[],
  list: ListHeading | null,
  heading: IndicatorHeading | null,
): TableWords {
  const labels = new Set<string>()
  for (const row of rows) {
    for (const cell of view.lines[row] ?? []) {
      if (cell.label !== '') labels.add(cell.label)
      for (const { label } of splitInlineLabels(cell.text)) labels.add(normalizeLabel(label))
    }
  }
  const headings = list
    ? list.projects
        .map((column) => normalizeLabel(column.label))
        .concat(list.indicators.map((column) => normalizeLabel(column.key)))
    : (heading?.columns ?? [])
        .filter((column) => column.field !== 'ignored')
        .map((column) => normalizeLabel(column.key))
  return { title: titles.title, labels, headings }
}

function readFields(view: View, rows: readonly number[], titles: TitleLines, template: Template | null): FormFields {
  const fields = createFormFields()
  fields.currency = titles.currency
  readHeaderLines({ view, fields, own: template ? ownLabels(template) : new Map(), isFooter: false }, rows)
  if (titles.unit && !fields.texts.has('unit.name')) {
    fields.texts.set('unit.name', { key: '', text: titles.unit.name })
    fields.texts.set('unit.code', { key: '', text: titles.unit.code })
  }
  return fields
}

/** All indicator blocks of a table (a form may list the term's and the year's one below the other), and what stands between and below. */
function readBlocks(view: View, first: IndicatorHeading, end: number, fields: FormFields, template: Template | null) {
  const own = template ? ownLabels(template) : new Map<string, string>()
  const indicators: Indicator[] = []
  const problems: Problem[] = []
  let last = first.bottom
  let heading: IndicatorHeading | null = first
  let isFirstBlock = true
  while (heading) {
    const rows = readIndicators(view, heading, end)
    const part = blockPart(view, heading)
    const found = part === 'term' ? rows.indicators.map(asTerm) : rows.indicators
    found.forEach((indicator, index) => {
      const same = isFirstBlock
        ? -1
        : indicators.findIndex(
            (one) => one.target === '' && indicator.termTarget === '' && isSameIndicator(one, indicator),
          )
      const before = indicators[same]
      if (before) indicators[same] = merged(before, indicator)
      else indicators.push(indicator)
      const at = before ? same : indicators.length - 1
      for (const repair of rows.repairs)
        if (repair.index === index) problems.push(repairNote(repair.code, at, indicator.name))
    })
    for (const [key, text] of Object.entries(rows.extra)) addExtra(fields.extra, key, text)
    readHeaderLines({ view, fields, own, isFooter: true }, rows.footers)
    last = rows.lastRow
    isFirstBlock = false
    heading = null
    const next = findRow(view, rows.end, end, (row) => isHeadingLine(view.lines[row] ?? []))
    if (next >= 0 && next - rows.end <= 30) {
      heading = findIndicatorHeading(view, next)
      readHeaderLines({ view, fields, own, isFooter: true }, range(rows.end, heading?.top ?? rows.end))
    }
    if (heading && heading.bottom < rows.end) heading = null
  }
  return { indicators, problems, last }
}

/** A block under 长期, 中期 or 实施期 (beside its heading or directly above it) lists the term's indicators. */
function blockPart(view: View, heading: IndicatorHeading): 'term' | null {
  const firstColumn = heading.columns.find((column) => column.field !== 'ignored')?.from ?? 0
  const side = firstColumn > 0 ? view.at(heading.top, firstColumn - 1) : undefined
  const above = view.lines[heading.top - 1] ?? []
  const words = [side?.label ?? '', above.length === 1 ? (above[0]?.label ?? '') : '']
  return words.some((word) => word.length <= 12 && /^(?:长期|中期|实施期|实施周期|中长期)/u.test(word)) ? 'term' : null
}

function asTerm(indicator: Indicator): Indicator {
  return indicator.termTarget === '' ? { ...indicator, termTarget: indicator.target, target: '' } : indicator
}

function finish(record: ProjectRecord, titles: TitleLines, template: Template | null): ProjectRecord {
  if (template && !template.defaults.printsYear) record.year = ''
  else record.year ||= yearOf(titles, record.project.name)
  return isBlankForm(record) ? withoutPrint(record) : record
}

/** Nobody filled anything in: boxes to tick and the like are the form's own print. */
function isBlankForm(record: ProjectRecord): boolean {
  return (
    [record.unit.name, record.project.name, record.goal.annual, record.goal.term, record.funding.total].every(
      (text) => text === '',
    ) && record.indicators.length === 0
  )
}

function withoutPrint(record: ProjectRecord): ProjectRecord {
  const extra = Object.entries(record.extra).filter(([, text]) => !/□/u.test(text) || /[☑√■✓]/u.test(text))
  return { ...record, extra: Object.fromEntries(extra) }
}

function readList(
  view: View,
  at: { first: number; end: number; list: ListHeading; titles: TitleLines; template: Template | null },
  table: Pick<SegmentTable, 'template' | 'kind'>,
  fields: () => FormFields,
): SegmentTable[] {
  const base = fields()
  const fresh = (): FormFields => ({
    ...base,
    currency: base.currency,
    seen: new Set(base.seen),
    texts: new Map([...base.texts].map(([id, text]) => [id, { ...text }])),
    totals: [],
    funds: [],
    extra: { ...base.extra },
  })
  base.currency ||= listCurrency(view, at.list)
  const rows = readProjectRows(view, at.list, at.end, fresh, at.template?.vocabulary.levels ?? null)
  const columns = usedColumns(view, at.first, rows.lastRow)
  if (rows.projects.length === 0) {
    const record = finish(toRecord(fresh()), at.titles, at.template)
    return [{ ...table, record, problems: [], first: at.first, last: rows.lastRow, columns }]
  }
  return rows.projects.map(({ record, problems, firstRow, lastRow }) => ({
    ...table,
    record: finish(record, at.titles, at.template),
    problems,
    first: firstRow,
    last: lastRow,
    columns,
  }))
}

function listCurrency(view: View, list: ListHeading): FormFields['currency'] {
  for (let row = list.top; row <= list.bottom; row++) {
    for (const cell of view.lines[row] ?? []) {
      const match = /\((?:单位:)?(万元|元)\)/u.exec(cell.label)
      if (match) return match[1] as '万元' | '元'
    }
  }
  return ''
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

function usedColumns(view: View, first: number, last: number): number {
  let columns = 1
  for (let row = first; row <= last; row++) {
    const line = view.lines[row] ?? []
    const cell = line.at(-1)
    if (cell && line.length > 1) columns = Math.max(columns, cell.column + (view.hasSpans ? cell.colSpan : 1))
  }
  return Math.min(columns, view.columns)
}
