/**
 * A file declared once for every format a person may hand in: lines of text and tables, drawn as rows of cells.
 * `'<'` belongs to the cell at its left, `'^'` to the cell above (inside a merged block either will do).
 * declared-xlsx, -docx, -html and -text turn the declaration into real bytes.
 */
import type { SpanCell } from '../../shared/layout/grid.ts'

export interface DeclaredFile {
  sheets: DeclaredSheet[]
}

export interface DeclaredSheet {
  name: string
  state?: 'hidden' | 'veryHidden'
  /** From top to bottom: a line of text (`''`: an empty line) or a table. */
  parts: (string | DeclaredTable)[]
}

export interface DeclaredTable {
  rows: DeclaredRow[]
  /** Spreadsheets hide these rows (counted from 0 in this table). */
  hiddenRows?: number[]
}

export type DeclaredRow = (string | DeclaredCell)[]

export interface DeclaredCell {
  /** What a person sees. */
  shown: string
  /** What a spreadsheet stores instead of the text, shown under `format`. */
  stored?: number | Date
  format?: string
  /** A spreadsheet computes `stored` by this formula. */
  formula?: string
  /** Word: text deleted, and text inserted, with tracked changes on; `shown` holds the inserted text at its end. */
  deleted?: string
  inserted?: string
  /** Word: paragraphs of the cell are parted by line breaks. */
  softBreaks?: boolean
}

export interface PlacedCell extends SpanCell {
  cell: DeclaredCell
}

/** The cells of a drawn table with their spans, in reading order. */
export function placeCells({ rows }: DeclaredTable): PlacedCell[] {
  const columns = widthOf(rows)
  const placed: PlacedCell[] = []
  const owners: PlacedCell[][] = rows.map(() => [])
  rows.forEach((texts, row) => {
    if (texts.length !== columns)
      throw new Error(`row ${row} has ${texts.length} cells, not ${columns}: ${drawn(texts)}`)
    texts.forEach((text, column) => {
      const owner = text === '<' ? owners[row]?.[column - 1] : text === '^' ? owners[row - 1]?.[column] : undefined
      if ((text === '<' || text === '^') && !owner) throw new Error(`nothing to join in row ${row}: ${drawn(texts)}`)
      const cell = owner ?? { row, column, rowSpan: 1, colSpan: 1, cell: toCell(text) }
      if (owner) {
        owner.rowSpan = Math.max(owner.rowSpan, row - owner.row + 1)
        owner.colSpan = Math.max(owner.colSpan, column - owner.column + 1)
      } else placed.push(cell)
      owners[row]![column] = cell // the row was made above
    })
  })
  return placed
}

export function widthOf(rows: readonly DeclaredRow[]): number {
  return rows[0]?.length ?? 0
}

/** A text over `columns` columns, to be spread into a row. */
export function wide(text: string | DeclaredCell, columns: number): DeclaredRow {
  return [text, ...Array.from({ length: columns - 1 }, () => '<')]
}

/** A number a spreadsheet stores and shows under its format. */
export function stored(value: number | Date, format: string, shown: string, formula = ''): DeclaredCell {
  return { shown, stored: value, format, ...(formula === '' ? {} : { formula }) }
}

function toCell(text: string | DeclaredCell): DeclaredCell {
  return typeof text === 'string' ? { shown: text } : { ...text }
}

const drawn = (texts: DeclaredRow) => texts.map((text) => toCell(text).shown).join(' | ')
