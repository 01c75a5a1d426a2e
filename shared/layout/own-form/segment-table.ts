/** One table as found in a grid, before its place is named as in a spreadsheet. */
import type { Problem } from '../../model/problem.ts'
import type { ProjectRecord } from '../../model/project.ts'
import type { TableKind } from '../../model/table-kind.ts'

export interface SegmentTable {
  template: string | null
  kind: TableKind
  record: ProjectRecord
  problems: Problem[]
  /** Rows of the grid, both ends included, and how many columns are used. */
  first: number
  last: number
  columns: number
}
