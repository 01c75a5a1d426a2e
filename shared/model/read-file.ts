/** WHAT WAS READ OF A FILE: its tables with what was recognised and what is doubtful, or why it could not be read (`read --json`). */
import type { BesideRecord } from './json-file.ts'
import type { Problem } from './problem.ts'
import type { ProjectRecord } from './project.ts'
import type { TableKind } from './table-kind.ts'

export interface TableSource {
  sheet: string
  range: string
}

/** One table of `read --json` (record.md). What stands beside the record only a .json file of ours brings. */
export interface ReadTable extends BesideRecord {
  template: string | null
  kind: TableKind
  source: TableSource
  record: ProjectRecord
  problems: Problem[]
}

export interface ReadFile {
  file: string
  error: { code: string; message: string } | null
  tables: ReadTable[]
  /** SHA-256 of the file; absent where it could not be read. */
  hash?: string
}
