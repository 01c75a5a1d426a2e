/**
 * HTML of a clipboard → tables of rows and the lines of text around them, in order. White space counts as a browser shows
 * it: runs are one space, <br> and paragraphs are line breaks, &nbsp; is a space, `white-space: pre…` keeps everything.
 * A table inside a cell is text of that cell, unless it is all the cell holds and the outer table only frames it.
 */
import { Parser } from 'htmlparser2'

export interface HtmlCell {
  text: string
  /** As written; 0 reaches to the last row. */
  rowSpan: number
  colSpan: number
}

export type HtmlRow = HtmlCell[]

interface OpenCell extends HtmlCell {
  keepsSpaces: boolean
  tables: HtmlRow[][]
}

interface OpenTable {
  rows: { cells: OpenCell[]; isHidden: boolean }[]
}

const skipped = new Set(['script', 'style', 'title', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'xml'])
const lineElements = new Set('p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre caption'.split(' '))
const keepsSpaces = /white-space\s*:\s*(?:pre|break-spaces)/i
const hides = /display\s*:\s*none/i
/** Stands for a line end that shows only when more text follows. */
const lineEnd = '\u2028'

export function readClipboardBlocks(html: string): (string | HtmlRow[])[] {
  const blocks: (string | HtmlRow[])[] = []
  const tables: OpenTable[] = []
  /** Tables with a cell open, and text around all tables at the bottom. */
  const openCells: { cell: OpenCell; depth: number }[] = []
  const around = newCell({})
  /** Element in which everything is skipped, by name and nesting. */
  let skipping: { name: string; depth: number } | null = null

  const current = () => openCells.at(-1)?.cell ?? around
  const closeCell = () => {
    openCells.pop()
  }
  const closeCells = () => {
    while (tables.length > 0 && openCells.at(-1)?.depth === tables.length) closeCell()
  }
  const flushAround = () => {
    const text = cleanText(around)
    if (text !== '') blocks.push(...text.split('\n').filter((line) => line !== ''))
    around.text = ''
  }

  const open = (name: string, attributes: Record<string, string>) => {
    if (skipping) {
      if (skipping.name === name) skipping.depth += 1
      return
    }
    const isCell = name === 'td' || name === 'th'
    const isHidden = hides.test(attributes['style'] ?? '')
    if (skipped.has(name) || (isHidden && !isCell && name !== 'tr' && name !== 'col' && name !== 'br')) {
      skipping = { name, depth: 1 }
    } else if (name === 'br') current().text += '\n'
    else if (name === 'table') {
      if (tables.length === 0) flushAround()
      tables.push({ rows: [] })
    } else if (name === 'tr' && tables.length > 0) {
      closeCells()
      tables.at(-1)?.rows.push({ cells: [], isHidden })
    } else if (isCell && tables.length > 0) {
      closeCells()
      const table = tables.at(-1)
      if (table?.rows.length === 0) table.rows.push({ cells: [], isHidden: false })
      const cell = newCell(attributes)
      table?.rows.at(-1)?.cells.push(cell)
      openCells.push({ cell, depth: tables.length })
    } else if (lineElements.has(name)) endLine(current())
  }

  const close = (name: string) => {
    if (skipping) {
      if (skipping.name === name && --skipping.depth === 0) skipping = null
    } else if (name === 'td' || name === 'th') closeCells()
    else if (name === 'table' && tables.length > 0) {
      closeCells()
      const rows = finishedRows(tables.pop())
      const outer = openCells.at(-1)?.cell
      if (outer) addInner(outer, rows)
      else blocks.push(...unframed(rows))
    } else if (lineElements.has(name)) endLine(current())
  }

  const parser = new Parser(
    {
      onopentag: open,
      onclosetag: close,
      ontext: (text) => {
        if (!skipping) addText(current(), text)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(html)
  while (tables.length > 0) close('table')
  flushAround()
  return blocks
}

function newCell(attributes: Record<string, string>): OpenCell {
  return {
    text: '',
    rowSpan: span(attributes['rowspan']),
    colSpan: span(attributes['colspan']),
    keepsSpaces: keepsSpaces.test(attributes['style'] ?? ''),
    tables: [],
  }
}

function span(attribute: string | undefined): number {
  const value = Number.parseInt(attribute ?? '1', 10)
  return Number.isNaN(value) || value < 0 ? 1 : value
}

function addText(cell: OpenCell, text: string): void {
  cell.text += cell.keepsSpaces ? text : text.replaceAll(/[ \t\r\n\f]+/g, ' ')
}

function endLine(cell: OpenCell): void {
  if (cell.text.trim() !== '' || cell.text.includes('\u00A0')) cell.text += lineEnd
}

/** Line ends that stand at a break already, or with nothing behind them, are none. */
function cleanText({ text, keepsSpaces: keeps }: OpenCell): string {
  const lines = text
    .replaceAll(/\n? *\u2028[ \u2028]*/g, '\n')
    .split('\n')
    .map((line) => (keeps ? line : line.replaceAll(/ {2,}/g, ' ').trim()))
  return lines
    .join('\n')
    .replaceAll('\u00A0', ' ')
    .replace(/^\n+|\n+$/g, '')
}

function addInner(outer: OpenCell, rows: HtmlRow[]): void {
  outer.tables.push(rows)
  endLine(outer)
  outer.text += rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n')
  outer.text += lineEnd
}

/** Excel ends a table of merged columns with a hidden row of empty cells that only holds the widths. */
function finishedRows(table: OpenTable | undefined): FramedRow[] {
  return (table?.rows ?? [])
    .map(({ cells, isHidden }) => ({
      isHidden,
      cells: cells.map((cell) => ({
        text: cleanText(cell),
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan,
        inner: cell.tables,
      })),
    }))
    .filter(({ isHidden, cells }) => !(isHidden && cells.every(({ text }) => text === '')))
    .map(({ cells }) => cells)
}

type FramedRow = (HtmlCell & { inner: HtmlRow[][] })[]

/** A table whose one filled cell holds tables only frames them. */
function unframed(rows: FramedRow[]): HtmlRow[][] {
  const filled = rows.flat().filter(({ text }) => text !== '')
  const [only] = filled
  if (filled.length === 1 && only && only.inner.length > 0) return only.inner
  return rows.length > 0
    ? [rows.map((row) => row.map(({ text, rowSpan, colSpan }) => ({ text, rowSpan, colSpan })))]
    : []
}
