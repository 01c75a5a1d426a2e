/** The years that have projects, newest first; '' (forms that print no year) last. */
import type { Database } from 'better-sqlite3'

export interface Years {
  list(): string[]
}

export function createYears(database: Database): Years {
  const list = database
    .prepare<[], string>(
      "SELECT DISTINCT year FROM projects INDEXED BY projects_list WHERE deleted_at = '' ORDER BY year DESC",
    )
    .pluck()
  return { list: () => list.all() }
}
