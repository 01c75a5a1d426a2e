/**
 * A grid this program wrote, read by position through the template's bindings: the exact inverse of build. Blanks are
 * blank, texts are as typed, nothing is repaired. Several tables may follow each other (a Word file).
 */
import { emptyIndicator, emptyRecord } from '../../model/project.ts'
import type { Problem } from '../../model/problem.ts'
import type { Indicator, ProjectRecord } from '../../model/project.ts'
import { writeIndicatorField } from '../../model/field-path.ts'
import type { Block, Template } from '../../templates/template.ts'
import { unprintedText, writeBinding } from '../binding.ts'
import { inTheirRows, readHalves, saidBy } from '../write-halves.ts'
import { build } from '../build.ts'
import { ownerAt, ownerMap } from '../grid.ts'
import type { Grid } from '../grid.ts'
import type { LayoutCell } from '../layout.ts'
import { withOwnUnit } from '../own-unit.ts'
import { readIndicatorCell } from '../../values/packed/indicator-list-cell.ts'
import { packedNotes } from './packed-notes.ts'
import { oncePerTemplate } from '../once-per-template.ts'
import type { SegmentTable } from './segment-table.ts'
import { walk } from '../../values/text/walk.ts'

interface Skeleton {
  template: Template
  /** Cells above the first indicator or project row. */
  cells: LayoutCell[]
  fixedRows: number
}

type TextAt = (row: number, column: number) => string

/** null where some text of the grid is not part of a known form in its place. */
export function readAligned(grid: Grid, templates: readonly Template[]): SegmentTable[] | null {
  const owners = ownerMap(grid.rows, grid.columns, grid.cells)
  const textAt: TextAt = (row, column) => grid.cells[ownerAt(owners, row, column)]?.text ?? ''
  const candidates = templates.map(skeletonOf)
  const filled = filledRows(grid)
  const tables: SegmentTable[] = []
  const begin = nextFilled(filled, 0)
  const stoppedAt = walk(begin, grid.rows, (first) => {
    const skeleton = candidates.find((candidate) => fits(candidate, textAt, first))
    if (!skeleton) return null
    const body = first + skeleton.fixedRows
    let end = body
    while (end < grid.rows && !(filled[end] && candidates.some((candidate) => fits(candidate, textAt, end)))) end++
    let last = end - 1
    while (last >= body && !filled[last]) last--
    for (const table of readTable(skeleton, textAt, { first, body, last })) tables.push(table)
    return nextFilled(filled, end)
  })
  return tables.length > 0 && stoppedAt >= grid.rows ? tables : null
}

function filledRows(grid: Grid): boolean[] {
  const filled = Array.from({ length: grid.rows }, () => false)
  for (const cell of grid.cells) {
    if (cell.text === '') continue
    for (let row = cell.row; row < Math.min(grid.rows, cell.row + cell.rowSpan); row++) filled[row] = true
  }
  return filled
}

function nextFilled(filled: readonly boolean[], from: number): number {
  let row = from
  while (row < filled.length && !filled[row]) row++
  return row
}

const skeletonOf = oncePerTemplate((template): Skeleton => {
  const layout = build(template, [emptyRecord()])
  const fixedRows = layout.rows.findIndex((row) => row.item !== undefined)
  return { template, cells: layout.cells.filter((cell) => cell.row < fixedRows), fixedRows }
})

/** Every label stands in its place, every field has the form's print around it. */
function fits({ cells }: Skeleton, textAt: TextAt, first: number): boolean {
  return cells.every((cell) => {
    const text = textAt(first + cell.row, cell.column)
    if (cell.role === 'label') return text === cell.text
    if (!cell.binding) return true
    return unprintedText(cell.binding, text) !== null
  })
}

function readTable(
  skeleton: Skeleton,
  textAt: TextAt,
  at: { first: number; body: number; last: number },
): SegmentTable[] {
  const { template, cells } = skeleton
  const { levels } = template.vocabulary
  let record = emptyRecord()
  for (const { role, binding, row, column } of cells) {
    if (role !== 'input' || !binding) continue
    const text = unprintedText(binding, textAt(at.first + row, column)) ?? ''
    if (text !== '') record = writeBinding(record, binding, text, levels)
  }
  if (record.paymentPlan.length > 0) while (record.paymentPlan.length < 4) record.paymentPlan.push('')
  const table = { template: template.id, kind: template.kind, problems: [], columns: template.columnsMm.length }
  const records = template.scope === 'unit' ? readProjects(template, textAt, at, record) : null
  if (records && records.length > 0)
    return records.map(({ row, record: own, problems }) => ({ ...table, problems, record: own, first: row, last: row }))
  if (!records) record.indicators = readRows(template, textAt, at)
  return [{ ...table, record, first: at.first, last: Math.max(at.body - 1, at.last) }]
}

/** The records of a list form; a row without any text is a blank of the form. */
function readProjects(
  template: Template,
  textAt: TextAt,
  { body, last }: { body: number; last: number },
  base: ProjectRecord,
) {
  const { levels } = template.vocabulary
  const records: { row: number; record: ProjectRecord; problems: Problem[] }[] = []
  for (const block of template.blocks) {
    if (block.type !== 'projects') continue
    for (let row = body; row <= last; row++) {
      let record = structuredCopy(base)
      let column = 0
      let packed = ''
      for (const { columns, ...binding } of block.columns) {
        const text = textAt(row, column)
        if (text !== '') record = writeBinding(record, binding, text, levels)
        if (binding.kind === 'indicator-list') packed = text
        column += columns ?? 1
      }
      const problems = packed === '' ? [] : packedNotes(readIndicatorCell(packed, levels), record.project.name)
      records.push({ row, record: withOwnUnit(record), problems })
    }
  }
  return records
}

const structuredCopy = (record: ProjectRecord): ProjectRecord => ({
  ...record,
  indicators: [],
  extra: { ...record.extra },
})

const isParallelBlock = (block: Block): boolean =>
  block.type === 'indicators' && block.columns.some(({ part }) => part !== undefined)

/** The indicators of a project's form, row by row (layout/indicator-rows.ts tells which stand in which row). */
function readRows(template: Template, textAt: TextAt, { body, last }: { body: number; last: number }): Indicator[] {
  const rows: Indicator[][] = []
  for (const block of template.blocks) {
    if (block.type !== 'indicators') continue
    const isParallel = isParallelBlock(block)
    for (let row = body; row <= last; row++) {
      const sides = { term: emptyIndicator(), annual: emptyIndicator(), both: emptyIndicator() }
      let column = block.side?.columns ?? 0
      for (const { path, columns, part } of block.columns) {
        const text = textAt(row, column)
        column += columns ?? 1
        if (text === '') continue
        const side = part ?? 'both'
        sides[side] = writeIndicatorField(sides[side], path, text)
      }
      const halves = { term: saidBy(sides.term, 'term'), annual: saidBy(sides.annual, 'annual') }
      rows.push(isParallel ? readHalves(sides.both, halves) : [sides.both])
    }
  }
  const indicators = template.blocks.some(isParallelBlock) ? inTheirRows(rows) : rows.flat()
  while (indicators.length > 0 && isBlank(indicators.at(-1))) indicators.pop()
  return indicators
}

function isBlank(indicator: Indicator | undefined): boolean {
  if (!indicator) return false
  const { extra, ...texts } = indicator
  return Object.values(texts).every((text) => text === '') && Object.keys(extra).length === 0
}
