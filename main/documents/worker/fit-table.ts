/**
 * The last look at a table that was read: its record passes the same check as one from the page. What is more than a record
 * can hold is cut, and the cell in which it stands is named.
 */
import type { ReadTable } from '../../../shared/model/read-file.ts'
import { columnName } from '../../../shared/layout/grid.ts'
import type { Grid } from '../../../shared/layout/grid.ts'
import { parseBlock } from '../xlsx/cell-address.ts'
import { isWithinBounds } from '../../../shared/model/check.ts'
import type { Place, Problem } from '../../../shared/model/problem.ts'
import { repairRecord } from '../../../shared/model/repair.ts'
import { textPaths } from '../../../shared/model/text-paths.ts'
import { cutText } from '../../../shared/model/whole-text.ts'

export function fitTable(table: ReadTable, grid: Grid): ReadTable {
  if (isWithinBounds(table.record)) return table
  const { record, problems } = repairRecord(table.record)
  const texts = new Map(textPaths(table.record))
  return { ...table, record, problems: [...problems.map((problem) => placed(problem, texts, grid)), ...table.problems] }
}

function placed(problem: Problem, texts: ReadonlyMap<string, string>, grid: Grid): Problem {
  const text = texts.get(problem.path)
  const place = text === undefined ? null : placeOf(text, grid)
  if (!place || text === undefined) return problem
  return { ...problem, message: `${place.cell}：${problem.message}`, place, text: cutText(text, 200) }
}

/** The cell that holds a text, or the longest of those whose texts were joined. */
function placeOf(text: string, grid: Grid): Extract<Place, { cell: string }> | null {
  const parts = grid.cells.filter((cell) => cell.text.trim() !== '' && text.includes(cell.text.trim().slice(0, 1000)))
  const [longest] = parts.toSorted((one, other) => other.text.length - one.text.length)
  const origin = parseBlock(grid.source.range)
  if (!longest || !origin) return null
  return {
    sheet: grid.source.sheet,
    cell: `${columnName(origin.column + longest.column)}${origin.row + longest.row + 1}`,
  }
}
