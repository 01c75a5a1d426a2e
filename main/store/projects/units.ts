/** The units that have projects, with their number. */
import type { Unit } from '../../../shared/ipc/workspace.ts'
import type { Database } from 'better-sqlite3'

export interface Units {
  list(): Unit[]
}

export function createUnits(database: Database): Units {
  const list = database.prepare<[], Unit>(
    `SELECT unit_code AS code, unit_name AS name, count(*) AS projects
     FROM projects INDEXED BY projects_list WHERE deleted_at = '' GROUP BY unit_code, unit_name`,
  )
  return { list: () => list.all() }
}
