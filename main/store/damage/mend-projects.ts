/**
 * What a person can do with a damaged project: look at what still reads, put it back to a version that is whole or to
 * what reads, put it into the recycle bin and take it out for good. A backup has the damaged bytes as they are before the
 * first of them is changed.
 */
import {
  isWhole,
  isWholeVersion,
  originIn,
  sealed,
  toNotes,
  toRecord,
  versionColumns,
} from '../projects/project-row.ts'
import { highestVersion } from '../restore/raise-versions.ts'
import { originColumns, toColumns } from '../projects/save-projects.ts'
import { isDamage, StoreProblem } from '../file/store-problem.ts'
import { withLooseIndexes } from './loose-indexes.ts'
import { readLoosely } from './read-loosely.ts'
import { unlessDamaged } from './unless-damaged.ts'
import { checkNotes } from '../../../shared/model/check-notes.ts'
import type { DamagedLook, DamagedProject, VersionContent } from '../../../shared/model/stored/projects.ts'
import { isStatus } from '../../../shared/model/status.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { Origin } from '../../../shared/model/origin.ts'
import type { Findings, ProjectRow, VersionRow } from '../projects/project-row.ts'
import type { SaveTools } from '../projects/save-projects.ts'
import type { IndexedProject, IndexedProjects } from './indexed-project.ts'
import type { KnownDamage } from './known-damage.ts'
import type { Database } from 'better-sqlite3'

export interface Mended extends VersionContent {
  findings: Findings
  /** For the list of versions. */
  origin: Origin
}

export interface MendProjects {
  /** The damaged projects known so far. */
  known(): DamagedProject[]
  /** Throws `not-found`. */
  look(id: string): DamagedLook
  /** Throws `not-found` for a version that is not kept or damaged itself. */
  readVersion(id: string, version: number): VersionContent
  /** The number of what the row held when it was whole; versions are counted on from it. */
  lastVersion(id: string): number
  write(id: string, content: Mended): { id: string; version: number; updatedAt: string }
  /** Into the recycle bin with a time, out of it with ''. */
  setDeleted(ids: readonly string[], time: string): void
  purge: (ids: readonly string[]) => void
}

interface MendTools extends SaveTools {
  indexed: IndexedProjects
  damage: KnownDamage
  backUp: () => void
}

export function createMendProjects(database: Database, tools: MendTools): MendProjects {
  const { indexed, damage, rows, now } = tools
  const columns = versionColumns.join(', ')
  const versions = database.prepare<[number], VersionRow>(
    `SELECT ${columns} FROM versions WHERE project = ? ORDER BY version DESC`,
  )
  const version = database.prepare<[number, number], VersionRow>(
    `SELECT ${columns} FROM versions WHERE project = ? AND version = ?`,
  )
  const highest = database
    .prepare<[number], number>('SELECT coalesce(max(version), 0) FROM versions WHERE project = ?')
    .pluck()
  const setDeleted = database.prepare<[string, number]>('UPDATE projects SET deleted_at = ? WHERE seq = ?')

  const find = (id: string): IndexedProject => {
    const found = indexed.byId(id)
    if (!found) throw new StoreProblem('not-found', '找不到这个项目，它可能已被彻底删除：请刷新项目列表。')
    return found
  }
  const readRow = (id: string): ProjectRow | null => unlessDamaged(() => rows.find(id)) ?? null
  const lastVersion = (id: string): number => {
    const kept = (unlessDamaged(() => highest.get(find(id).seq)) ?? 0) + 1
    const own = readRow(id)?.version ?? 0
    return Number.isSafeInteger(own) && own > kept && own < highestNumber ? own : kept
  }
  let backedUp = new Set<string>()
  const loosely = <T>(work: () => T): T => {
    const known = damage.list().map(({ id }) => id)
    if (known.some((id) => !backedUp.has(id))) {
      tools.backUp()
      backedUp = new Set(known)
    }
    try {
      return withLooseIndexes(database, work).result
    } catch (thrown) {
      throw isDamage(thrown) ? new StoreProblem('store-damaged', pageMessage) : thrown
    }
  }

  return {
    known: () => damage.list(),
    look(id) {
      const { seq, template, fiscalYear, unitName, name, deleted } = find(id)
      const row = readRow(id)
      if (row && isWhole(row)) damage.forget([id]) // mended in another window
      else damage.note(id)
      const kept = unlessDamaged(() => versions.all(seq)) ?? []
      return {
        id,
        template,
        fiscalYear,
        unitName,
        name,
        deleted,
        record: row ? readLoosely(row.record) : null,
        notes: row ? readNotes(row.notes) : [],
        versions: kept.map((one) => ({
          version: one.version,
          createdAt: one.created_at,
          origin: originIn(one),
          isWhole: isWholeVersion(id, one),
        })),
      }
    },
    readVersion(id, number) {
      const found = unlessDamaged(() => version.get(find(id).seq, number))
      if (!found || !isWholeVersion(id, found)) {
        throw new StoreProblem('not-found', '这个历史版本已不再保留，或者也已损坏：请选择别的版本。')
      }
      return { record: toRecord(found.record), notes: toNotes(found.notes) }
    },
    lastVersion,
    write(id, { record, notes, findings, origin }) {
      const known = find(id)
      damage.note(id)
      const old = readRow(id)
      const time = now()
      const number = Math.max(lastVersion(id), unlessDamaged(() => highestVersion(database)) ?? 0) + 1 // a restore has raised all others
      const row: ProjectRow = sealed({
        seq: known.seq,
        id,
        template: known.template,
        status: old && isStatus(old.status) ? old.status : 'draft',
        version: number,
        position: known.position,
        ...toColumns(findings),
        total_micro_wan: tools.toTotal(record),
        created_at: old && Date.parse(old.created_at) > 0 ? old.created_at : time,
        updated_at: time,
        deleted_at: known.deletedAt,
        ...originColumns(origin),
        content_hash: '',
        record: JSON.stringify(record),
        notes: JSON.stringify(notes),
        fiscal_year: known.fiscalYear,
        stage: known.stage,
      })
      loosely(() => {
        rows.rewrite(row)
        if (!known.deleted) rows.search.change(known.seq)
      })
      damage.forget([id])
      return { id, version: number, updatedAt: time }
    },
    setDeleted(ids, time) {
      const found = ids.map(find)
      loosely(() => {
        for (const { seq } of found) {
          setDeleted.run(time, seq)
          rows.search.remove(seq)
        }
      })
      for (const id of ids) damage.note(id)
    },
    purge(ids) {
      const found = ids.map(find)
      loosely(() => {
        for (const { seq } of found) {
          rows.purge(seq)
          rows.search.remove(seq)
        }
      })
      damage.forget(ids)
    },
  }
}

/** Beyond it nobody could count on. */
const highestNumber = 2 ** 52

const pageMessage =
  '工作区文件里存放这个项目的地方坏了，不能在原处改动它，没有做任何改动：请在“备份”中选一份恢复；其余项目可以先导出。'

function readNotes(text: string): Note[] {
  try {
    const checked = checkNotes(JSON.parse(text))
    return checked.ok ? checked.value : []
  } catch {
    return [] // no list any more
  }
}
