/** A project as it goes into the store: with what the rules of today find in it. */
import { countFindings, findProblems } from './findings.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

export const withFindings = <T extends { template: string; record: ProjectRecord; notes?: Note[] }>(project: T) => ({
  ...project,
  findings: countFindings(findProblems(project.template, project.record), project.notes),
})
