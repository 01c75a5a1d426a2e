/** Carries out what cell-keys.ts understood: leaves the cell where needed and moves the cursor. */
import type { KeyCommand } from '../grid/cell-keys.ts'
import { extendStep, jump, nextInColumn, nextInput, nextInRange, rowEdge, sheetEdge, step } from '../grid/navigation.ts'
import type { Direction } from '../grid/navigation.ts'
import { appendItem, itemKind } from '../commands/rows/row-commands.ts'
import { endsOf, extendTo, isSingleCell, rangeOf, selectOnly, selectRows } from '../grid/selection.ts'
import type { Selection } from '../grid/selection.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'
import { beginEditing, commitCell, keepTyping, restoreCell, showList, toggleMode } from '../commands/sheet-commands.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface KeyParts {
  input: HTMLTextAreaElement | null
  /** The row one screen below (1) or above (-1) a row, as far as there is one. */
  pageFrom: (row: number, by: 1 | -1) => number
}

const withoutScreen: KeyParts = { input: null, pageFrom: (row) => row }

/** false when the key is left to the browser after all. */
export function runKeyCommand(
  view: SheetView,
  command: KeyCommand,
  { input, pageFrom }: KeyParts = withoutScreen,
): boolean {
  switch (command.do) {
    case 'move':
      commitCell(view)
      if (command.extend) extend(view, command.direction)
      else go(view, (from) => step(view.state.getState().sheet, from, command.direction), false)
      return true
    case 'jump':
      commitCell(view)
      go(view, (from) => jump(view.state.getState().sheet, from, command.direction), command.extend)
      return true
    case 'page':
      go(view, ({ row, column }) => ({ row: pageFrom(row, command.by), column }), command.extend)
      return true
    case 'enter':
      enter(view, command.back)
      return true
    case 'tab':
      tab(view, command.back)
      return true
    case 'edge':
      go(
        view,
        (from) => {
          const { sheet } = view.state.getState()
          return command.of === 'sheet' ? sheetEdge(sheet, command.edge) : rowEdge(sheet, from, command.edge)
        },
        command.extend,
      )
      return true
    case 'edit':
      return beginEditing(view, 'editing')
    case 'toggle':
      toggleMode(view)
      return true
    case 'hide-list':
      showList(view, false)
      return true
    case 'restore':
      restoreCell(view)
      return true
    case 'newline':
      if (!view.state.getState().editing && !beginEditing(view, 'editing')) return false
      if (input) {
        if (input.value === '') input.value = view.state.getState().editing?.text ?? ''
        input.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end')
        keepTyping(view, input.value)
      }
      return true
    default:
      return false
  }
}

function extend(view: SheetView, direction: Direction): void {
  const { sheet, selection } = view.state.getState()
  view.state.setState({
    selection: selection.wholeRows
      ? extendRows(sheet, selection, direction)
      : extendTo(selection, extendStep(sheet, selection, direction)),
  })
}

/** Whole rows grow and shrink by rows; sideways they are whole already. */
function extendRows(sheet: SheetMap, selection: Selection, direction: Direction): Selection {
  const { anchor, focus } = endsOf(selection)
  const by = { up: -1, down: 1, left: 0, right: 0 }[direction]
  const row = Math.max(0, Math.min(sheet.owners.rows - 1, focus.row + by))
  return selectRows(sheet, anchor.row, row, selection.anchor)
}

function go(view: SheetView, target: (from: Position) => Position, extend: boolean): void {
  const { selection } = view.state.getState()
  const next = target(extend ? selection.focus : selection.anchor)
  view.state.setState({ selection: extend ? extendTo(selection, next) : selectOnly(next) })
}

/** Down to the next input cell, or to below where a row of Tabs began; inside a selected range from cell to cell. */
function enter(view: SheetView, back: boolean): void {
  commitCell(view)
  if (walkRange(view, back ? -1 : 1, 'columns')) return
  const { sheet, selection } = view.state.getState()
  const from = { ...selection.anchor, column: (!back && selection.tabbedFrom?.column) || selection.anchor.column }
  go(view, () => nextInColumn(sheet, from, back ? 'up' : 'down'), false)
}

/** Tab in the last input cell adds a row; not where the last input cell stands outside the block of rows. */
function tab(view: SheetView, back: boolean): void {
  commitCell(view)
  if (walkRange(view, back ? -1 : 1, 'rows')) return
  const { sheet, selection } = view.state.getState()
  const next = nextInput(sheet, selection.anchor, back ? -1 : 1)
  if (next) {
    const tabbedFrom =
      back || next.row !== selection.anchor.row ? undefined : (selection.tabbedFrom ?? selection.anchor)
    return view.state.setState({ selection: { ...selectOnly(next), ...(tabbedFrom && { tabbedFrom }) } })
  }
  const { item } = sheet.layout.rows[selection.anchor.row] ?? {}
  if (!back && item?.of === itemKind(view)) appendItem(view)
}

/** The next input cell of the selected range, which stays selected; false where a single cell is selected. */
function walkRange(view: SheetView, by: 1 | -1, order: 'columns' | 'rows'): boolean {
  const { sheet, selection } = view.state.getState()
  const range = rangeOf(sheet, selection)
  if (selection.wholeRows || selection.rowsAlone || isSingleCell(sheet, range)) return false
  const next = nextInRange(sheet, range, selection.anchor, by, order)
  if (!next) return false
  view.state.setState({ selection: { ...selectOnly(next), within: endsOf(selection) } })
  return true
}
