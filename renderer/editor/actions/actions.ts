/**
 * Everything the editor can do, once: toolbar, context menu, shortcuts and the desktop menu read this table. `run` gets
 * the view the person works in and what the page lends (leaving to the preview, showing messages).
 */
import { cellOffer } from '../commands/cell-offer.ts'
import { canFillPlan, canFillUsual, canSumTotals, fillPlan, sumTotals } from '../commands/derived-commands.ts'
import { askMoneyUnit, hasMoneyUnit } from '../commands/money-unit.ts'
import { startComment } from '../commands/note-draft.ts'
import { pasteCutRows } from '../clipboard/paste-cut.ts'
import { openFind } from '../find/find-state.ts'
import { clearSelected, commitCell, fillRange, fillSelection } from '../commands/sheet-commands.ts'
import { appendItem, duplicateItems, insertItems, removeItems, selectedItems } from '../commands/rows/row-commands.ts'
import { moveItems, sortItems } from '../commands/rows/row-moves.ts'
import { canChangeLevel, changeLevel } from '../commands/rows/level-commands.ts'
import { selectAll, wholeRowsOf } from '../grid/selection.ts'
import type { Spot } from '../table/spot.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface ActionContext {
  view: SheetView
  /** Puts the cursor to a place of the table, on the form or in the indicators of a project. */
  visit(spot: Spot): void
  /** Leaves the open cell as a click elsewhere does: a composition ends first, then the text is written. */
  leaveCell(): void
  focusSheet: () => void
  /** Undo and redo, putting the cursor where the change was. */
  undo(): void
  redo(): void
  /** Rows were deleted; the note offers to undo it. */
  noteRemoved(from: SheetView, count: number): void
  noteSorted(changed: boolean): void
  /** A key that moves rows was pressed without selected rows. */
  noteSelectRows(): void
  showSaved(): void
  preview(): void
  checkNow(): void
  /** Asks how the unit usually chooses, and fills. */
  fillUsual(view: SheetView): void
  zoom(by: 1 | -1 | 'width' | 'actual'): void
  clipboard(what: 'copy' | 'cut' | 'paste'): void
}

export interface Action {
  id: string
  label: string
  /** Chords that run it (shortcut.ts); the first is shown. */
  shortcuts: string[]
  enabled(context: ActionContext): boolean
  run(context: ActionContext): void
}

const always = () => true
const removeRows = (context: ActionContext) => {
  const count = removeItems(context.view)
  if (count > 0) context.noteRemoved(context.view, count)
}
/** Cut rows are what is inserted, as in a spreadsheet; else new ones. */
const insertRows = ({ view }: ActionContext, where: 'above' | 'below') => {
  if (!pasteCutRows(view, where)) insertItems(view, where)
}
const onRows = ({ view }: ActionContext) => (selectedItems(view)?.count ?? 0) > 0

function action(
  id: string,
  label: string,
  shortcuts: string[],
  run: Action['run'],
  enabled: Action['enabled'] = always,
): Action {
  return { id, label, shortcuts, run, enabled }
}

function find(view: SheetView, what: 'find' | 'replace'): void {
  commitCell(view)
  openFind(what)
}

export const actions: readonly Action[] = [
  action(
    'undo',
    '撤销',
    ['Ctrl+Z'],
    (c) => c.undo(),
    ({ view }) => view.state.getState().editing !== null || view.editor.state.getState().history.past.length > 0,
  ),
  action(
    'redo',
    '重做',
    ['Ctrl+Y', 'Ctrl+Shift+Z'],
    (c) => c.redo(),
    (c) => c.view.editor.state.getState().history.future.length > 0,
  ),
  action('cut', '剪切', ['Ctrl+X'], (c) => c.clipboard('cut')),
  action('copy', '复制', ['Ctrl+C'], (c) => c.clipboard('copy')),
  action('paste', '粘贴', ['Ctrl+V'], (c) => c.clipboard('paste')),
  action('clear', '清除内容', ['Delete'], (c) => clearSelected(c.view)),
  action('fill-down', '向下填充', ['Ctrl+D'], (c) => fillRange(c.view, 'down')),
  action('fill-right', '向右填充', ['Ctrl+R'], (c) => fillRange(c.view, 'right')),
  action('fill-selection', '填入所选单元格', ['Ctrl+Enter'], (c) => fillSelection(c.view)),
  action('append-row', '在末尾加一行', [], (c) => appendItem(c.view)),
  action('insert-above', '在上方插入行', ['Ctrl+Plus'], (c) => insertRows(c, 'above')),
  action('insert-below', '在下方插入行', ['Ctrl+Alt+Plus'], (c) => insertRows(c, 'below')),
  action('duplicate-row', '复制整行', ['Ctrl+Shift+D'], (c) => duplicateItems(c.view), onRows),
  action('remove-row', '删除行', ['Ctrl+Minus'], (c) => removeRows(c), onRows),
  action('move-up', '上移一行', ['Alt+ArrowUp'], (c) => moveItems(c.view, -1), onRows),
  action('move-down', '下移一行', ['Alt+ArrowDown'], (c) => moveItems(c.view, 1), onRows),
  action('row-level', '改所选行的级别…', ['Ctrl+L'], (c) => changeLevel(c.view), (c) => canChangeLevel(c.view)), // prettier-ignore
  action('sort-rows', '按表样顺序排列', [], (c) => c.noteSorted(sortItems(c.view))),
  action('select-row', '选中整行', ['Shift+Space'], ({ view }) => {
    view.state.setState(({ sheet, selection }) => ({ selection: wholeRowsOf(sheet, selection) }))
  }),
  action('select-all', '全选', ['Ctrl+A'], ({ view }) => {
    commitCell(view)
    view.state.setState(({ sheet }) => ({ selection: selectAll(sheet) }))
  }),
  action('accept-offer', '采用提示的写法', ['F4'], ({ view }) => cellOffer(view)?.accept(), ({ view }) => cellOffer(view) !== null), // prettier-ignore
  action('sum-totals', '一键合计（总额＝各项之和）', [], (c) => sumTotals(c.view), (c) => canSumTotals(c.view)), // prettier-ignore
  action('fill-plan', '填支出计划（25%、50%、75%、100%）', [], (c) => fillPlan(c.view), (c) => canFillPlan(c.view)), // prettier-ignore
  action('money-unit', '改金额单位…', [], (c) => askMoneyUnit(c.view), (c) => hasMoneyUnit(c.view)), // prettier-ignore
  action('fill-usual', '按本单位习惯填充', [], (c) => c.fillUsual(c.view), (c) => canFillUsual(c.view)), // prettier-ignore
  action('comment', '给这一格写意见', ['Shift+F2'], (c) => startComment(c.view)),
  action('find', '查找', ['Ctrl+F'], ({ view }) => find(view, 'find')),
  action('replace', '查找和替换', ['Ctrl+H'], ({ view }) => find(view, 'replace')),
  action('save', '已自动保存', ['Ctrl+S'], (c) => c.showSaved()),
  action('preview', '预览', ['Ctrl+P'], (c) => c.preview()),
  action('check', '立即检查', ['F7'], (c) => c.checkNow()),
  action('zoom-in', '放大', [], (c) => c.zoom(1)),
  action('zoom-out', '缩小', [], (c) => c.zoom(-1)),
  action('zoom-actual', '100%', ['Ctrl+0'], (c) => c.zoom('actual')),
  action('zoom-width', '适合宽度', ['Ctrl+9'], (c) => c.zoom('width')),
]

export const findAction = (id: string): Action | undefined => actions.find((one) => one.id === id)

export const actionOfChord = (chord: string): Action | undefined => actions.find((one) => one.shortcuts.includes(chord))

/** They work on the open text, or do not touch the table. */
const leaveCellOpen = ['fill-selection', 'zoom-in', 'zoom-out', 'zoom-actual', 'zoom-width']

/** By button, menu or key: a command means the table as the person sees it, with the text of the open cell. */
export function runAction(one: Action, context: ActionContext): void {
  if (!leaveCellOpen.includes(one.id)) context.leaveCell()
  if (one.enabled(context)) one.run(context)
}
