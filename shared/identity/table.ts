/**
 * Which table is this: the form, the fiscal year and the unit; on a form that has one table a project, the project too. The
 * fiscal year stands beside the record (record.md): forms that print none have it all the same. '' (nobody has said it yet)
 * is a year of its own, so that a table without a year is never taken for one that has a year.
 */
import { namedKey } from './names.ts'
import type { Named } from './names.ts'

export interface TableIdentity {
  /** Template id; '' for a form this build does not know. */
  template: string
  fiscalYear: string
  unit: Named
}

/** Projects of a list form with the same key stand in one table. `unitKey`: of a unit among others (unit.ts). */
export const tableKey = (
  { template, fiscalYear, unit }: TableIdentity,
  unitKey: (unit: Named) => string = namedKey,
): string => JSON.stringify([template, fiscalYear, unitKey(unit)])
