/** What actions may ask of the page (actions.ts), made once for an open table. */
import { say, sayWarning } from '../../shell/notify.ts'
import { goTo } from '../../shell/place.ts'
import { call } from '../../api.ts'
import type { ActionContext } from './actions.ts'
import type { SaveState } from '../table/autosave.ts'
import { checkNow } from '../table/check-table.ts'
import { pasteTexts } from '../clipboard/clipboard-events.ts'
import { readMenuClipboard } from '../clipboard/read/menu-clipboard.ts'
import { fillUsualChoices } from '../commands/derived-commands.ts'
import { checkedText, savedText } from './action-notes.ts'
import { commitCell } from '../commands/sheet-commands.ts'
import { offerUndo } from './offer-undo.tsx'
import { itemKind } from '../commands/rows/row-commands.ts'
import type { SheetView } from '../view/sheet-view.ts'
import type { Spot } from '../table/spot.ts'
import { setZoom, stepZoom } from '../view/zoom.ts'

/** `visit` puts the cursor where a change was made, in the form or in the indicators of a project. */
export function createContext(
  view: SheetView,
  focusSheet: () => void,
  zoom: number,
  visit: (spot: Spot) => void,
): ActionContext {
  const { editor } = view
  const back = (spot: Spot | null) => {
    if (spot) visit(spot)
  }
  return {
    view,
    visit,
    focusSheet,
    leaveCell() {
      const input = document.activeElement
      if (!(input instanceof HTMLElement) || !input.matches('.open-cell:not([data-mode=selecting])')) return
      input.blur() // writes the text (cell-input.tsx)
      input.focus({ preventScroll: true })
    },
    undo: () => back(editor.undo()),
    redo: () => back(editor.redo()),
    noteRemoved(from, count) {
      const deleted = itemKind(from) === 'record' ? `${count} 个项目` : `${count} 行指标`
      offerUndo(editor, `已删除 ${deleted}。`, () => back(editor.undo()))
    },
    noteSorted(changed) {
      say(changed ? '指标已按表样的顺序排列。' : '指标已经是表样的顺序。')
    },
    noteSelectRows() {
      say('移动行：先按 Shift+空格 或点行号选中整行，再按 Alt+↑ 或 Alt+↓。')
    },
    showSaved() {
      commitCell(view)
      void editor.autosave.flush().then((saved) => {
        if (saved) void saySaved(editor.state.getState().save)
      })
    },
    preview() {
      commitCell(view)
      void editor.autosave.flush().then(() => goTo('preview', [editor.id]))
    },
    checkNow() {
      commitCell(view)
      checkNow(editor)
      say(checkedText(editor.state.getState().problems))
    },
    fillUsual(from) {
      const unitName = from.records()[0]?.unit.name ?? ''
      void call('entries.usual', { unitName }).then((rows) => fillUsualChoices(from, rows.ok ? rows.value : []))
    },
    zoom(by) {
      setZoom(by === 'width' ? 'width' : by === 'actual' ? 1 : stepZoom(zoom, by))
    },
    clipboard(what) {
      focusSheet()
      if (what === 'paste') void pasteFromMenu(view)
      else document.execCommand(what) // the only way to raise the copy event from a menu
    },
  }
}

async function saySaved(save: SaveState): Promise<void> {
  const info = await call('app.info', {})
  say(savedText(save, info.ok ? info.value.workspace : ''))
}

async function pasteFromMenu(view: SheetView): Promise<void> {
  const asked = await call('clipboard.paste', {})
  if (asked.ok && asked.value.pasted) return // it comes as the paste event
  try {
    const { html, plain } = await readMenuClipboard()
    pasteTexts(view, html, plain)
  } catch {
    sayWarning('这里不允许从菜单读取剪贴板，请按 Ctrl+V 粘贴。') // permission refused by the browser or the window
  }
}
