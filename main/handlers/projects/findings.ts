/** The rules' findings of one record, counted by severity as the store keeps them: a 核实 that has its 说明 counts no more. */
import { checkRecordRules } from '../../../shared/rules/check.ts'
import { findTemplate } from '../../../shared/templates/index.ts'
import { explanationOf } from '../../../shared/model/note.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { Problem, Severity } from '../../../shared/model/problem.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

/** Empty for a form this build does not know. */
export function findProblems(templateId: string | null, record: ProjectRecord): Problem[] {
  const template = templateId === null ? undefined : findTemplate(templateId)
  return template ? checkRecordRules(template, record) : []
}

export function countFindings(problems: readonly Problem[], notes: readonly Note[] = []): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 }
  for (const problem of problems) if (!isExplained(problem, notes)) counts[problem.severity]++
  return counts
}

const isExplained = (problem: Problem, notes: readonly Note[]): boolean =>
  problem.severity === 'warning' && explanationOf(notes, problem) !== ''
