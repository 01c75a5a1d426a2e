/**
 * Text whose columns are parted by runs of blanks, as printed by other programs: two blanks or more, or one wide as a
 * Chinese character, with every column beginning at one place. Read only where that is certain: a heading of known
 * labels, and every line below it with its cells under those headings. Places are counted as in a fixed-width font, a
 * Chinese character once as two places and once as one.
 */
import { columnFieldOf, fieldOf } from '../../../shared/reading/words/labels.ts'
import { normalizeLabel } from '../../../shared/values/text/normalize.ts'
import { walk } from '../../../shared/values/text/walk.ts'

interface Piece {
  text: string
  /** Place of its first character, and the place behind its last. */
  start: number
  end: number
}

interface Line {
  pieces: Piece[]
  /** Without the blanks around it. */
  whole: string
}

const headingsNeeded = 3
const mostHeadings = 60
const rowsNeeded = 2
/** Signs such as ≥ are one place wide here and two there. */
const tolerance = 2

/** Rows of cells; null where the text holds no certain table of this kind. */
export function alignedColumns(text: string): string[][] | null {
  if (text.includes('\t')) return null
  for (const wide of [2, 1]) {
    const rows = rowsOf(text.split(/\r\n|\n|\r/).map((line) => cutLine(line, wide)))
    if (rows) return rows
  }
  return null
}

function rowsOf(lines: readonly Line[]): string[][] | null {
  const rows: string[][] = []
  let hasTable = false
  const end = walk(0, lines.length, (index) => {
    const line = lines[index]
    if (!line) return null
    if (!isHeading(line)) {
      rows.push(looseCells(line))
      return index + 1
    }
    const table = tableBelow(lines, index)
    if (!table) return null
    hasTable = true
    for (const row of table) rows.push(row)
    return index + table.length
  })
  return hasTable && end >= lines.length ? rows : null
}

const isHeading = ({ pieces }: Line): boolean => {
  if (pieces.length < headingsNeeded || pieces.length > mostHeadings) return false
  const known = pieces.filter(({ text }) => columnFieldOf(normalizeLabel(text)) !== undefined).length
  return known >= headingsNeeded && known * 2 > pieces.length
}

/** The rows of the table from its heading on, blank lines included; null when one of its lines does not fit. */
function tableBelow(lines: readonly Line[], top: number): string[][] | null {
  const heads = lines[top]?.pieces ?? []
  const rows = [heads.map(({ text }) => text)]
  let filled = 0
  for (let index = top + 1; index < lines.length; index++) {
    const { pieces = [], whole = '' } = lines[index] ?? {}
    const cells = cellsUnder(heads, pieces)
    if (cells) {
      rows.push(cells)
      if (pieces.length >= 2) filled += 1
    } else if (lines[index - 1]?.whole === '' || isHeading({ pieces, whole }) || isNote(heads, pieces)) break
    else return null
  }
  return filled < rowsNeeded ? null : rows
}

/** The cells of a line under their headings; null when one begins beside its heading or runs into the next column. */
function cellsUnder(heads: readonly Piece[], pieces: readonly Piece[]): string[] | null {
  if (pieces.length > heads.length) return null
  const cells: string[] = []
  for (const { text, start, end } of pieces) {
    const column = heads.findIndex((head) => Math.abs(head.start - start) <= tolerance)
    const next = heads[column + 1]
    if (column < cells.length || (next && end > next.start + tolerance)) return null
    while (cells.length < column) cells.push('')
    cells.push(text)
  }
  return cells
}

/** A line of text directly below the last row. */
const isNote = (heads: readonly Piece[], pieces: readonly Piece[]): boolean =>
  pieces.length === 1 && (pieces[0]?.start ?? 0) <= tolerance && (pieces[0]?.end ?? 0) > (heads[1]?.start ?? 0)

/** Above and below the table: labels and their texts, or one line of text. */
function looseCells({ pieces, whole }: Line): string[] {
  const isLabelled = pieces.length >= 2 && pieces.some(({ text }) => fieldOf(normalizeLabel(text)) !== undefined)
  return isLabelled ? pieces.map(({ text }) => text) : [whole]
}

function cutLine(line: string, wide: number): Line {
  const pieces: Piece[] = []
  let place = 0
  let from = 0
  const add = (to: number): void => {
    const text = line.slice(from, to)
    const start = place
    place += widthOf(text, wide)
    if (text.trim() !== '') pieces.push({ text, start, end: place })
  }
  for (const { 0: blanks, index } of line.matchAll(/[ \u00a0\u3000]+/gu)) {
    if (blanks.length < 2 && blanks !== '\u3000') continue
    add(index)
    place += widthOf(blanks, wide)
    from = index + blanks.length
  }
  add(line.length)
  return { pieces, whole: line.trim() }
}

function widthOf(text: string, wide: number): number {
  let width = 0
  for (const character of text) width += /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character) ? wide : 1
  return width
}
