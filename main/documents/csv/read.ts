/** .csv → one Grid. The delimiter is guessed (comma, tab, semicolon, full-width comma), or named by a first line `sep=;`. */
import Papa from 'papaparse'
import type { Grid } from '../../../shared/layout/grid.ts'
import { gridOfRows } from '../text/row-grid.ts'

export function readCsv(text: string): Grid[] {
  const named = /^sep=(.)\r?\n/.exec(text)
  const { data } = Papa.parse<string[]>((named ? text.slice(named[0].length) : text).trimEnd(), {
    delimiter: named?.[1] ?? '',
    delimitersToGuess: [',', '\t', ';', '，', '|'],
  })
  const grid = gridOfRows(data)
  return grid ? [grid] : []
}
