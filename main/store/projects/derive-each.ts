/**
 * Something small made of every living project (what a roll-up needs of it), kept until the project changes: reading ten
 * thousand records takes a second, and once is enough. Only whole projects count; the damaged ones are named.
 */
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { translated } from '../file/store-problem.ts'
import type { ProjectRows } from './project-rows.ts'
import type { ReadProjects } from './projects.ts'
import type { StoredProject } from './project-row.ts'
import type { DamagedProject } from '../../../shared/model/stored/projects.ts'
import type { Database } from 'better-sqlite3'

export interface Derived<T> {
  /** In the order of the list. */
  whole: T[]
  damaged: DamagedProject[]
}

/** What is kept belongs to the function: call it always with the same one. */
export type DeriveEach = <T>(derive: (project: StoredProject) => T) => Derived<T>

type Kept = Map<string, unknown>

export interface KeptDerived {
  /** The same rows; whatever is written through them is derived anew. */
  watched: ProjectRows
  over(database: Database, readEach: (ids: readonly string[]) => ReadProjects): DeriveEach
}

/** So many records at a time are in memory. */
const slice = 200

export function keepDerived(rows: ProjectRows): KeptDerived {
  const kept = new Map<unknown, Kept>()
  const forget = (id: string): void => {
    for (const all of kept.values()) all.delete(id)
  }
  return {
    watched: {
      ...rows,
      insert(row) {
        forget(row.id)
        rows.insert(row)
      },
      update(row) {
        forget(row.id)
        rows.update(row)
      },
      rewrite(row) {
        forget(row.id)
        rows.rewrite(row)
      },
    },
    over(database, readEach) {
      const ids = database
        .prepare<[], string>("SELECT id FROM projects INDEXED BY projects_list WHERE deleted_at = ''")
        .pluck()
      /** Another program wrote into the file, or it was mended without these rows. */
      let seen = -1
      return <T>(derive: (project: StoredProject) => T) => {
        const version = translated(() => Number(database.pragma('data_version', { simple: true })))
        if (version !== seen) kept.clear()
        seen = version
        const own = kept.get(derive) ?? new Map<string, unknown>()
        kept.set(derive, own)
        const living = translated(() => unlessDamaged(() => ids.all()) ?? livingOf(rows))
        const missing = living.filter((id) => !own.has(id))
        const damaged: DamagedProject[] = []
        for (let from = 0; from < missing.length; from += slice) {
          const read = readEach(missing.slice(from, from + slice))
          for (const project of read.whole) own.set(project.id, derive(project))
          damaged.push(...read.damaged)
        }
        if (own.size > living.length * 2) drop(own, living)
        // what stands there was made by this function
        return { whole: living.filter((id) => own.has(id)).map((id) => own.get(id) as T), damaged }
      }
    },
  }
}

const livingOf = (rows: ProjectRows): string[] =>
  rows
    .readEach()
    .filter((row) => row.deleted_at === '')
    .map(({ id }) => id)

/** Of projects that are gone. */
function drop(kept: Kept, living: readonly string[]): void {
  const stay = new Set(living)
  for (const id of kept.keys()) if (!stay.has(id)) kept.delete(id)
}
