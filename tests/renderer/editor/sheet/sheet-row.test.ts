/** Which rows of a sheet are drawn again after a change. */
import { expect, test } from 'vitest'
import { noComments } from '../../../../renderer/editor/grid/comments.ts'
import { findingsByField } from '../../../../renderer/editor/grid/findings.ts'
import type { CellFinding } from '../../../../renderer/editor/grid/findings.ts'
import { insertItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { beginEditing, commitCell, keepTyping } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { showsTheSame } from '../../../../renderer/editor/sheet/sheet-row.tsx'
import type { SheetRowProps } from '../../../../renderer/editor/sheet/sheet-row.tsx'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf, korla, openView, recordWith, threeIndicators } from '../open-view.ts'

const styles = {}
const noFindings = new Map<string, CellFinding>()

function rowsOf(
  view: SheetView,
  findings: ReadonlyMap<string, CellFinding> = noFindings,
  comments = noComments,
): SheetRowProps[] {
  const { layout } = view.state.getState().sheet
  return layout.rows.map(({ heightPt, item }, row) => ({
    viewName: view.name,
    row,
    heightPx: heightPt,
    isItem: item !== undefined,
    cells: layout.cells.filter((cell) => cell.row === row),
    styles,
    findings,
    comments,
  }))
}

const drawnAgain = (before: SheetRowProps[], after: SheetRowProps[]): number[] =>
  after.flatMap((row, index) => (before[index] && showsTheSame(before[index], row) ? [] : [index]))

const open = () => openView(korla, [recordWith('送戏下乡', threeIndicators())]).view

test('a text of one cell draws its own row again and no other', () => {
  const view = open()
  const place = cellOf(view, 'indicators[1].name')
  const before = rowsOf(view)
  selectAt(view, place)
  beginEditing(view, 'typing')
  keepTyping(view, '演出场次')
  commitCell(view)
  expect(drawnAgain(before, rowsOf(view))).toEqual([place.row])
})

test('a finding draws the rows of its cells again', () => {
  const view = open()
  const problem = { record: 0, path: 'indicators[2].target', severity: 'error', message: '没有填' } as const
  const findings = findingsByField([{ ...problem, code: 'X', basis: '' }], 0)
  const place = cellOf(view, 'indicators[2].target')
  expect(drawnAgain(rowsOf(view), rowsOf(view, findings))).toEqual([place.row])
})

test('a new row draws the merged cells above it and all that moved', () => {
  const view = open()
  const { row } = cellOf(view, 'indicators[1].name')
  const before = rowsOf(view)
  selectAt(view, { row, column: 2 })
  insertItems(view, 'below')
  const again = drawnAgain(before, rowsOf(view))
  const merged = cellOf(view, 'indicators[0].category').row
  expect(again).toContain(merged)
  expect(again).toContain(row + 1)
  expect(again.filter((one) => one < merged)).toEqual([])
})

test('a comment draws the rows of its cells again, and no others when something else is said', () => {
  const view = open()
  const place = cellOf(view, 'indicators[1].target')
  const pinned = [{ record: 0, path: 'indicators[1].target', text: '请核对' }]
  expect(drawnAgain(rowsOf(view), rowsOf(view, noFindings, pinned))).toEqual([place.row])
  expect(drawnAgain(rowsOf(view, noFindings, pinned), rowsOf(view, noFindings, [...pinned]))).toEqual([])
})
