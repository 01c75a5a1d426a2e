/** What has to be said of the fiscal year of a table that was taken in, and of what it may well be. */
import { fiscalYearName } from '../../../shared/identity/fiscal-year.ts'
import type { NearTable } from '../../../shared/ipc/import.ts'
import type { Problem } from '../../../shared/model/problem.ts'
import type { MatchedTable } from './match-tables.ts'

export function yearProblems({ isContradicted, fiscalYear, record }: MatchedTable, near: NearTable | null): Problem[] {
  const name = record.project.name || record.unit.name || '未命名项目'
  const problems: Problem[] = []
  if (isContradicted) {
    problems.push(
      hint('D-YEAR', 'year', `“${name}”写明的年度是 ${fiscalYear} 年，与指定的年度不同，按 ${fiscalYear} 年存入。`),
    )
  }
  if (near?.why === 'year') {
    const [own, other] = [fiscalYearName(fiscalYear), fiscalYearName(near.fiscalYear)]
    problems.push(
      hint(
        'D-YEAR-OPEN',
        'year',
        `“${name}”（${own}）和已有的“${near.name}”（${other}）只差年度，没有合并，已另存一份：请用 --year 指定年度，或在项目列表里设定所属年度。`,
      ),
    )
  }
  if (near?.why === 'name') {
    problems.push(
      hint(
        'D-NEAR',
        'project.name',
        `“${name}”和已有的“${near.unitName} ${near.name}”名称很接近，可能是同一个项目，没有合并，已另存一份：请核对。`,
      ),
    )
  }
  return problems
}

const hint = (code: string, path: string, message: string): Problem => ({
  code,
  severity: 'hint',
  path,
  message,
  basis: '',
})
