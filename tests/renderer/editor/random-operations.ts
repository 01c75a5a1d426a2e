/** Random things a person does in the editor, as data (so that fast-check can shrink them), and how they are done. */
import fc from 'fast-check'
import { parseSeparatedText } from '../../../renderer/editor/clipboard/read/clipboard.ts'
import { indicatorsOf } from '../../../renderer/editor/view/indicator-view.ts'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import { dropPlace } from '../../../renderer/editor/commands/rows/row-drag.ts'
import { addComment, closeComment, removeComment } from '../../../renderer/editor/commands/note-commands.ts'
import { commentPlace } from '../../../renderer/editor/commands/note-draft.ts'
import {
  appendItem,
  duplicateItems,
  insertItems,
  removeItems,
} from '../../../renderer/editor/commands/rows/row-commands.ts'
import { moveItems, moveItemsTo, sortItems } from '../../../renderer/editor/commands/rows/row-moves.ts'
import { extendTo, selectOnly, selectRows } from '../../../renderer/editor/grid/selection.ts'
import {
  beginEditing,
  clearSelected,
  commitCell,
  fillRange,
  fillSelection,
  keepTyping,
} from '../../../renderer/editor/commands/sheet-commands.ts'
import { isInput } from '../../../renderer/editor/grid/sheet-map.ts'
import type { Position } from '../../../renderer/editor/grid/sheet-map.ts'
import { openSheetView, selectAt } from '../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../renderer/editor/view/sheet-view.ts'

/** Numbers are reduced to what the sheet has when the operation is done. */
export type Operation = Gesture | { do: 'undo' | 'redo'; times: number } | { do: 'restart' }

/** `project`: in the indicator grid of that project, where the form packs indicators into a cell. */
type Gesture =
  | { do: 'type'; mode: 'typing' | 'editing'; at: number; text: string; project: number | null }
  | { do: 'paste'; at: number; text: string; project: number | null }
  | { do: 'rows'; what: keyof typeof rowActs; from: number; over: number; whole: boolean; project: number | null }
  | { do: 'note'; what: 'pin' | 'deal with' | 'remove'; at: number; project: number | null }
  | { do: 'cells'; what: keyof typeof cellActs; from: number; over: number; project: number | null }

const rowActs = {
  append: appendItem,
  'insert above': (view: SheetView) => insertItems(view, 'above'),
  'insert below': (view: SheetView) => insertItems(view, 'below'),
  remove: removeItems,
  duplicate: duplicateItems,
  'move up': (view: SheetView) => moveItems(view, -1),
  'move down': (view: SheetView) => moveItems(view, 1),
  sort: sortItems,
  'drag to the start': (view: SheetView) => drag(view, 0),
  'drag to the end': (view: SheetView) => drag(view, Number.MAX_SAFE_INTEGER),
}

const cellActs = {
  clear: clearSelected,
  'fill down': (view: SheetView) => fillRange(view, 'down'),
  'fill right': (view: SheetView) => fillRange(view, 'right'),
  'fill selection': fillSelection,
}

function drag(view: SheetView, row: number): void {
  const place = dropPlace(view, row, true)
  if (place) moveItemsTo(view, place.before)
}

const text = fc.constantFrom(
  '',
  '',
  '≥95%',
  '=3人',
  '１２．５',
  '12.50',
  '产出指标',
  '效益指标',
  '数量指标',
  '社会效益指标',
  '社会效益',
  '演出场次',
  '第一行\n第二行',
  '1.数量指标：养护绿地≥12万平方米；\n2.质量指标：合格率100%。',
  '"引号"\t制表',
  '😀𠮷',
  '\u0007\ud800',
)
const number = fc.nat({ max: 5000 })
/** How many positions of the grid a selection goes on: a few rows at most, or the tables would double and double. */
const reach = fc.nat({ max: 25 })
const project = fc.option(fc.nat({ max: 6 }))
const block = fc
  .array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t')).join('\r\n'))
const typing = fc.constantFrom('typing' as const, 'editing' as const)
const rowAct = fc.constantFrom(...(Object.keys(rowActs) as (keyof typeof rowActs)[])) // the names of the table above
const cellAct = fc.constantFrom(...(Object.keys(cellActs) as (keyof typeof cellActs)[])) // the names of the table above

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), mode: typing, at: number, text, project }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('paste' as const), at: number, text: block, project }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('rows' as const),
      what: rowAct,
      from: number,
      over: reach,
      whole: fc.boolean(),
      project,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('cells' as const), what: cellAct, from: number, over: reach, project }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('note' as const),
      what: fc.constantFrom('pin' as const, 'pin' as const, 'deal with' as const, 'remove' as const),
      at: number,
      project,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const),
      times: fc.nat({ max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
)

/** Does one operation on the form or, with a `project` on a list form, in the grid of that project's indicators. */
export function act(form: SheetView, operation: Exclude<Operation, { do: 'restart' }>): void {
  const { editor } = form
  if (isUndo(operation)) {
    for (let times = 0; times <= operation.times; times++) editor[operation.do]()
    return
  }
  const packed = operation.project !== null && form.template.scope === 'unit'
  const entries = editor.entries()
  const key = packed ? entries[(operation.project ?? 0) % entries.length]?.key : undefined
  const view = key === undefined ? form : openSheetView(editor, indicatorsOf(editor, key))
  actOn(view, operation)
  if (view !== form) view.close()
}

const isUndo = (operation: Operation): operation is Exclude<Operation, Gesture | { do: 'restart' }> =>
  operation.do === 'undo' || operation.do === 'redo'

function actOn(view: SheetView, operation: Gesture): void {
  const { sheet } = view.state.getState()
  const { rows, columns } = sheet.owners
  const inputs = sheet.layout.cells.filter(isInput)
  const place = (index: number) => ({ row: Math.floor(index / columns) % rows, column: index % columns })
  if (operation.do === 'type' || operation.do === 'paste') {
    const cell = inputs[operation.at % inputs.length]
    if (!cell) throw new Error('every sheet has cells to fill in')
    selectAt(view, { row: cell.row, column: cell.column })
    if (operation.do === 'paste') return void pasteRows(view, parseSeparatedText(operation.text))
    beginEditing(view, operation.mode)
    keepTyping(view, operation.text)
    return commitCell(view)
  }
  if (operation.do === 'note') return actOnNotes(view, operation.what, place(operation.at))
  const [from, to] = [place(operation.from), place(operation.from + operation.over)]
  const whole = operation.do === 'rows' && operation.whole
  view.state.setState({ selection: whole ? selectRows(sheet, from.row, to.row) : extendTo(selectOnly(from), to) })
  if (operation.do === 'rows') rowActs[operation.what](view)
  else cellActs[operation.what](view)
}

/** A comment pinned to this position, or the first one of its project dealt with or removed. */
function actOnNotes(view: SheetView, what: 'pin' | 'deal with' | 'remove', position: Position): void {
  selectAt(view, position)
  const place = commentPlace(view)
  if (!place) return
  const { projectKey, path } = place
  const pinned = { view, projectKey, selection: view.state.getState().selection }
  const [note] = view.editor.entries().find(({ key }) => key === projectKey)?.notes ?? []
  if (what === 'pin') addComment(pinned, path, '请核对')
  else if (note && what === 'remove') removeComment(pinned, note.id)
  else if (note) closeComment(pinned, note.id, !note.done)
}
