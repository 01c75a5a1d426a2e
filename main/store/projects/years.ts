/** The fiscal years that have projects, newest first; '' (年度未定) last. */
import type { Database } from 'better-sqlite3'

export interface Years {
  list(): string[]
}

export function createYears(database: Database): Years {
  const list = database
    .prepare<[], string>(
      "SELECT DISTINCT fiscal_year FROM projects INDEXED BY projects_list WHERE deleted_at = '' ORDER BY fiscal_year DESC",
    )
    .pluck()
  return { list: () => list.all() }
}
