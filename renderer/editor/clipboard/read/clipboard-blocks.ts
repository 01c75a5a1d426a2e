/**
 * HTML of a clipboard → tables of rows and the lines of text around them, in order. White space counts as a browser shows
 * it: runs are one space, <br> and paragraphs are line breaks, &nbsp; is a space, `white-space: pre…` keeps everything.
 * A table inside a cell is text of that cell, unless it is all the cell holds and the outer table only frames it
 * (clipboard-rows.ts). Rows without a table around them, as the middle of a cut-out fragment, are a table too.
 */
import { Parser } from 'htmlparser2'
import { finishedRows, openRow, unframed } from './clipboard-rows.ts'
import type { HtmlRow, OpenCell, OpenRow } from './clipboard-rows.ts'
import { trimMarks, trimMarksEnd } from '../../../../shared/values/text/trim-marks.ts'

/** Code, and what stands beside a text only: readings over it (rt, rp), comments of LibreOffice and Word. */
const skipped = new Set('script style title template noscript iframe object svg math xml rt rp comment'.split(' '))
const skippedClass = /\bmsocomanchor\b|\bcomment-indicator\b/i
/** Excel's word for a text that only reaches over empty cells beside it: no merged cell. */
const overflows = /mso-ignore\s*:\s*colspan/i
const lineElements = new Set('p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre caption'.split(' '))
const keepsSpaces = /white-space\s*:\s*(?:pre|break-spaces)/i
const hides = /display\s*:\s*none|mso-element\s*:\s*comment-list/i
/** Stands for a line end that shows only when more text follows. */
const lineEnd = '\u2028'

/** Characters read between two reports of how far it is. */
const pieceLength = 250_000

export type OnRead = (characters: number) => void

/** Elements and tables inside each other. What is deeper is no table of a form, and costs the square of its depth. */
const maxDepth = 2000
const maxTableDepth = 32

class TooDeep extends Error {}

/** null where elements are nested as no page has them. */
export function readClipboardBlocks(html: string, onRead?: OnRead): (string | HtmlRow[])[] | null {
  try {
    return readBlocks(html, onRead)
  } catch (error) {
    if (error instanceof TooDeep) return null
    throw error
  }
}

function readBlocks(html: string, onRead: OnRead = () => {}): (string | HtmlRow[])[] {
  const blocks: (string | HtmlRow[])[] = []
  const tables: OpenRow[][] = []
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
    for (let open = openCells.length; open > 0 && openCells[open - 1]?.depth === tables.length; open--) closeCell()
  }
  const flushAround = () => {
    const text = cleanText(around)
    for (const line of text.split('\n')) if (line !== '') blocks.push(line)
    around.text = ''
  }

  const open = (name: string, attributes: Record<string, string>) => {
    if (skipping) {
      if (skipping.name === name) skipping.depth += 1
      return
    }
    const isCell = name === 'td' || name === 'th'
    if ((isCell || name === 'tr') && tables.length === 0) open('table', {})
    const isHidden = hides.test(attributes['style'] ?? '')
    if (isBeside(name, attributes) || (isHidden && !isCell && name !== 'tr' && name !== 'col' && name !== 'br')) {
      skipping = { name, depth: 1 }
    } else if (name === 'br') current().text += '\n'
    else if (name === 'table') {
      if (tables.length === 0) flushAround()
      tables.push([])
    } else if (name === 'tr' && tables.length > 0) {
      closeCells()
      tables.at(-1)?.push(openRow(attributes, isHidden))
    } else if (isCell && tables.length > 0) {
      closeCells()
      const table = tables.at(-1)
      if (table?.length === 0) table.push(openRow({}, false))
      const cell = newCell(attributes)
      table?.at(-1)?.cells.push(cell)
      openCells.push({ cell, depth: tables.length })
    } else if (lineElements.has(name)) endLine(current())
  }

  const close = (name: string) => {
    if (skipping) {
      if (skipping.name === name && --skipping.depth === 0) skipping = null
    } else if (name === 'td' || name === 'th') closeCells()
    else if (name === 'table' && tables.length > 0) {
      closeCells()
      const rows = finishedRows(tables.pop() ?? [], cleanText)
      const outer = openCells.at(-1)?.cell
      if (outer) addInner(outer, rows)
      else for (const table of unframed(rows)) blocks.push(table)
    } else if (lineElements.has(name)) endLine(current())
  }

  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > maxDepth || tables.length > maxTableDepth) throw new TooDeep()
        open(name, attributes)
      },
      onclosetag(name) {
        depth -= 1
        close(name)
      },
      ontext: (text) => {
        if (!skipping) addText(current(), text)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  for (let at = 0; at < html.length; at += pieceLength) {
    onRead(at)
    parser.write(html.slice(at, at + pieceLength))
  }
  parser.end()
  for (let open = tables.length; open > 0; open--) close('table')
  flushAround()
  return blocks
}

const isBeside = (name: string, attributes: Record<string, string>): boolean =>
  skipped.has(name) || skippedClass.test(attributes['class'] ?? '')

function newCell(attributes: Record<string, string>): OpenCell {
  return {
    text: '',
    rowSpan: span(attributes['rowspan']),
    colSpan: span(attributes['colspan']),
    isOverflow: overflows.test(attributes['style'] ?? ''),
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
  const lines = withLineEnds(text)
    .split('\n')
    .map((line) => (keeps ? line : line.replaceAll(/ {2,}/g, ' ').trim()))
  return trimMarks(lines.join('\n').replaceAll('\u00A0', ' '), '\n')
}

/** Line ends as breaks: several with nothing but spaces between them are one, and so is one behind a break. */
function withLineEnds(text: string): string {
  if (!text.includes(lineEnd)) return text
  const pieces = text.split(lineEnd)
  const last = pieces.length - 1
  const filled = pieces.filter((piece, at) => at === 0 || at === last || trimMarks(piece, ' ') !== '')
  return filled
    .map((piece, at) => {
      const begun = at === 0 ? piece : piece.replace(/^ +/, '')
      return at === filled.length - 1 ? begun : trimMarksEnd(begun, ' ').replace(/\n$/, '')
    })
    .join('\n')
}

function addInner(outer: OpenCell, rows: HtmlRow[]): void {
  outer.tables.push(rows)
  endLine(outer)
  outer.text += rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n')
  outer.text += lineEnd
}
