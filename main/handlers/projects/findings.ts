/** The rules' findings of one record, counted by severity as the store keeps them: a 核实 that has its 说明 counts no more. */
import { checkRecordRules } from '../../../shared/rules/check.ts'
import { explanationOf } from '../../../shared/model/note.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { Problem, Severity } from '../../../shared/model/problem.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'

/** Empty for a form this build does not know. */
export function findProblems(templates: TemplateRegistry, templateId: string | null, record: ProjectRecord): Problem[] {
  const template = templateId === null ? undefined : templates.find(templateId)
  return template ? checkRecordRules(template, record) : []
}

export function countFindings(problems: readonly Problem[], notes: readonly Note[] = []): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 }
  for (const problem of problems) if (!isExplained(problem, notes)) counts[problem.severity]++
  return counts
}

const isExplained = (problem: Problem, notes: readonly Note[]): boolean =>
  problem.severity === 'warning' && explanationOf(notes, problem) !== ''

export const withFindings = <T extends { template: string; record: ProjectRecord; notes?: Note[] }>(
  templates: TemplateRegistry,
  project: T,
) => ({
  ...project,
  findings: countFindings(findProblems(templates, project.template, project.record), project.notes),
})
