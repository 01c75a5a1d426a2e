/** The projects block of a list form: headings, computed total rows, one row a record, blank rows. */
import type { FieldContent, ProjectColumn, ProjectsBlock } from '../templates/template.ts'
import { sumOfTexts } from '../amounts/amount.ts'
import type { ProjectRecord } from '../model/project.ts'
import { knownUnit } from '../values/money.ts'
import { spreadsheetNumber } from '../values/number-format.ts'
import { buildFixedRow, columnNames, fieldCell, labelCell } from './build-cells.ts'
import type { Scope } from './build-cells.ts'
import { readBinding } from './binding.ts'
import { addRow } from './draft.ts'
import { unitMark } from './own-unit.ts'
import type { Draft, DraftCell } from './draft.ts'

export function addProjects(
  draft: Draft,
  scope: Scope,
  block: ProjectsBlock,
  rowHeight: (minHeightMm?: number) => number,
): void {
  const headings = block.headers.flatMap((header) =>
    addRow(
      draft,
      { heightPt: rowHeight(header.minHeightMm) },
      buildFixedRow(scope, header, () => ''),
    ),
  )
  const name = columnNames(headings)
  for (const total of block.totals) addRow(draft, { heightPt: rowHeight() }, totalCells(scope, block, total))
  const count = Math.max(block.minRows, scope.records.length)
  for (let index = 0; index < count; index++) {
    const own = { ...scope, record: index }
    let start = 0
    const cells = block.columns.map((column) => {
      const at = start
      start += column.columns ?? 1
      return fieldCell(own, inOwnUnit(scope, column, index), column.style, name(at), { colSpan: column.columns ?? 1 })
    })
    addRow(draft, { heightPt: rowHeight(10), item: { of: 'record', index } }, cells)
  }
}

function totalCells(scope: Scope, block: ProjectsBlock, total: ProjectsBlock['totals'][number]): DraftCell[] {
  const { levels } = scope.template.vocabulary
  return block.columns.map((column, index) => {
    const colSpan = column.columns ?? 1
    if (index === 0) {
      if ('label' in total.first) return labelCell(total.first.label, total.style, colSpan)
      return fieldCell({ ...scope, record: 'all' }, { ...total.first, repeated: true }, total.style, '', { colSpan })
    }
    if (!column.sum) return labelCell('', total.style, colSpan)
    const text = sumText(scope, (record) => readBinding(record, column, levels))
    const number = spreadsheetNumber(text)
    return {
      role: 'computed',
      style: total.amountStyle,
      text,
      name: '',
      colSpan,
      rowSpan: 1,
      ...(number ? { number } : {}),
    }
  })
}

const printedUnit = ({ records }: Scope): string => records[0]?.funding.unit ?? ''

/** An amount of a project that is in another unit than the table prints says its own. */
function inOwnUnit(scope: Scope, column: ProjectColumn, index: number): FieldContent {
  const record = scope.records[index]
  if (column.kind !== 'money' || !record) return column
  const after = unitMark(
    readBinding(record, column, scope.template.vocabulary.levels),
    record.funding.unit,
    printedUnit(scope),
  )
  return after === '' ? column : { ...column, after }
}

/** The sum in the unit the table prints, whatever units were typed; it says its own where the table prints none. */
function sumText(scope: Scope, textOf: (record: ProjectRecord) => string): string {
  const unit = printedUnit(scope)
  const texts = scope.records.map((record) => ({ text: textOf(record), formUnit: record.funding.unit || unit }))
  const sum = sumOfTexts(texts, unit)
  return sum === null ? '' : sum.number + (sum.unit === knownUnit(unit) ? '' : sum.unit)
}
