/**
 * The list of all projects: one statement over a covering index; no record is read. Order: fiscal year, unit, form, position;
 * the ways in which one unit is written (shared/identity/unit.ts) stand together.
 */
import { toWanText } from './money-text.ts'
import { unitKeys } from '../../../shared/identity/unit.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import type { Status } from '../../../shared/model/status.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { isWhole, toRecord } from './project-row.ts'
import type { ProjectRow } from './project-row.ts'
import type { Database } from 'better-sqlite3'

type SummaryRow = [
  id: string,
  template: string,
  year: string,
  unitCode: string,
  unitName: string,
  projectCode: string,
  projectName: string,
  totalMicroWan: number | null,
  totalText: string,
  currencyUnit: string,
  indicators: number,
  errors: number,
  warnings: number,
  hints: number,
  updatedAt: string,
  deletedAt: string,
  fiscalYear: string,
  stage: string,
  status: string,
  position: number,
]

const columns =
  'id, template, year, unit_code, unit_name, project_code, project_name, total_micro_wan, total_text, currency_unit, ' +
  'indicators, findings_error, findings_warning, findings_hint, updated_at, deleted_at, ' +
  'fiscal_year, stage, status, position'

/** `readEach`: where the index cannot be read, the rows themselves. */
export function createList(
  database: Database,
  readEach: () => ProjectRow[],
): (options: { deleted: boolean }) => ProjectSummary[] {
  const select = (condition: string) =>
    database
      .prepare<[], SummaryRow>(
        `SELECT ${columns} FROM projects INDEXED BY projects_list WHERE deleted_at ${condition} ''`,
      )
      .raw()
  const living = select('=')
  const deleted = select('>')
  return (options) => {
    const rows = unlessDamaged(() => (options.deleted ? deleted : living).all())
    if (rows) return inOrder(rows, false)
    const whole = readEach().filter((row) => isWhole(row) && (row.deleted_at !== '') === options.deleted)
    return inOrder(whole.map(fromRow), true)
  }
}

function toSummary(row: SummaryRow): ProjectSummary {
  const [id, template, year, unitCode, unitName, projectCode, projectName, total, totalText, currencyUnit] = row
  return {
    id,
    template,
    fiscalYear: row[16],
    stage: row[17],
    status: row[18] as Status, // written from a Status; of a damaged one, which is named when it is read, whatever it is
    year,
    unitCode,
    unitName,
    projectCode,
    projectName,
    total: total === null ? '' : toWanText(total),
    totalText,
    currencyUnit,
    indicators: row[10],
    findings: { error: row[11], warning: row[12], hint: row[13] },
    updatedAt: row[14],
    deletedAt: row[15] === '' ? null : row[15],
  }
}

function fromRow(row: ProjectRow): SummaryRow {
  const { year, unit, project, funding, indicators } = toRecord(row.record)
  const names = [row.id, row.template, year, unit.code, unit.name, project.code, project.name] as const
  const amount = [row.total_micro_wan, funding.total, funding.unit, indicators.length] as const
  const findings = [row.findings_error, row.findings_warning, row.findings_hint] as const
  const beside = [row.fiscal_year, row.stage, row.status, row.position] as const
  return [...names, ...amount, ...findings, row.updated_at, row.deleted_at, ...beside]
}

/** The index has them in order but for units that are written in several ways. */
function inOrder(rows: readonly SummaryRow[], isMixed: boolean): ProjectSummary[] {
  const spellings = new Map<string, { code: string; name: string }>()
  let [last, lastName]: [string | null, string] = [null, '']
  for (const [, , , code, name] of rows) {
    if (code === last && name === lastName) continue // as in most rows
    spellings.set(spelling(code, name), { code, name })
    ;[last, lastName] = [code, name]
  }
  const keyOf = unitKeys(spellings.values())
  const places = new Map<string, string>() // a unit stands where the first way to write it stands
  const placeOf = new Map<string, string>()
  const known = [...spellings].toSorted(([one], [other]) => (one < other ? -1 : 1))
  for (const [written, unit] of known) {
    const key = keyOf(unit)
    if (!places.has(key)) places.set(key, written)
    placeOf.set(written, places.get(key) ?? written)
  }
  if (!isMixed && places.size === spellings.size) return rows.map(toSummary)
  const sorted = rows.map((row) => ({ row, key: [row[16], placeOf.get(spelling(row[3], row[4])), row[1]].join('\0') }))
  sorted.sort((one, other) => (one.key === other.key ? one.row[19] - other.row[19] : one.key < other.key ? -1 : 1))
  return sorted.map(({ row }) => toSummary(row))
}

const spelling = (code: string, name: string): string => `${code}\0${name}`
