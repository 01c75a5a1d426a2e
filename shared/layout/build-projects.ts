/** The projects block of a list form: headings, computed total rows, one row a record, blank rows. */
import type { ProjectsBlock } from '../templates/template.ts'
import { numberFormat, sumAmounts } from '../values/money.ts'
import { buildFixedRow, columnNames, fieldCell, labelCell } from './build-cells.ts'
import type { Scope } from './build-cells.ts'
import { readBinding } from './binding.ts'
import { addRow } from './draft.ts'
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
      return fieldCell(own, column, column.style, name(at), { colSpan: column.columns ?? 1 })
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
    const text = sumAmounts(scope.records.map((record) => readBinding(record, column, levels)))
    const number = numberFormat(text)
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
