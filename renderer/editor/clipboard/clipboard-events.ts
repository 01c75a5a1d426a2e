/** The DOM's copy, cut and paste events on the sheet; says what found no place, and offers to take in a whole form. */
import { say, sayWarning } from '../../shell/notify.ts'
import { copyRange } from './read/clipboard.ts'
import { areWholeRows } from './copied-table.ts'
import { beginCut, cutOnClipboard, giveUpCut } from './cut.ts'
import { pasteCutCells, pasteCutRows } from './paste-cut.ts'
import { startLargePaste } from './large/large-paste.ts'
import { pasteRows } from './paste.ts'
import { isAtOnce, refusal, tooMuch } from './large/paste-limits.ts'
import { pasteNote } from './paste-note.ts'
import { offerWholeForm } from './paste-offer.ts'
import { readClipboard } from './read/read-clipboard.ts'
import { isSingleCell, rangeOf, selectRows } from '../grid/selection.ts'
import { carriedText } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'

/** What a DataTransfer has of use here; the system's clipboard. */
export interface ClipboardTarget {
  setData(type: string, text: string): void
}

/** One cell is copied as its field's text, several as they are printed: “部门名称：…” with what the form says around it. */
export function copySelection(view: SheetView, data: ClipboardTarget, cut: boolean): void {
  const { sheet, selection } = view.state.getState()
  const range = rangeOf(sheet, selection)
  const isSingle = isSingleCell(sheet, range)
  const texts = copyRange(sheet, range, (cell) => (isSingle ? carriedText(view, cell) : cell.text), selection.wholeRows)
  data.setData('text/plain', texts.plain)
  data.setData('text/html', texts.html)
  if (cut) beginCut(view, texts)
  else giveUpCut()
}

export function pasteTexts(view: SheetView, html: string, plain: string): void {
  const much = tooMuch(html, plain)
  if (much !== null) return sayWarning(much)
  const cut = cutOnClipboard(view, html, plain)
  if (!cut && !isAtOnce(html, plain)) {
    if (areWholeRows(html)) selectRowOfCursor(view)
    return startLargePaste(view, html, plain)
  }
  const content = readClipboard(html, plain)
  const refused = refusal(content?.rows)
  if (refused !== null || !content) return sayWarning(refused ?? '')
  if (cut?.areRows) {
    if (pasteCutRows(view, 'above') === null) sayWarning('剪切的是整行：请先点要放到的那一行，再粘贴到它的上面。')
    return
  }
  const before = view.editor.entries()
  if (!cut && areWholeRows(html)) selectRowOfCursor(view)
  const outcome = cut ? pasteCutCells(view, cut, content.rows) : pasteRows(view, content.rows)
  const note = pasteNote(outcome, content.outside.length)
  if (note) (note.isWarning ? sayWarning : say)(note.text)
  if (!cut) void offerWholeForm(view, content.grid, before)
}

/** Copied rows go over whole rows, as in a spreadsheet: from the first column of the cursor's row of indicators or projects. */
function selectRowOfCursor(view: SheetView): void {
  const { sheet, selection } = view.state.getState()
  const { row } = selection.anchor
  if (selection.wholeRows || sheet.layout.rows[row]?.item === undefined) return
  view.state.setState({ selection: selectRows(sheet, row, row) })
}
