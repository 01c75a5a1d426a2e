/** A declared file as text: tab separated as a sheet is copied (merged cells leave blanks), and comma separated. */
import Papa from 'papaparse'
import { placeCells } from './declared-table.ts'
import type { DeclaredFile, DeclaredTable } from './declared-table.ts'

export function declaredTabText(file: DeclaredFile): string {
  return Papa.unparse(linesOf(file), { delimiter: '\t', newline: '\r\n' })
}

/** With the mark Excel puts in front, and its line ends. */
export function declaredCsv(file: DeclaredFile): string {
  return `\uFEFF${Papa.unparse(linesOf(file), { newline: '\r\n' })}`
}

/** Sheets one under the other; a spreadsheet exports one sheet at a time, a page is copied as a whole. */
function linesOf({ sheets }: DeclaredFile): string[][] {
  return sheets
    .filter(({ state }) => state === undefined)
    .flatMap(({ parts }) => parts.flatMap((part) => (typeof part === 'string' ? [[part]] : tableLines(part))))
}

function tableLines(table: DeclaredTable): string[][] {
  const lines = table.rows.map((row) => row.map(() => ''))
  for (const { row, column, cell } of placeCells(table)) lines[row]![column] = cell.shown // placed inside the drawn rows
  return lines
}
