/** The DOM's copy, cut and paste events on the sheet: HTML first, then tab-separated text; says what found no place. */
import { say, sayWarning } from '../ui/notify.ts'
import { parseHtmlTable } from './clipboard-html.ts'
import { copyRange, parseSeparatedText } from './clipboard.ts'
import { pasteRows } from './paste.ts'
import { rangeOf } from './selection.ts'
import { clearSelected } from './sheet-commands.ts'
import { fieldText } from './sheet-view.ts'
import type { SheetView } from './sheet-view.ts'

export function copySelection(view: SheetView, data: DataTransfer, cut: boolean): void {
  const { sheet, selection } = view.state.getState()
  const texts = copyRange(sheet, rangeOf(sheet, selection), (cell) => fieldText(view, cell))
  data.setData('text/plain', texts.plain)
  data.setData('text/html', texts.html)
  if (cut) clearSelected(view)
}

export function pasteClipboard(view: SheetView, data: DataTransfer): void {
  const html = data.getData('text/html')
  const plain = data.getData('text/plain')
  if (html === '' && plain === '') return sayWarning('剪贴板里没有文字，没有粘贴。')
  const rows = (html === '' ? null : parseHtmlTable(html)) ?? parseSeparatedText(plain)
  const { placed, unplaced, addedRows } = pasteRows(view, rows)
  const added = addedRows > 0 ? `，增加了 ${addedRows} 行` : ''
  if (unplaced > 0) {
    sayWarning(`已粘贴 ${placed} 个单元格${added}；有 ${unplaced} 个放不下或遇到不能修改的单元格，没有粘贴。`)
  } else if (addedRows > 0) say(`已粘贴 ${placed} 个单元格${added}。`)
}
