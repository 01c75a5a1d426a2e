/**
 * Rows of one HTML table as the programs mean them. Excel and Word add hidden rows that only hold widths, Excel writes
 * several empty rows as one (`mso-xlrowspan`) and a text that reaches over empty cells as a wide cell
 * (`mso-ignore:colspan`); spreadsheets take a table that only frames another one for that other one.
 */

export interface HtmlCell {
  text: string
  /** As written; 0 reaches to the last row. */
  rowSpan: number
  colSpan: number
}

export type HtmlRow = HtmlCell[]

export interface OpenCell extends HtmlCell {
  /** The span is no merge: the cells it covers are empty cells of their own. */
  isOverflow: boolean
  keepsSpaces: boolean
  tables: HtmlRow[][]
}

export interface OpenRow {
  cells: OpenCell[]
  isHidden: boolean
  /** How many rows of the sheet this one stands for. */
  times: number
}

type FramedRow = (HtmlCell & { inner: HtmlRow[][] })[]

const standsFor = /mso-xlrowspan\s*:\s*(\d+)/i
/** A row that stands for more, and a cell over more columns, is no table of a form; the rest is left out. */
const most = 200

export function openRow(attributes: Record<string, string>, isHidden: boolean): OpenRow {
  const times = Number(standsFor.exec(attributes['style'] ?? '')?.[1] ?? 1)
  return { cells: [], isHidden: isHidden || attributes['height'] === '0', times: Math.min(Math.max(1, times), most) }
}

/** Hidden rows without a text are left out (cells merged over them become shorter); hidden texts are kept. */
export function finishedRows(rows: readonly OpenRow[], textOf: (cell: OpenCell) => string): FramedRow[] {
  const last = rows.length - 1
  const read = rows.flatMap(({ cells, isHidden, times }, at) => {
    const framed = cells.flatMap((cell) => framedCells(cell, textOf(cell)))
    const isEmpty = framed.every(({ text }) => text === '')
    return Array.from({ length: isEmpty && at < last ? times : 1 }, () => ({
      cells: framed,
      isShown: !(isHidden && isEmpty),
    }))
  })
  /** How many rows are shown above each, and in all. */
  const shownAbove = [0]
  for (const { isShown } of read) shownAbove.push((shownAbove.at(-1) ?? 0) + (isShown ? 1 : 0))
  return read.flatMap(({ cells, isShown }, at) => {
    if (!isShown) return []
    const shownFrom = (span: number) => (shownAbove[Math.min(at + span, read.length)] ?? 0) - (shownAbove[at] ?? 0)
    return [cells.map((cell) => ({ ...cell, rowSpan: shownFrom(cell.rowSpan) }))]
  })
}

function framedCells(cell: OpenCell, text: string): FramedRow {
  const { rowSpan, colSpan, isOverflow, tables: inner } = cell
  if (!isOverflow) return [{ text, rowSpan, colSpan, inner }]
  const empty = Array.from({ length: Math.min(colSpan, most) - 1 }, () => ({
    text: '',
    rowSpan,
    colSpan: 1,
    inner: [],
  }))
  return [{ text, rowSpan, colSpan: 1, inner }, ...empty]
}

/** A table whose one filled cell holds tables only frames them. */
export function unframed(rows: readonly FramedRow[]): HtmlRow[][] {
  const filled = rows.flat().filter(({ text }) => text !== '')
  const [only] = filled
  if (filled.length === 1 && only && only.inner.length > 0) return only.inner
  return rows.length > 0
    ? [rows.map((row) => row.map(({ text, rowSpan, colSpan }) => ({ text, rowSpan, colSpan })))]
    : []
}
