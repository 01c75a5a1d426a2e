/**
 * Projects: read, save, the recycle bin. Every change is one synchronous transaction; damaged projects, which need one of
 * their own (damage/mend-projects.ts), go along into the recycle bin, out of it and for good.
 */
import { createList } from './list-projects.ts'
import { checkRow, isWhole, sealed, shaped, toProject } from './project-row.ts'
import { removeProject, restoreProject, saveProjects } from './save-projects.ts'
import { isProjectDamaged } from '../file/store-problem.ts'
import type { AddedProject, SaveRequest, SaveTools } from './save-projects.ts'
import type { StoredProject } from './project-row.ts'
import type { IndexedProjects } from '../damage/indexed-project.ts'
import type { Eraser } from '../file/erase.ts'
import type { KnownDamage } from '../damage/known-damage.ts'
import type { MendProjects } from '../damage/mend-projects.ts'
import type {
  DamagedProject,
  ProjectSummary,
  SaveOutcome,
  TableDocument,
} from '../../../shared/model/stored/projects.ts'
import { originOfWord } from '../../../shared/model/origin.ts'
import type { Origin } from '../../../shared/model/origin.ts'
import type { Status } from '../../../shared/model/status.ts'
import type { Database } from 'better-sqlite3'

export interface Projects {
  list(options: { deleted: boolean }): ProjectSummary[]
  /** Ids of living projects, most relevant first. */
  search(text: string): string[]
  /** Throws `not-found`, and `project-damaged` naming it. */
  read(id: string): StoredProject
  /** Each of those that can be read; the damaged ones by name. Throws `not-found`. */
  readEach(ids: readonly string[]): ReadProjects
  /**
   * The table the project stands in: itself (`project`), or all of its form, fiscal year and unit in their order (`unit`). Throws
   * `project-damaged` when the project itself is; the damaged among the others are named in the answer.
   */
  open(id: string, scope: TableDocument['scope']): TableDocument
  /** A word in place of the origin, as scripts give it, means the origin that is called so. */
  create(project: AddedProject, origin: Origin | string): SaveOutcome['added'][number]
  save(request: SaveRequest | SaidRequest): SaveOutcome
  changeStatus(ids: readonly string[], status: Status): number
  /** Into the recycle bin. These four answer how many projects were changed; an id not known is `not-found` and changes nothing. */
  remove(ids: readonly string[]): number
  /** Out of the recycle bin. */
  restore(ids: readonly string[]): number
  /** Out of the recycle bin for good; living projects are left alone. */
  purge(ids: readonly string[]): number
}

/** A request with a word in place of its origin. */
export type SaidRequest = Omit<SaveRequest, 'origin'> & { reason: string }

export interface ReadProjects {
  whole: StoredProject[]
  damaged: DamagedProject[]
}

interface ProjectTools extends SaveTools {
  indexed: IndexedProjects
  damage: KnownDamage
  mend: MendProjects
  eraser: Eraser
}

/** In the same transaction, with the ids that were changed. */
type Also = (ids: ReadonlySet<string>) => void

export function createProjects(database: Database, tools: ProjectTools): Projects {
  const { rows, now, damage, indexed, mend, eraser } = tools
  const save = database.transaction((request: SaveRequest) => saveProjects(tools, request))
  /** Damaged projects are left as they are and answered. */
  const changeWhole = database.transaction((ids: readonly string[], change: (id: string) => boolean, also?: Also) => {
    const damaged: string[] = []
    const changed = [...new Set(ids)].filter((id) => {
      try {
        return damage.reading(id, () => change(id))
      } catch (thrown) {
        if (!isProjectDamaged(thrown)) throw thrown
        damaged.push(id)
        return false
      }
    })
    if (changed.length > 0) also?.(new Set(changed))
    return { count: changed.length, damaged }
  })
  /** The same, and what `others` does with those of the damaged that are, or are not, in the recycle bin. */
  const changeAll = (
    ids: readonly string[],
    change: (id: string) => boolean,
    areDeleted: boolean,
    others: (ids: readonly string[]) => void,
    also?: Also,
  ): number => {
    const { count, damaged } = changeWhole.immediate(ids, change, also)
    const meant = damaged.filter((id) => indexed.byId(id)?.deleted === areDeleted)
    if (meant.length > 0) others(meant)
    return count + meant.length
  }
  const purge = (id: string): boolean => {
    const row = checkRow(rows.read(id))
    if (row.deleted_at === '') return false
    rows.purge(row.seq)
    rows.search.remove(row.seq)
    return true
  }
  const forget = database.transaction(eraser.forget)
  const purgeDamaged = (damaged: readonly string[]): void => {
    mend.purge(damaged)
    forget.immediate(new Set(damaged))
  }
  const changeStatus = (id: string, status: Status): boolean => {
    const row = checkRow(rows.read(id))
    if (row.status === status) return false
    rows.update(sealed({ ...row, status }))
    return true
  }

  const read = (id: string): StoredProject => damage.reading(id, () => toProject(rows.read(id)))

  return {
    list: createList(database, rows.readEach),
    search: (text) => rows.search.find(text),
    read,
    readEach(ids) {
      const whole: StoredProject[] = []
      const damaged: DamagedProject[] = []
      for (const id of ids) {
        try {
          whole.push(read(id))
        } catch (thrown) {
          if (!isProjectDamaged(thrown)) throw thrown
          damaged.push(damage.note(id))
        }
      }
      return { whole, damaged }
    },
    open(id, scope) {
      const row = damage.reading(id, () => checkRow(rows.read(id)))
      const isTable = scope === 'unit' && row.deleted_at === ''
      const table = isTable ? rows.readMates(row) : [{ key: row.seq, row }]
      const projects = table.flatMap((one) => (one.row && isWhole(one.row) ? [shaped(one.row)] : []))
      const damaged = table.flatMap((one) => {
        if (one.row && isWhole(one.row)) return []
        const known = indexed.bySeq(one.key)
        return known ? [damage.note(known.id)] : []
      })
      return {
        template: row.template,
        fiscalYear: row.fiscal_year,
        scope,
        deleted: row.deleted_at !== '',
        projects: projects.map(({ id, version, updatedAt, status, record, notes }) => ({
          id,
          version,
          updatedAt,
          status,
          record,
          notes,
        })),
        ...(damaged.length > 0 && { damaged }),
      }
    },
    create(project, origin) {
      const by = typeof origin === 'string' ? originOfWord(origin) : origin
      const [added] = save.immediate({ changes: [], added: [project], removed: [], origin: by }).added
      if (!added) throw new Error('one project in, one project out')
      return added
    },
    save: (request) =>
      save.immediate('origin' in request ? request : { ...request, origin: originOfWord(request.reason) }),
    changeStatus: (ids, status) => changeWhole.immediate(ids, (id) => changeStatus(id, status)).count,
    remove: (ids) => {
      const time = now()
      return changeAll(
        ids,
        (id) => removeProject(rows, id, time),
        false,
        (damaged) => mend.setDeleted(damaged, time),
      )
    },
    restore: (ids) =>
      changeAll(
        ids,
        (id) => restoreProject(rows, id),
        true,
        (damaged) => mend.setDeleted(damaged, ''),
      ),
    purge(ids) {
      const count = changeAll(ids, purge, true, purgeDamaged, eraser.forget)
      if (count > 0) eraser.eraseSoon()
      return count
    },
  }
}
