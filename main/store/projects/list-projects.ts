/** The list of all projects: one statement over a covering index; no record is read. Order: year, unit, form, position. */
import { toWanText } from './money-text.ts'
import type { ProjectSummary } from '../../../shared/ipc/projects.ts'
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
]

const columns =
  'id, template, year, unit_code, unit_name, project_code, project_name, total_micro_wan, total_text, currency_unit, ' +
  'indicators, findings_error, findings_warning, findings_hint, updated_at, deleted_at'

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
    if (rows) return rows.map(toSummary)
    const whole = readEach().filter((row) => isWhole(row) && (row.deleted_at !== '') === options.deleted)
    return whole.map(fromRow).toSorted(inListOrder)
  }
}

function toSummary(row: SummaryRow): ProjectSummary {
  const [id, template, year, unitCode, unitName, projectCode, projectName, total, totalText, currencyUnit] = row
  return {
    id,
    template,
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

function fromRow(row: ProjectRow): ProjectSummary {
  const { year, unit, project, funding, indicators } = toRecord(row.record)
  const names = [row.id, row.template, year, unit.code, unit.name, project.code, project.name] as const
  const amount = [row.total_micro_wan, funding.total, funding.unit, indicators.length] as const
  const findings = [row.findings_error, row.findings_warning, row.findings_hint] as const
  return toSummary([...names, ...amount, ...findings, row.updated_at, row.deleted_at])
}

const placeOf = ({ year, unitCode, unitName, template }: ProjectSummary): string =>
  JSON.stringify([year, unitCode, unitName, template])

function inListOrder(one: ProjectSummary, other: ProjectSummary): number {
  const [first, second] = [placeOf(one), placeOf(other)]
  return first < second ? -1 : first > second ? 1 : 0
}
