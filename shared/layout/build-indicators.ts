/** The indicators block: column headings, one row an indicator (or a pair, see indicator-rows.ts), merged levels, blank rows. */
import { rowPath } from '../model/field-path.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { IndicatorColumn, IndicatorsBlock } from '../templates/template.ts'
import { buildFixedRow, columnNames, fieldCell, labelCell } from './build-cells.ts'
import type { Scope } from './build-cells.ts'
import { addRow } from './draft.ts'
import type { Draft, DraftCell } from './draft.ts'
import { indicatorRows } from './indicator-rows.ts'
import type { IndicatorRow } from './indicator-rows.ts'
import type { LayoutCell } from './layout.ts'
import { mergeRuns } from './merge-runs.ts'
import type { Run } from './merge-runs.ts'

export function addIndicators(
  draft: Draft,
  scope: Scope,
  block: IndicatorsBlock,
  rowHeight: (minHeightMm?: number) => number,
): void {
  const record = scope.records[scope.record === 'all' ? 0 : scope.record]
  if (!record) return
  const isParallel = block.columns.some((column) => column.part !== undefined)
  const rows = indicatorRows(record.indicators, isParallel)
  const filled = rows.length
  const fillers = filled === 0 ? block.minRows : 0
  for (let index = 0; index < fillers; index++) {
    const next = record.indicators.length + index
    rows.push({ term: next, annual: next })
  }
  const headings = addHeadings(draft, scope, block, rows.length, rowHeight)
  const columns = columnRuns(block.columns, record, rows, filled).map(({ column, runs }, at) => ({
    column,
    name: headings(at),
    runsByFirst: new Map(runs.map((run) => [run.first, run])),
  }))
  rows.forEach((row, index) => {
    const cells: DraftCell[] = []
    for (const { column, name, runsByFirst } of columns) {
      const run = runsByFirst.get(index)
      if (run) cells.push(indicatorCell(scope, column, rows.slice(run.first, run.end), name))
    }
    addRow(draft, { heightPt: rowHeight(), item: { of: 'indicator', index: row.term ?? row.annual ?? 0 } }, cells)
  })
}

/** Adds the heading rows; answers the name of each column of the block. */
function addHeadings(
  draft: Draft,
  scope: Scope,
  block: IndicatorsBlock,
  rows: number,
  rowHeight: (minHeightMm?: number) => number,
): (index: number) => string {
  const headings: LayoutCell[] = []
  block.headers.forEach((header, index) => {
    const cells = buildFixedRow(scope, header, () => '')
    const { side } = block
    if (side && index === 0) cells.unshift(labelCell(side.label, side.style, side.columns, block.headers.length + rows))
    headings.push(...addRow(draft, { heightPt: rowHeight(header.minHeightMm) }, cells))
  })
  const name = columnNames(headings)
  const starts: number[] = []
  let start = block.side?.columns ?? 0
  for (const column of block.columns) {
    starts.push(start)
    start += column.columns ?? 1
  }
  return (index) => name(starts[index] ?? 0)
}

/** Each column with its runs of rows; a run of one row where the column does not merge. */
function columnRuns(columns: IndicatorColumn[], record: ProjectRecord, rows: IndicatorRow[], filled: number) {
  const singles: Run[] = rows.map((_, row) => ({ first: row, end: row + 1 }))
  const outer: Record<string, Run[]> = { all: [{ first: 0, end: filled }] }
  return columns.map((column) => {
    if (!column.merge) return { column, runs: singles }
    const texts = rows.map((row) => {
      const index = partIndex(column, row)
      const value = index === null ? undefined : record.indicators[index]?.[column.path as 'category' | 'subcategory'] // only levels merge
      return value ?? ''
    })
    const part = column.part ?? 'all'
    const runs = mergeRuns(texts, outer[part] ?? outer['all'] ?? [])
    outer[part] = runs
    if (part === 'all') for (const key of Object.keys(outer)) outer[key] = runs
    return { column, runs: [...runs, ...singles.slice(filled)] }
  })
}

/** The indicator a column shows in a row; null where that part of the row is blank. */
function partIndex(column: IndicatorColumn, row: IndicatorRow): number | null {
  if (column.part === undefined) return row.term ?? row.annual
  return row[column.part]
}

function indicatorCell(scope: Scope, column: IndicatorColumn, rows: IndicatorRow[], name: string): DraftCell {
  const [first] = rows
  const spans = { colSpan: column.columns ?? 1, rowSpan: rows.length }
  if (!first) throw new Error('a run has at least one row')
  // a blank half is written by way of the indicator in the other; a value's path tells its half by itself
  const own = partIndex(column, first)
  const index = own ?? first.term ?? first.annual ?? 0
  const isBlankHalf = own === null && column.kind !== 'measure'
  const others = new Set<number>()
  for (const row of rows) {
    const shown = column.part === undefined ? [row.term, row.annual] : [partIndex(column, row)]
    for (const other of shown) if (other !== null) others.add(other)
  }
  others.delete(index)
  const path = rowPath(index, column.path)
  const alsoPaths = [...others].map((other) => rowPath(other, column.path))
  return fieldCell(scope, { path, kind: column.kind }, column.style, name, {
    ...spans,
    alsoPaths,
    half: column.part,
    isBlankHalf,
  })
}
