/** What a unit wrote before in its indicators, by how often: the editor's suggestions and usual choices. */
import { readAmongSound } from '../damage/among-sound.ts'
import type { PastEntry, UsualRow } from '../../../shared/model/stored/entries.ts'
import type { Database } from 'better-sqlite3'

/** More suggestions than a person reads; the rest is found by typing on. */
const maximumEntries = 500

/** A habit shows in the tables of the last years; older and rarer rows would only cost time. */
const recentProjects = 300
const maximumUsualRows = 2000

export interface Entries {
  /**
   * Distinct texts of `field` (name, target, basis …) over the living projects of the unit, under the second level
   * when one is given; most used first, equal ones in alphabetical order.
   */
  list(unitName: string, field: string, subcategory: string): PastEntry[]
  /**
   * How often the unit's living projects, those changed last, chose which 依据, 赋分规则 and 佐证资料 for a second level and
   * a value; most used first. Rows that chose nothing are left out; tables without a unit have no habit in common.
   */
  usual(unitName: string): UsualRow[]
}

export function createEntries(database: Database): Entries {
  const select = readAmongSound<[string, string, string, string, number], PastEntry>(
    database,
    `SELECT value ->> ? AS text, count(*) AS uses
     FROM projects, json_each(projects.record, '$.indicators')
     WHERE unit_name = ? AND deleted_at = '' AND (? = '' OR value ->> 'subcategory' = ?)
     GROUP BY text HAVING text <> '' ORDER BY uses DESC, text LIMIT ?`,
  )
  const selectUsual = readAmongSound<[string, number, number], UsualRow>(
    database,
    `SELECT value ->> 'subcategory' AS subcategory, value ->> 'target' AS target, value ->> 'basis' AS basis,
            value ->> 'scoring' AS scoring, value ->> 'evidence' AS evidence, count(*) AS uses
     FROM projects, json_each(projects.record, '$.indicators')
     WHERE seq IN (
       SELECT seq FROM projects WHERE unit_name = ? AND deleted_at = '' ORDER BY updated_at DESC, seq DESC LIMIT ?)
     GROUP BY 1, 2, 3, 4, 5 HAVING subcategory <> '' AND basis || scoring || evidence <> ''
     ORDER BY uses DESC, 1, 2, 3, 4, 5 LIMIT ?`,
  )
  return {
    usual: (unitName) => (unitName === '' ? [] : selectUsual(unitName, recentProjects, maximumUsualRows)),
    list: (unitName, field, subcategory) => select(`$.${field}`, unitName, subcategory, subcategory, maximumEntries),
  }
}
