/**
 * The projects that stand in one table of a list form: the same form, fiscal year and unit (shared/identity). A unit may be
 * written in several ways, so the units of the workspace are asked first, then the index for each way this one is written.
 */
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { isWhole, toRecord } from './project-row.ts'
import { tableKey } from '../../../shared/identity/table.ts'
import { unitKeys } from '../../../shared/identity/unit.ts'
import type { ProjectRow } from './project-row.ts'
import type { Named } from '../../../shared/identity/names.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import type { Database } from 'better-sqlite3'

/** What the projects of one list form have in common, as the index has it. */
type TableOf = Pick<ProjectSummary, 'fiscalYear' | 'unitCode' | 'unitName' | 'template'>

type Place = [seq: number, position: number]

/** The `seq` of living ones, in their order. `readEach`: where the index of the list cannot be read. */
export function createMates(database: Database, readEach: () => ProjectRow[]): (of: TableOf) => number[] {
  const units = database.prepare<[], Named>(
    `SELECT DISTINCT unit_code AS code, unit_name AS name FROM projects INDEXED BY projects_list WHERE deleted_at = ''`,
  )
  const select = database
    .prepare<[string, string, string, string], Place>(
      `SELECT seq, position FROM projects INDEXED BY projects_list WHERE deleted_at = '' AND fiscal_year = ?
         AND unit_code = ? AND unit_name = ? AND template = ?`,
    )
    .raw()
  const fromIndex = ({ fiscalYear, unitCode, unitName, template }: TableOf): Place[] => {
    const own = { code: unitCode, name: unitName }
    const written = units.all()
    const keyOf = unitKeys(written)
    const same = written.filter((unit) => keyOf(unit) === keyOf(own))
    return same.flatMap(({ code, name }) => select.all(fiscalYear, code, name, template))
  }
  const fromRows = ({ fiscalYear, unitCode, unitName, template }: TableOf): Place[] => {
    const rows = readEach().filter((row) => row.deleted_at === '' && isWhole(row))
    const keyOf = unitKeys(rows.map(unitOf))
    const own = tableKey({ template, fiscalYear, unit: { code: unitCode, name: unitName } }, keyOf)
    return rows
      .filter(
        (row) => tableKey({ template: row.template, fiscalYear: row.fiscal_year, unit: unitOf(row) }, keyOf) === own,
      )
      .map(({ seq, position }) => [seq, position])
  }
  return (of) =>
    (unlessDamaged(() => fromIndex(of)) ?? fromRows(of))
      .toSorted(([seq, position], [otherSeq, otherPosition]) => position - otherPosition || seq - otherSeq)
      .map(([seq]) => seq)
}

const unitOf = ({ record }: ProjectRow): Named => toRecord(record).unit
