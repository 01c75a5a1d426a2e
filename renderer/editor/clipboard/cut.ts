/**
 * What was cut, until it is pasted. As in a spreadsheet the cells keep their content under a dashed frame, and the paste
 * moves it in one step of undo; Esc, another copy or any change of the table gives it up. Pasted elsewhere (another
 * program, another table, the indicators of another project) it is a copy, and the source stays.
 */
import { createStore } from 'zustand/vanilla'
import type { CellWrite } from '../commands/cell-writes.ts'
import { writesOver } from '../commands/cell-writes.ts'
import { writtenRange } from '../commands/rows/level-rows.ts'
import { selectedItems } from '../commands/rows/row-commands.ts'
import { rangeOf } from '../grid/selection.ts'
import type { Range } from '../grid/selection.ts'
import type { SheetView } from '../view/sheet-view.ts'
import type { ClipboardTexts } from './read/clipboard.ts'
import { readClipboard } from './read/read-clipboard.ts'
import { trimMarksEnd } from '../../../shared/values/text/trim-marks.ts'

export interface Cut {
  view: SheetView
  range: Range
  /** Whole rows of indicators or projects: the rows move, not their texts. */
  areRows: boolean
  /** Takes the content away from where it was. */
  clearing: CellWrite[]
  texts: ClipboardTexts
}

export const cutCells = createStore<{ cut: Cut | null }>(() => ({ cut: null }))

let endFollowing: () => void = () => undefined

/** The selection is cut; `texts`: what was put on the clipboard. */
export function beginCut(view: SheetView, texts: ClipboardTexts): void {
  giveUpCut()
  const { sheet, selection } = view.state.getState()
  const areRows = selection.wholeRows === true && (selectedItems(view)?.count ?? 0) > 0
  const range = areRows ? rangeOf(sheet, selection) : writtenRange(view)
  const own = sheet.layout.rows.slice(range.row, range.lastRow + 1)
  cutCells.setState({
    cut: {
      view,
      range,
      areRows: areRows && own.every(({ item }) => item !== undefined),
      clearing: writesOver(sheet, range, ''),
      texts,
    },
  })
  endFollowing = view.editor.state.subscribe((now, before) => {
    if (now.history.present !== before.history.present) giveUpCut()
  })
}

/** false: nothing was cut. */
export function giveUpCut(): boolean {
  endFollowing()
  endFollowing = () => undefined
  const { cut } = cutCells.getState()
  if (cut) cutCells.setState({ cut: null })
  return cut !== null
}

/** What was cut in this view; null where there is nothing, or the clipboard holds something else meanwhile. */
export function cutOnClipboard(view: SheetView, html: string, plain: string): Cut | null {
  const { cut } = cutCells.getState()
  if (cut?.view !== view) return null
  const isSame = lines(plain) !== '' ? lines(plain) === lines(cut.texts.plain) : isSameCells(cut.texts, html)
  return isSame ? cut : null
}

/** Clipboards change line ends and add one. */
const lines = (plain: string): string => trimMarksEnd(plain.replaceAll('\r\n', '\n'), '\n')

/** A browser wraps the HTML it was given; blank cells have no other text. */
const isSameCells = (texts: ClipboardTexts, html: string): boolean =>
  html.length < 4 * texts.html.length + 10_000 && // much more than was cut is not read for that
  cellsOf(html, '') === cellsOf(texts.html, '') &&
  lines(texts.plain) === ''

const cellsOf = (html: string, plain: string): string => JSON.stringify(readClipboard(html, plain)?.rows)
