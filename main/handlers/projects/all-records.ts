/** All living projects of a workspace, in the order of the list; those whose bytes are damaged are named, and the others go on. */
import { damagedProblem } from '../export/whole-tables.ts'
import type { DamagedProblem } from '../export/whole-tables.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import type { FormRecord } from '../../../shared/model/project.ts'
import type { HandlerContext } from '../door/context.ts'

type Source = Pick<HandlerContext, 'store'>

export interface AllRecords {
  /** On their own forms; null: on none anybody knows. */
  entries: FormRecord[]
  damaged: DamagedProblem[]
}

export function allRecords({ store }: Source): AllRecords {
  const { whole, damaged } = store.projects.readEach(store.projects.list({ deleted: false }).map(({ id }) => id))
  const entries = whole.map(({ template, fiscalYear, record }) => ({
    template: template === '' ? null : template,
    fiscalYear,
    record,
  }))
  return { entries, damaged: damaged.map(damagedProblem) }
}

/** The list is an index: whether the projects themselves are whole is seen by reading them. */
export function listWithDamage(source: Source): { projects: ProjectSummary[]; damaged: DamagedProblem[] } {
  return { projects: source.store.projects.list({ deleted: false }), damaged: allRecords(source).damaged }
}
