/** What a unit wrote before in one column of its indicators, by how often: the editor's suggestions. */
import type { PastEntry } from '../../shared/ipc/types.ts'
import type { Database } from 'better-sqlite3'

/** More suggestions than a person reads; the rest is found by typing on. */
const maximumEntries = 500

export interface Entries {
  /**
   * Distinct texts of `field` (name, target, basis …) over the living projects of the unit, under the second level
   * when one is given; most used first, equal ones in alphabetical order.
   */
  list(unitName: string, field: string, subcategory: string): PastEntry[]
}

export function createEntries(database: Database): Entries {
  const select = database.prepare<[string, string, string, string, number], PastEntry>(
    `SELECT value ->> ? AS text, count(*) AS uses
     FROM projects, json_each(projects.record, '$.indicators')
     WHERE unit_name = ? AND deleted_at = '' AND (? = '' OR value ->> 'subcategory' = ?)
     GROUP BY text HAVING text <> '' ORDER BY uses DESC, text LIMIT ?`,
  )
  return {
    list: (unitName, field, subcategory) =>
      select.all(`$.${field}`, unitName, subcategory, subcategory, maximumEntries),
  }
}
