/**
 * A file's grid → the records in it: finds the tables, recognises their forms and reads them; a list form gives one
 * record a project. Never throws, whatever the grid; what was repaired or is doubtful stands in `problems`.
 */
import type { Problem } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { TableKind } from '../model/table-kind.ts'
import type { Template } from '../templates/template.ts'
import { findSegments } from './lines/find-tables.ts'
import { readSegment } from './read-segment.ts'
import { readAligned } from '../layout/own-form/aligned.ts'
import { createView } from './lines/view.ts'
import { placeRange } from './lines/place-range.ts'
import type { SegmentTable } from '../layout/own-form/segment-table.ts'
import { tellUnreadCells } from './unread-cells.ts'
import type { Grid } from '../layout/grid.ts'

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
  const tables = tablesIn(grid, templates)
  tellUnreadCells(grid, tables, (marked) => tablesIn(marked, templates))
  return tables.map(({ first, last, columns, ...table }) => ({
    ...table,
    source: placeRange(grid, first, last, columns),
  }))
}

function tablesIn(grid: Grid, templates: readonly Template[]): SegmentTable[] {
  const own = grid.origin === 'own' ? readAligned(grid, templates) : null
  if (own) return own
  const view = createView(grid)
  return findSegments(view).flatMap((segment) => readSegment(view, segment, templates))
}
