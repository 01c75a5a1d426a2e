/** Carries out what cell-keys.ts understood: leaves the cell where needed and moves the cursor. */
import type { KeyCommand } from '../grid/cell-keys.ts'
import { extendStep, nextInput, rowEdge, sheetEdge, step } from '../grid/navigation.ts'
import type { Direction } from '../grid/navigation.ts'
import { appendItem, itemKind } from '../commands/row-commands.ts'
import { extendTo, selectOnly } from '../grid/selection.ts'
import type { Position } from '../grid/sheet-map.ts'
import { beginEditing, commitCell, keepTyping, restoreCell } from '../commands/sheet-commands.ts'
import type { SheetView } from '../view/sheet-view.ts'

/** false when the key is left to the browser after all. */
export function runKeyCommand(view: SheetView, command: KeyCommand, input: HTMLTextAreaElement | null): boolean {
  switch (command.do) {
    case 'move':
      commitCell(view)
      if (command.extend) extend(view, command.direction)
      else go(view, (from) => step(view.state.getState().sheet, from, command.direction), false)
      return true
    case 'enter':
      commitCell(view)
      go(view, (from) => step(view.state.getState().sheet, from, command.back ? 'up' : 'down'), false)
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
  view.state.setState({ selection: extendTo(selection, extendStep(sheet, selection, direction)) })
}

function go(view: SheetView, target: (from: Position) => Position, extend: boolean): void {
  const { selection } = view.state.getState()
  const next = target(extend ? selection.focus : selection.anchor)
  view.state.setState({ selection: extend ? extendTo(selection, next) : selectOnly(next) })
}

/** Tab in the last input cell adds a row; not where the last input cell stands outside the block of rows. */
function tab(view: SheetView, back: boolean): void {
  commitCell(view)
  const { sheet, selection } = view.state.getState()
  const next = nextInput(sheet, selection.anchor, back ? -1 : 1)
  if (next) return view.state.setState({ selection: selectOnly(next) })
  const { item } = sheet.layout.rows[selection.anchor.row] ?? {}
  if (!back && item?.of === itemKind(view)) appendItem(view)
}
