/** A declared file as a real .docx: one table after the other, gridSpan and vertical merges, lines as paragraphs, tracked changes. */
import {
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { placeCells, widthOf } from './declared-table.ts'
import type { DeclaredCell, DeclaredFile, DeclaredTable, PlacedCell } from './declared-table.ts'

export async function declaredDocx({ sheets }: DeclaredFile): Promise<Uint8Array> {
  const children = sheets
    .filter(({ state }) => state === undefined)
    .flatMap(({ parts }) => parts.map((part) => (typeof part === 'string' ? lineOf(part) : tableOf(part))))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const lineOf = (text: string) => new Paragraph({ children: [new TextRun(text)] })

function tableOf(table: DeclaredTable): Table {
  const cells = placeCells(table)
  const columnTwips = Math.floor(9000 / widthOf(table.rows))
  return new Table({
    columnWidths: widthOf(table.rows) === 0 ? [] : table.rows[0]!.map(() => columnTwips), // a width of 1 or more has a row
    rows: table.rows.map((_, row) => {
      const inRow = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      return new TableRow({ children: inRow.toSorted((a, b) => a.column - b.column).map((cell) => cellOf(cell, row)) })
    }),
  })
}

/** Vertical merges are written by hand: each row has a cell for every column, as Word itself writes them. */
function cellOf({ cell, row: firstRow, rowSpan, colSpan }: PlacedCell, row: number): TableCell {
  const continued = row > firstRow
  return new TableCell({
    children: continued ? [new Paragraph('')] : paragraphsOf(cell),
    columnSpan: colSpan,
    ...(rowSpan > 1 && {
      verticalMerge: continued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART,
    }),
  })
}

function paragraphsOf({ shown, deleted, inserted = '', softBreaks = false }: DeclaredCell): Paragraph[] {
  const kept = shown.slice(0, shown.length - inserted.length)
  const lines = kept.split('\n')
  if (softBreaks) {
    return [
      new Paragraph({ children: lines.map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) })) }),
    ]
  }
  return lines.map((text, index) => {
    const children: (TextRun | DeletedTextRun | InsertedTextRun)[] = [new TextRun(text)]
    if (index === lines.length - 1) {
      if (deleted !== undefined) children.push(new DeletedTextRun({ text: deleted, ...tracked(1) }))
      if (inserted !== '') children.push(new InsertedTextRun({ text: inserted, ...tracked(2) }))
    }
    return new Paragraph({ children })
  })
}

const tracked = (id: number) => ({ id, author: '审核', date: '2024-01-01T00:00:00Z' })
