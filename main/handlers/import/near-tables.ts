/**
 * Projects of the workspace that a new table may well be: the same but for a year that one of them has not, or with a name
 * that differs a little. They are offered to the person, never taken (record.md, exchange.md).
 */
import { isNear } from '../../../shared/identity/near-names.ts'
import { isSameNamed, namedKey } from '../../../shared/identity/names.ts'
import type { Named } from '../../../shared/identity/names.ts'
import type { NearTable } from '../../../shared/ipc/import.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import type { MatchedTable } from './match-tables.ts'

const unitOf = ({ unitCode, unitName }: ProjectSummary): Named => ({ code: unitCode, name: unitName })
const projectOf = ({ projectCode, projectName }: ProjectSummary): Named => ({ code: projectCode, name: projectName })

/** Each unit that comes in is compared with each that is held: of more than a county has, only those of the same key are. */
const mostCompared = 1000

/** `held`: the living projects. */
export function createNear(held: readonly ProjectSummary[]): (table: MatchedTable) => NearTable | null {
  const byUnit = new Map<string, ProjectSummary[]>()
  for (const one of held) {
    const key = namedKey(unitOf(one))
    const others = byUnit.get(key)
    if (others) others.push(one)
    else byUnit.set(key, [one])
  }
  const ofUnit = new Map<string, ProjectSummary[]>()
  /** Of the unit itself and of those that are called nearly so. */
  const around = (unit: Named): ProjectSummary[] => {
    const key = namedKey(unit)
    const known = ofUnit.get(key)
    if (known) return known
    const isMany = byUnit.size > mostCompared
    const found = isMany
      ? (byUnit.get(key) ?? [])
      : [...byUnit.values()].filter(([first]) => first !== undefined && isAlike(unit, unitOf(first))).flat()
    ofUnit.set(key, found)
    return found
  }
  return ({ template, fiscalYear, record }) => {
    const { unit, project } = record
    const alike = around(unit).filter((one) => one.template === template && isAlike(project, projectOf(one)))
    const isSame = (one: ProjectSummary): boolean =>
      isSameNamed(unit, unitOf(one)) && isSameNamed(project, projectOf(one))
    const isUndated = (one: ProjectSummary): boolean =>
      one.fiscalYear !== fiscalYear && (one.fiscalYear === '' || fiscalYear === '')
    const dated = alike.filter((one) => isUndated(one) && isSame(one))
    const [newest] = dated.toSorted((one, other) => (one.fiscalYear < other.fiscalYear ? 1 : -1))
    if (newest) return toNear(newest, 'year')
    const near = alike.find((one) => one.fiscalYear === fiscalYear && !isSame(one))
    return near ? toNear(near, 'name') : null
  }
}

/** The same, or nearly the same name under no other code. */
function isAlike(one: Named, other: Named): boolean {
  if (isSameNamed(one, other)) return true
  return (one.code === '' || other.code === '') && isNear(one.name, other.name)
}

const toNear = ({ id, projectName, unitName, fiscalYear }: ProjectSummary, why: NearTable['why']): NearTable => ({
  id,
  name: projectName,
  unitName,
  fiscalYear,
  why,
})
