/** What actions may ask of the page (actions.ts), made once for an open table. */
import { say, sayWarning } from '../ui/notify.ts'
import { goTo } from '../ui/place.ts'
import { clockTime } from '../ui/clock-time.ts'
import type { ActionContext } from './actions.ts'
import { checkNow } from './check-table.ts'
import { pasteTexts } from './clipboard-events.ts'
import { commitCell } from './sheet-commands.ts'
import { clampSelection } from './selection.ts'
import type { SheetView } from './sheet-view.ts'
import type { Spot } from './table-editor.ts'
import { setZoom, stepZoom } from './zoom.ts'

export function createContext(view: SheetView, focusSheet: () => void, zoom: number): ActionContext {
  const { editor } = view
  const back = (spot: Spot | null) => {
    if (spot?.view !== view.name) return
    view.state.setState(({ sheet }) => ({ selection: clampSelection(sheet, spot.selection) }))
  }
  return {
    view,
    undo: () => back(editor.undo()),
    redo: () => back(editor.redo()),
    showSaved() {
      commitCell(view)
      void editor.autosave.flush().then((saved) => {
        const { save } = editor.state.getState()
        if (saved)
          say(
            `全部内容已保存${save.kind === 'saved' && save.at !== null ? `（${clockTime(save.at)}）` : ''}。输入后会自动保存。`,
          )
      })
    },
    preview() {
      commitCell(view)
      void editor.autosave.flush().then(() => goTo('preview', [editor.id]))
    },
    checkNow: () => checkNow(editor),
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

async function pasteFromMenu(view: SheetView): Promise<void> {
  try {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '')
    const html = await read('text/html')
    pasteTexts(view, html, await read('text/plain'))
  } catch {
    sayWarning('这里不允许从菜单读取剪贴板，请按 Ctrl+V 粘贴。') // permission refused by the browser or the window
  }
}
