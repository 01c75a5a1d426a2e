/** Sums by fiscal year and unit for the department's roll-up, over the covering index; no record is read. */
import { toWanText } from './money-text.ts'
import type { Findings } from './project-row.ts'
import type { Database } from 'better-sqlite3'

export interface RollUpRow {
  fiscalYear: string
  unitCode: string
  unitName: string
  projects: number
  /** Exact decimal in 万元. */
  total: string
  /** Projects whose total is no amount and takes no part in the sum. */
  withoutAmount: number
  indicators: number
  findings: Findings
}

type SumRow = [string, string, string, bigint, bigint | null, bigint, bigint, bigint, bigint, bigint]

export function createRollUp(database: Database): () => RollUpRow[] {
  const sums = database
    .prepare<[], SumRow>(
      `SELECT fiscal_year, unit_code, unit_name, count(*), sum(total_micro_wan), count(*) - count(total_micro_wan),
         sum(indicators), sum(findings_error), sum(findings_warning), sum(findings_hint)
       FROM projects INDEXED BY projects_list WHERE deleted_at = '' GROUP BY fiscal_year, unit_code, unit_name`,
    )
    .raw()
    .safeIntegers() // a sum may pass what a number holds exactly
  return () =>
    sums
      .all()
      .map(([fiscalYear, unitCode, unitName, projects, total, withoutAmount, indicators, error, warning, hint]) => ({
        fiscalYear,
        unitCode,
        unitName,
        projects: Number(projects),
        total: toWanText(total ?? 0n),
        withoutAmount: Number(withoutAmount),
        indicators: Number(indicators),
        findings: { error: Number(error), warning: Number(warning), hint: Number(hint) },
      }))
}
