/**
 * The department's roll-up: every project with its amounts, totals by unit, a grand total. All amounts in 万元 as exact
 * decimals; a text that is no amount is shown as typed, counted apart and never guessed at.
 */
import { entryYear } from '../identity/fiscal-year.ts'
import { unitKeys } from '../identity/unit.ts'
import type { FormRecord, Funding, ProjectRecord } from '../model/project.ts'
import { amountOf, numberIn, sumOfTexts } from '../amounts/amount.ts'
import { parseMoney } from '../values/money.ts'

export type AmountName = 'total' | 'fiscal' | 'special' | 'other'
export const amountNames = ['total', 'fiscal', 'special', 'other'] as const satisfies AmountName[]

/** In 万元; '' where nothing was filled in. */
export type Amounts = Record<AmountName, string>

export interface RollUp {
  /** The fiscal year all projects share, else ''. */
  year: string
  units: UnitRollUp[]
  totals: Amounts
  projects: number
  /** How many amounts are no numbers and therefore in no total. */
  unreadable: number
}

interface UnitRollUp {
  code: string
  name: string
  projects: ProjectRollUp[]
  totals: Amounts
}

interface ProjectRollUp {
  code: string
  name: string
  amounts: Amounts
  indicators: number
  goal: string
}

/** Units in the order of their first project; one unit is one key (shared/identity/unit.ts). */
export function rollUp(entries: readonly FormRecord[]): RollUp {
  const units = new Map<string, UnitRollUp>()
  const keyOf = unitKeys(entries.map(({ record }) => record.unit))
  for (const { record } of entries) {
    const key = keyOf(record.unit)
    const unit = units.get(key) ?? { ...record.unit, projects: [], totals: noAmounts() }
    unit.projects.push(toProject(record))
    units.set(key, unit)
  }
  const all = [...units.values()]
  for (const unit of all) unit.totals = sumOfRows(unit.projects.map((project) => project.amounts))
  const projects = all.flatMap((unit) => unit.projects)
  const years = new Set(entries.map(entryYear))
  return {
    year: years.size === 1 ? ([...years][0] ?? '') : '',
    units: all,
    totals: sumOfRows(projects.map((project) => project.amounts)),
    projects: projects.length,
    unreadable: projects
      .flatMap((project) => amountNames.map((name) => project.amounts[name]))
      .filter((text) => text.trim() !== '' && parseMoney(text) === null).length,
  }
}

function toProject(record: ProjectRecord): ProjectRollUp {
  return {
    code: record.project.code,
    name: record.project.name,
    amounts: {
      total: inWan(record.funding, 'total'),
      fiscal: inWan(record.funding, 'fiscal'),
      special: inWan(record.funding, 'special'),
      other: inWan(record.funding, 'other'),
    },
    indicators: record.indicators.length,
    goal: record.goal.annual === '' ? record.goal.term : record.goal.annual,
  }
}

/** Without the unit behind it; the heading of the table says 万元. */
function inWan(funding: Funding, name: AmountName): string {
  const amount = amountOf(funding[name], funding.unit)
  return amount === null ? funding[name] : numberIn(amount, '万元')
}

const noAmounts = (): Amounts => ({ total: '', fiscal: '', special: '', other: '' })

function sumOfRows(rows: readonly Amounts[]): Amounts {
  const sums = noAmounts()
  for (const name of amountNames)
    sums[name] =
      sumOfTexts(
        rows.map((row) => ({ text: row[name], formUnit: '万元' })),
        '万元',
      )?.number ?? ''
  return sums
}
