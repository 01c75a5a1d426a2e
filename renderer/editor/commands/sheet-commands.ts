/**
 * What a person does with cells: begin, keep and leave editing, clear, fill. Each changes the view's state or makes one
 * change of the table. Keys, menu, toolbar and mouse all end here.
 */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { applyWrites, cleanTyped, withoutPrint, writeAtRow, writeWhole, writesOver } from './cell-writes.ts'
import type { CellWrite } from './cell-writes.ts'
import { asksForUnit } from './money-unit.ts'
import { isLevelCell, levelRows, typedRange, writtenRange } from './rows/level-rows.ts'
import { withOwnCategory } from './rows/level-writes.ts'
import { isSingleCell, rangeOf, selectOnly } from '../grid/selection.ts'
import { cellAt, isInput } from '../grid/sheet-map.ts'
import { activeCell, carriedText, fieldText } from '../view/sheet-view.ts'
import type { Editing, SheetView } from '../view/sheet-view.ts'
import { presetRows } from './usual-fill.ts'

/** Begins editing the active cell; false on a label. Typing replaces the text, editing keeps it. */
export function beginEditing(view: SheetView, mode: Editing['mode']): boolean {
  const cell = activeCell(view)
  if (!isInput(cell)) return false
  const before = fieldText(view, cell)
  view.state.setState({ editing: { mode, text: mode === 'typing' ? '' : before, before, listOpen: mode === 'typing' } })
  return true
}

export function keepTyping(view: SheetView, text: string): void {
  view.state.setState(({ editing }) => (editing ? { editing: { ...editing, text } } : {}))
}

/** From now on the arrows move in the text (F2, a click into it), or leave the cell again. */
export function toggleMode(view: SheetView, mode?: Editing['mode']): void {
  view.state.setState(({ editing }) =>
    editing ? { editing: { ...editing, mode: mode ?? (editing.mode === 'typing' ? 'editing' : 'typing') } } : {},
  )
}

export function showList(view: SheetView, listOpen: boolean): void {
  view.state.setState(({ editing }) => (editing ? { editing: { ...editing, listOpen } } : {}))
}

export const restoreCell = (view: SheetView): void => view.state.setState({ editing: null })

/** Ends editing and writes the text; without an open cell nothing happens. */
export function commitCell(view: SheetView): void {
  const { editing, selection, sheet } = view.state.getState()
  const cell = activeCell(view)
  const range = typedRange(view)
  view.state.setState(editing ? { editing: null, left: selection.anchor } : { editing: null })
  if (!editing || !cell?.binding) return
  const { text } = withoutPrint({ binding: cell.binding, text: editing.text })
  if (cleanTyped(cell.binding.kind, text) === editing.before) return
  if (cell.binding.kind === 'currency-unit' && asksForUnit(view, text)) return
  const before = view.records()
  const writes = range ? writesOver(sheet, range, text) : [writeWhole(cell.binding, text)]
  const all = selection.rowsAlone && !selection.isCleared ? withOwnCategory(view.template, writes) : writes
  const label = `填写${cell.name}`
  if (!write(view, label, all)) {
    if (view.editor.state.getState().refused)
      view.state.setState({ homeless: { name: cell.name, text: editing.text, isTooMuch: true } })
    return
  }
  if (text === '' && !range) rememberCleared(view, cell)
  presetRows(view, before)
}

/** What was one cell until its text went. */
function rememberCleared(view: SheetView, cell: LayoutCell): void {
  const { row, column, rowSpan } = cell
  if (rowSpan === 1 || !isLevelCell(cell)) return
  view.state.setState({ cleared: { row, lastRow: row + rowSpan - 1, column } })
}

/** A cleared merged level falls apart into its rows: the cursor goes on meaning all of them, so that the next text joins them again. */
export function clearSelected(view: SheetView): void {
  const { sheet, selection } = view.state.getState()
  const cell = activeCell(view)
  const range = rangeOf(sheet, selection)
  const isOne = isSingleCell(sheet, range)
  const isWhole = isOne && isLevelCell(cell) && levelRows(view) === null
  const writes = writesOver(sheet, writtenRange(view), '')
  // “单位：万元” stands among the cells of a table that is emptied, and is meant only by itself
  const meant = isOne ? writes : writes.filter(({ binding }) => binding.kind !== 'currency-unit')
  if (!write(view, '清除内容', meant)) return
  if (!isOne && !selection.wholeRows && !selection.rowsAlone) {
    const within = {
      anchor: { row: range.row, column: range.column },
      focus: { row: range.lastRow, column: range.lastColumn },
    }
    return view.state.setState({ selection: { ...selectOnly(selection.anchor), within } }) // merges that held it together are gone
  }
  if (!isWhole || !cell || cell.rowSpan === 1) return
  rememberCleared(view, cell)
  const { row, column, rowSpan } = cell
  view.state.setState({
    selection: { anchor: { row, column }, focus: { row: row + rowSpan - 1, column }, rowsAlone: true, isCleared: true },
  })
}

/** Ctrl+Enter: the open text, or the active cell's, into every selected input cell. */
export function fillSelection(view: SheetView): void {
  const { sheet, editing } = view.state.getState()
  const source = activeCell(view)
  if (!isInput(source)) return
  const text = editing?.text ?? carriedText(view, source)
  view.state.setState({ editing: null })
  write(view, '填充', writesOver(sheet, writtenRange(view), text))
}

/** Ctrl+D and Ctrl+R: the first row (column) of the range into the rest; a single cell takes the one above (left of) it. */
export function fillRange(view: SheetView, direction: 'down' | 'right'): void {
  commitCell(view)
  const { sheet, selection } = view.state.getState()
  const range = rangeOf(sheet, selection)
  const isDown = direction === 'down'
  const isSingle = isDown
    ? singleBlock(sheet.layout.cells, range, 'row')
    : singleBlock(sheet.layout.cells, range, 'column')
  const sourceRow = isDown && isSingle ? range.row - 1 : range.row
  const sourceColumn = !isDown && isSingle ? range.column - 1 : range.column
  const writes: CellWrite[] = []
  for (let row = range.row; row <= range.lastRow; row++) {
    for (let column = range.column; column <= range.lastColumn; column++) {
      const source = cellAt(sheet, isDown ? { row: sourceRow, column } : { row, column: sourceColumn })
      const target = cellAt(sheet, { row, column })
      if (!isInput(source) || !target || source === target) continue
      const isBeside = isDown && (source.column !== column || target.column !== column)
      if (isBeside) continue // a wide cell is filled from, and into, its first column
      const one = writeAtRow(sheet, target, row, carriedText(view, source))
      if (one) writes.push(one)
    }
  }
  write(view, isDown ? '向下填充' : '向右填充', writes)
}

/** Whether the range is one cell high (or wide), counting a merged cell as one. */
function singleBlock(cells: readonly LayoutCell[], range: ReturnType<typeof rangeOf>, axis: 'row' | 'column'): boolean {
  const [first, last, span] =
    axis === 'row'
      ? [range.row, range.lastRow, 'rowSpan' as const]
      : [range.column, range.lastColumn, 'colSpan' as const]
  const inside = cells.filter(
    (cell) =>
      cell.row >= range.row &&
      cell.row <= range.lastRow &&
      cell.column >= range.column &&
      cell.column <= range.lastColumn,
  )
  return inside.every((cell) => cell[axis] === first && cell[span] === last - first + 1)
}

export function write(view: SheetView, label: string, writes: readonly CellWrite[]): boolean {
  return view.change(label, (records) => applyWrites(view.template, records, writes))
}
