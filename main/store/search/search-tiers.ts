/** The texts of a record in three tiers of relevance: names and codes; what stands once in the table; its indicators. */
import type { ProjectRecord } from '../../../shared/model/project.ts'

/** A rowid of the index is seq * rowsPerProject + tier. */
export const rowsPerProject = 4
export const tiers = [0, 1, 2] as const

export function toTiers(record: ProjectRecord): [string[], string[], string[]] {
  const { year, unit, project, funding, termFunding, purpose, paymentPlan, goal, indicators, extra } = record
  return [
    [project.name, unit.name, project.code, unit.code, year, project.leader],
    [
      ...Object.values(funding),
      ...Object.values(termFunding),
      purpose,
      ...paymentPlan,
      goal.term,
      goal.annual,
      ...Object.entries(extra).flat(),
    ],
    indicators.flatMap(({ extra, ...texts }) => [...Object.values(texts), ...Object.entries(extra).flat()]),
  ]
}
