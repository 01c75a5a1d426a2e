/** Whether somebody worked on a project here since its content last came out of a file: told from the origins of its versions. */
import { isSameContent } from '../../../shared/identity/content.ts'
import { isFromOutside } from '../../../shared/model/origin.ts'
import { StoreProblem } from '../../store/file/store-problem.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { Store } from '../../store/store.ts'

/** What stands in the project is not what any file brought. To change it and to take that back is no change. */
export function isChangedHere(store: Store, id: string): boolean {
  const [present, ...earlier] = store.versions.list(id)
  if (!present || isFromOutside(present.origin)) return false
  const { record } = store.projects.read(id)
  return !earlier.some(({ origin, version }) => isFromOutside(origin) && holds(store, id, version, record))
}

/** A version that is damaged, or no longer kept, holds nothing. */
function holds(store: Store, id: string, version: number, record: ProjectRecord): boolean {
  try {
    return isSameContent(store.versions.read(id, version).record, record)
  } catch (thrown) {
    if (!(thrown instanceof StoreProblem)) throw thrown
    return false
  }
}
