/**
 * A file's grid → the records in it: finds the tables, recognises their forms and reads them; a list form gives one
 * record a project. Never throws, whatever the grid; what was repaired or is doubtful stands in `problems`.
 */
import type { Problem } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { TableKind } from '../model/table-kind.ts'
import type { Template } from '../templates/template.ts'
import { findSegments } from './extract/find-tables.ts'
import { readSegment } from './extract/read-segment.ts'
import { readAligned } from './extract/aligned.ts'
import { createView } from './extract/view.ts'
import { placeRange } from './extract/place-range.ts'
import type { Grid } from './grid.ts'

/** One table found in a file. */
export interface FoundTable {
  /** Template id; null for a form this build does not know. */
  template: string | null
  kind: TableKind
  /** Where it stands in the file; the range as in a spreadsheet. */
  source: { sheet: string; range: string }
  record: ProjectRecord
  problems: Problem[]
}

export function readGrid(grid: Grid, templates: readonly Template[]): FoundTable[] {
  const place = (first: number, last: number, columns: number) => placeRange(grid, first, last, columns)
  if (grid.origin === 'own') {
    const own = readAligned(grid, templates)
    if (own) return own.map(({ first, last, columns, ...table }) => ({ ...table, source: place(first, last, columns) }))
  }
  const view = createView(grid)
  return findSegments(view).flatMap((segment) =>
    readSegment(view, segment, templates).map(({ first, last, columns, ...table }) => ({
      ...table,
      source: place(first, last, columns),
    })),
  )
}
