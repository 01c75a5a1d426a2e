/**
 * 金额单位 of the table changed by the person: what is asked (which unit, and whether the amounts keep their numbers or what they
 * are worth), and the one change it becomes. A list form has one unit for the whole table.
 */
import { createStore } from 'zustand/vanilla'
import { withUnit } from '../../../shared/amounts/change-unit.ts'
import type { ChangedUnit, UnitChange } from '../../../shared/amounts/change-unit.ts'
import { readField } from '../../../shared/model/field-path.ts'
import { knownUnit, parseMoney } from '../../../shared/values/money.ts'
import type { CurrencyUnit } from '../../../shared/values/money.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { kinds } from '../../../shared/values/kinds.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface UnitQuestion {
  view: SheetView
  /** What the table prints now; '' where it prints none, which counts as 万元. */
  from: string
  to: CurrencyUnit
}

export const unitQuestion = createStore<{ question: UnitQuestion | null }>(() => ({ question: null }))

export const closeUnitQuestion = (): void => unitQuestion.setState({ question: null })

const printedUnit = (view: SheetView): string => view.records()[0]?.funding.unit ?? ''

/** Whether the form prints a unit of money that a person can choose. */
export const hasMoneyUnit = (view: SheetView): boolean =>
  view.state.getState().sheet.layout.cells.some(({ binding }) => binding?.kind === 'currency-unit')

export function askMoneyUnit(view: SheetView, to?: CurrencyUnit): void {
  const from = printedUnit(view)
  unitQuestion.setState({ question: { view, from, to: to ?? (from === '元' ? '万元' : '元') } })
}

/** Another unit than the printed one was typed into its cell, and amounts would mean something else: the person is asked. */
export function asksForUnit(view: SheetView, typed: string): boolean {
  const to = knownUnit(kinds['currency-unit'].clean(typed))
  const from = knownUnit(printedUnit(view))
  if (to === '' || from === '' || to === from || !outcomes(view, from, to, 'converted').some(isTouched(view)))
    return false
  askMoneyUnit(view, to)
  return true
}

/** The converted record has other amounts. */
const isTouched =
  (view: SheetView) =>
  ({ record }: ChangedUnit, index: number): boolean => {
    const before = view.records()[index]
    return before !== undefined && JSON.stringify(amountsOf(record)) !== JSON.stringify(amountsOf(before))
  }

const amountsOf = ({ funding, termFunding, paymentPlan }: ProjectRecord) => [
  { ...funding, unit: '' },
  termFunding,
  paymentPlan,
]

const outcomes = (view: SheetView, from: string, to: CurrencyUnit, change: UnitChange): ChangedUnit[] =>
  view.records().map((record) => withUnit(record, from, to, change))

export interface UnitOutcome {
  /** The first amount of the table, as it is and as it would be: `20 万元 → 200000 元`; '' without amounts. */
  example: string
  withOwnUnit: number
  unreadable: number
  /** The first text that is no amount, with the project and field it stands in: `丙 年度预算总额“待定”`; '' without any. */
  firstUnreadable: string
}

/** What either answer would do, for the person to see before it is done. */
export function unitOutcome({ view, from, to }: UnitQuestion, change: UnitChange): UnitOutcome {
  const changed = outcomes(view, from, to, change)
  const at = view.records().findIndex(({ funding }) => parseMoney(funding.total)?.unit === '')
  const [before, after] = [view.records()[at]?.funding, changed[at]?.record.funding]
  return {
    example: before && after ? `${before.total} ${before.unit || from || '万元'} → ${after.total} ${after.unit}` : '',
    withOwnUnit: changed.reduce((count, one) => count + one.withOwnUnit.length, 0),
    unreadable: changed.reduce((count, one) => count + one.unreadable.length, 0),
    firstUnreadable: unreadableIn(view, changed),
  }
}

function unreadableIn(view: SheetView, changed: readonly ChangedUnit[]): string {
  const index = changed.findIndex(({ unreadable }) => unreadable.length > 0)
  const [path, record] = [changed[index]?.unreadable[0], view.records()[index]]
  if (path === undefined || !record) return ''
  const { sheet } = view.state.getState()
  const cell = sheet.layout.cells.find(({ binding }) => binding?.record === index && binding.path === path)
  return [record.project.name, `${cell?.name ?? ''}“${readField(record, path)}”`]
    .filter((text) => text !== '')
    .join(' ')
}

/** One step of undo. */
export function changeMoneyUnit({ view, from, to }: UnitQuestion, change: UnitChange): boolean {
  const label = change === 'kept' ? `金额单位改为${to}` : `金额折算为${to}`
  return view.change(label, (records) => records.map((record) => withUnit(record, from, to, change).record))
}
