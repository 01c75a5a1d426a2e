/** The damaged projects that were met since the workspace was opened, by a reading or by the check. */
import { damagedProject } from '../projects/project-row.ts'
import { isDamage, isProjectDamaged } from '../file/store-problem.ts'
import type { DamagedProject } from '../../../shared/model/stored/projects.ts'
import type { IndexedProjects } from './indexed-project.ts'

export interface KnownDamage {
  list(): DamagedProject[]
  /** Remembers a project as damaged; answers what is known of it. */
  note: (id: string) => DamagedProject
  /** It was mended, or is gone. */
  forget(ids: readonly string[]): void
  /** Reads something of a project. Throws `project-damaged`, naming it, when the bytes are wrong. */
  reading<T>(id: string, read: () => T): T
}

/** `changed` hears when one more is known, or one less. */
export function createKnownDamage(indexed: IndexedProjects, changed: () => void): KnownDamage {
  const known = new Map<string, DamagedProject>()
  const note = (id: string): DamagedProject => {
    const found = indexed.byId(id)
    const project = {
      id,
      template: found?.template ?? '',
      fiscalYear: found?.fiscalYear ?? '',
      unitName: found?.unitName ?? '',
      name: found?.name ?? '',
      deleted: found?.deleted ?? false,
    }
    const isNews = JSON.stringify(known.get(id)) !== JSON.stringify(project)
    known.set(id, project)
    if (isNews) changed()
    return project
  }
  const forget = (ids: readonly string[]): void => {
    const gone = ids.filter((id) => known.delete(id))
    if (gone.length > 0) changed()
  }
  return {
    list: () => [...known.values()],
    note,
    forget,
    reading(id, read) {
      try {
        const found = read()
        if (known.has(id)) forget([id]) // what could be read of it was all of it
        return found
      } catch (thrown) {
        throw isProjectDamaged(thrown) || isDamage(thrown) ? damagedProject(note(id)) : thrown
      }
    },
  }
}
