/**
 * The units that have projects, with their number: each once, however its tables write it (shared/identity/unit.ts). A unit
 * goes by its code and name as most of its tables that give both write them.
 */
import { unitKeys } from '../../../shared/identity/unit.ts'
import type { Unit } from '../../../shared/model/stored/units.ts'
import type { Named } from '../../../shared/identity/names.ts'
import type { Database } from 'better-sqlite3'

export interface Units {
  list(): Unit[]
}

export function createUnits(database: Database): Units {
  const list = database.prepare<[], Unit>(
    `SELECT unit_code AS code, unit_name AS name, count(*) AS projects
     FROM projects INDEXED BY projects_list WHERE deleted_at = '' GROUP BY unit_code, unit_name
     ORDER BY unit_code, unit_name`,
  )
  return {
    list() {
      const units = new Map<string, Unit[]>()
      const written = list.all()
      const keyOf = unitKeys(written)
      for (const unit of written) units.set(keyOf(unit), [...(units.get(keyOf(unit)) ?? []), unit])
      return [...units.values()].map((spellings) => {
        const [usual] = spellings.toSorted((one, other) => given(other) - given(one) || other.projects - one.projects)
        const projects = spellings.reduce((sum, unit) => sum + unit.projects, 0)
        return { code: usual?.code ?? '', name: usual?.name ?? '', projects }
      })
    },
  }
}

const given = ({ code, name }: Named): number => (code === '' ? 0 : 1) + (name === '' ? 0 : 1)
