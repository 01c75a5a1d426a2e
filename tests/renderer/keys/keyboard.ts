/**
 * A person's keyboard on an opened view: chords go through pressKey, letters through what the textarea's input event does.
 * What only the page can do (messages, another page) is noted by name in `asked`.
 */
import type { ActionContext } from '../../../renderer/editor/actions/actions.ts'
import { indicatorsOf } from '../../../renderer/editor/view/indicator-view.ts'
import { pressKey } from '../../../renderer/editor/actions/press-key.ts'
import { clampSelection, extendTo, inputsIn, rangeOf } from '../../../renderer/editor/grid/selection.ts'
import { beginEditing, commitCell, keepTyping } from '../../../renderer/editor/commands/sheet-commands.ts'
import { cellAt } from '../../../renderer/editor/grid/sheet-map.ts'
import type { Position } from '../../../renderer/editor/grid/sheet-map.ts'
import { fieldText, openSheetView, selectAt } from '../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../renderer/editor/view/sheet-view.ts'
import type { Spot } from '../../../renderer/editor/table/spot.ts'
import { cellOf, guangzhou, korla, openView, recordWith, threeIndicators } from '../editor/open-view.ts'
import type { OpenedView } from '../editor/open-view.ts'

export interface Keyboard {
  view: SheetView
  /** Calls of the page, in order. */
  asked: string[]
  /** `Ctrl+Shift+End`, `Alt+Enter`; answers whether the sheet took the key. */
  press: (...chords: string[]) => boolean
  type: (text: string) => void
  goTo: (path: string, record?: number | 'all') => void
  /** Shift+click at a field. */
  extendTo: (path: string, record?: number) => void
  /** `0:project.name` of the active cell; '' on a label. */
  at: () => string
  position: () => Position
  /** The fields of the selected input cells. */
  selected: () => string[]
  text: (path: string, record?: number) => string
}

export function keyboard(view: SheetView): Keyboard {
  const asked: string[] = []
  const back = (spot: Spot | null) => {
    if (spot) view.state.setState(({ sheet }) => ({ selection: clampSelection(sheet, spot.selection) }))
  }
  const own = {
    view,
    leaveCell: () => commitCell(view),
    undo: () => back(view.editor.undo()),
    redo: () => back(view.editor.redo()),
  }
  const context = new Proxy(own, {
    get: (target, name) => (name in target ? target[name as keyof typeof own] : () => asked.push(String(name))),
  }) as unknown as ActionContext // every other member only tells the page something
  const state = () => view.state.getState()
  const nameOf = (position: Position) => {
    const binding = cellAt(state().sheet, position)?.binding
    return binding && cellAt(state().sheet, position)?.role === 'input' ? `${binding.record}:${binding.path}` : ''
  }
  const cell = (path: string, record: number) => {
    const found = cellAt(state().sheet, cellOf(view, path, record))
    if (!found) throw new Error(`no cell for ${path}`)
    return found
  }
  return {
    view,
    asked,
    press: (...chords) => chords.map((chord) => pressKey(view, keyEvent(chord), parts(context, asked))).every(Boolean),
    type(text) {
      if (!state().editing) beginEditing(view, 'typing')
      keepTyping(view, (state().editing?.text ?? '') + text)
    },
    goTo: (path, record = 0) => selectAt(view, cellOf(view, path, record)),
    extendTo: (path, record = 0) =>
      view.state.setState(({ selection }) => ({ selection: extendTo(selection, cellOf(view, path, record)) })),
    at: () => nameOf(state().selection.anchor),
    position: () => state().selection.anchor,
    selected: () =>
      inputsIn(state().sheet, rangeOf(state().sheet, state().selection)).map(({ row, column }) =>
        nameOf({ row, column }),
      ),
    text: (path, record = 0) => fieldText(view, cell(path, record)),
  }
}

const parts = (context: ActionContext, asked: string[]) => ({
  context,
  input: null,
  pageFrom: (row: number, by: 1 | -1) => row + 4 * by,
  openPacked: context.view.state.getState().sheet.layout.cells.some(({ binding }) => binding?.kind === 'indicator-list')
    ? () => asked.push('openPacked')
    : null,
})

function keyEvent(chord: string) {
  const names = chord.split('+')
  const last = names.at(-1) ?? ''
  const key = { Plus: '=', Minus: '-' }[last] ?? last
  return {
    key,
    code: '',
    ctrlKey: names.includes('Ctrl'),
    metaKey: false,
    shiftKey: names.includes('Shift'),
    altKey: names.includes('Alt'),
  }
}

export type TypedKeyboard = Keyboard & Pick<OpenedView, 'record' | 'sent'>

/** The merged form: 产出/数量 with two indicators, 效益/社会效益 with one. */
export function onKorla(): TypedKeyboard {
  const opened = openView(korla, [recordWith('送戏下乡', threeIndicators())])
  return { ...keyboard(opened.view), record: opened.record, sent: opened.sent }
}

/** The list form: 甲项目 with three indicators packed in one cell, 乙项目 with none. */
export function onGuangzhou(): TypedKeyboard {
  const opened = openView(guangzhou, [recordWith('甲项目', threeIndicators()), recordWith('乙项目', [])])
  return { ...keyboard(opened.view), record: opened.record, sent: opened.sent }
}

/** The packed cell of 甲项目 opened as a grid of its own. */
export function onPackedCell(): TypedKeyboard {
  const opened = openView(guangzhou, [recordWith('甲项目', threeIndicators()), recordWith('乙项目', [])])
  const view = openSheetView(opened.view.editor, indicatorsOf(opened.view.editor, 'p0'))
  return { ...keyboard(view), record: opened.record, sent: opened.sent }
}
