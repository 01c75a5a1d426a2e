/** The list of all projects: one statement over a covering index; no record is read. Order: year, unit, form, position. */
import { toWanText } from './money-text.ts'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
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

export function createList(database: Database): (options: { deleted: boolean }) => ProjectSummary[] {
  const select = (condition: string) =>
    database
      .prepare<[], SummaryRow>(
        `SELECT ${columns} FROM projects INDEXED BY projects_list WHERE deleted_at ${condition} ''`,
      )
      .raw()
  const living = select('=')
  const deleted = select('>')
  return (options) => (options.deleted ? deleted : living).all().map(toSummary)
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
