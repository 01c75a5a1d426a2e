/**
 * THE ROLL-UP: projects by unit, 主管部门, fund, document or form, with their sums, and the sum of all. The page, the command line
 * and the department's table ask here. All amounts in 万元, exact; a text that is no amount is counted apart and never
 * guessed at.
 */
import { addUp } from '../amounts/amount.ts'
import type { Addend } from '../amounts/amount.ts'
import type { Named } from '../identity/names.ts'
import { unitKeys } from '../identity/unit.ts'
import { shiftDecimal } from '../values/decimal.ts'
import type { AmountName, GroupName, Grouping, RollUpEntry } from './roll-up-entry.ts'

/** In 万元 with two decimals at least; '' where nothing was filled in. */
export type Amounts = Record<AmountName, string>

export interface Sum extends Amounts {
  projects: number
  /** How many amounts are no numbers and therefore in no sum. */
  unreadable: number
}

export interface Group<Entry> extends GroupName {
  entries: Entry[]
  sum: Sum
}

export interface RollUp<Entry> {
  /** The fiscal year all projects share, else ''. */
  year: string
  groups: Group<Entry>[]
  total: Sum
}

/** Groups in the order of their first project; the key says which they are, the name is the first that is written. */
export function rollUp<Entry extends RollUpEntry>(entries: readonly Entry[], by: Grouping): RollUp<Entry> {
  const groups = new Map<string, { name: string; entries: Entry[] }>()
  const groupOf = grouping(entries, by)
  for (const entry of entries) {
    const { key, name } = groupOf(entry)
    const group = groups.get(key) ?? { name, entries: [] }
    if (group.name === '') group.name = name
    group.entries.push(entry)
    groups.set(key, group)
  }
  const years = new Set(entries.map(({ year }) => year))
  const summed = [...groups].map(([key, { name, entries: own }]) => {
    const shown = key.replace(/^(?:code|name) /u, '')
    return { key: shown, name: name || shown, entries: own, part: added(own.map(asPart)) }
  })
  return {
    year: years.size === 1 ? ([...years][0] ?? '') : '',
    groups: summed.map(({ part, ...group }) => ({ ...group, sum: toSum(part) })),
    total: toSum(added(summed.map(({ part }) => part))),
  }
}

const spelling = ({ code, name }: Named): string => `${code}\0${name}`

function grouping<Entry extends RollUpEntry>(entries: readonly Entry[], by: Grouping): (entry: Entry) => GroupName {
  if (by === 'template') return ({ template }) => ({ key: template, name: template })
  if (by !== 'unit') return (entry) => entry[by]
  const written = new Map(entries.map(({ unit }) => [spelling(unit), unit]))
  const keyOf = unitKeys(written.values())
  const found = new Map([...written].map(([key, unit]) => [key, { key: keyOf(unit), name: unit.name.trim() }]))
  return ({ unit }) => found.get(spelling(unit)) ?? { key: '', name: '' }
}

interface Part extends Pick<RollUpEntry, 'amounts' | 'unreadable'> {
  projects: number
}

const asPart = ({ amounts, unreadable }: RollUpEntry): Part => ({ amounts, unreadable, projects: 1 })

function added(parts: readonly Part[]): Part {
  const sum = (name: AmountName): Addend | null => {
    const addends = parts.map(({ amounts }) => amounts[name]).filter((amount) => amount !== null)
    return addends.length === 0 ? null : addUp(addends)
  }
  return {
    amounts: { total: sum('total'), fiscal: sum('fiscal'), special: sum('special'), other: sum('other') },
    unreadable: parts.reduce((count, { unreadable }) => count + unreadable, 0),
    projects: parts.reduce((count, { projects }) => count + projects, 0),
  }
}

const toSum = ({ amounts: { total, fiscal, special, other }, unreadable, projects }: Part): Sum => ({
  projects,
  total: wanAmount(total),
  fiscal: wanAmount(fiscal),
  special: wanAmount(special),
  other: wanAmount(other),
  unreadable,
})

/** '144.00'; '' for none. */
export function wanAmount(amount: Addend | null): string {
  if (!amount) return ''
  const { whole, decimals } = amount
  const shown = Math.max(2, decimals)
  return shiftDecimal(String(whole * 10n ** BigInt(shown - decimals)), -shown, shown)
}
