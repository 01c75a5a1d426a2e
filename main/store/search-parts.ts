/**
 * A record as the search index holds it: a list of parts, each a list of terms. Part 0: names and codes. Part 1: everything
 * that stands once in the table or repeats from row to row. From 2 on: the words of one indicator, so that the edit of a
 * cell rewrites one small part only.
 */
import { toTerms } from './bigrams.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'

/** A rowid of the index is seq * partsPerProject + part. */
export const partsPerProject = 1024

export function toSearchParts(record: ProjectRecord): string[] {
  return toTexts(record).map(toTerms)
}

/** All texts of a record by part; indicators past the last part share it. */
export function toTexts(record: ProjectRecord): string[][] {
  const { year, unit, project, funding, termFunding, purpose, paymentPlan, goal, indicators, extra } = record
  const head = [project.name, unit.name, project.code, unit.code, year, project.leader]
  const shared = [
    ...Object.values(funding),
    ...Object.values(termFunding),
    purpose,
    ...paymentPlan,
    goal.term,
    goal.annual,
  ]
  shared.push(...Object.entries(extra).flat())
  const parts: string[][] = [head, shared]
  for (const [index, { name, description, extra, ...repeating }] of indicators.entries()) {
    shared.push(...Object.values(repeating))
    const part = Math.min(index + 2, partsPerProject - 1)
    ;(parts[part] ??= []).push(name, description, ...Object.entries(extra).flat())
  }
  return parts
}
