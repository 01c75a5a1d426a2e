/**
 * Looks whether the workspace is what was written: SQLite's own check, the search index, and the hash of every row that holds
 * somebody's work. A damaged row is named and the others are looked at all the same. In slices for the host's idle
 * moments after opening, or all at once on demand.
 */
import { isSearchWhole } from '../search/check-search.ts'
import { isContent } from './content-hash.ts'
import { createIndexedProjects } from '../damage/indexed-project.ts'
import { readEach } from '../damage/read-each.ts'
import { readStructure } from '../damage/structure.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import {
  damagedMessage,
  damagedVersionMessage,
  isWhole,
  isWholeVersion,
  nameInText,
  projectColumns,
  versionColumns,
} from '../projects/project-row.ts'
import { StoreProblem, toStoreProblem } from './store-problem.ts'
import type { ReadRow } from '../damage/read-each.ts'
import type { Structure } from '../damage/structure.ts'
import type { ProjectRow, VersionRow } from '../projects/project-row.ts'
import type { Database } from 'better-sqlite3'

export interface Damage {
  /** `index` and `search` can be made anew without loss; `text`: a setting or an undo history, which can be done without. */
  kind: 'project' | 'version' | 'text' | 'index' | 'search' | 'file'
  /** The id; '' when it is not one project's. */
  project: string
  message: string
}

export interface Check {
  /** Empty: all is well. What waits to be indexed should be (checkpoint), otherwise the search index is not looked at. */
  all(): Damage[]
  /** Without the search index, which can be made anew: enough for a backup. `checked` hears how many rows are done. */
  rows(checked?: (done: number, total: number) => void): Damage[]
  /** The same step by step: each step takes some milliseconds, but the first, SQLite's own check, where `structure` does not bring its answer. */
  slices(structure?: Structure): Generator<Damage[], void>
}

const rowsPerSlice = 100

const fileMessage =
  '工作区文件的内部结构有损坏，其余内容照常可用：请按“现在备份”，再恢复这份新备份，能读的内容都会重新写好；也可以恢复以前的备份。'
const versionsMessage = '工作区文件中有历史版本和项目对不上，这些版本看不到了；各项目现在的内容不受影响。'
const indexMessage = '项目列表的索引已损坏，列表里可能有错，正在重建；项目内容不受影响。'
const searchMessage = '搜索索引已损坏，搜索可能漏掉项目，正在重建；项目内容不受影响。'
const textMessage = '工作区文件中的一项设置或撤销记录已损坏，已改用默认值；项目内容不受影响。'

const general = (kind: Damage['kind'], message: string): Damage => ({ kind, project: '', message })

/** `found` hears the id of each damaged project. */
export function createCheck(database: Database, found: (id: string) => void = () => {}): Check {
  const indexed = createIndexedProjects(database)
  const projects = projectReader(database)
  const versions = versionReader(database)

  const projectDamage = (seq: number, row: ProjectRow | null): Damage => {
    const known = indexed.bySeq(seq) ?? { id: row?.id ?? '', name: row ? nameInText(row.record) : '' }
    found(known.id)
    return { kind: 'project', project: known.id, message: damagedMessage(known) }
  }

  function* rowSlices(structure = readStructure(database)): Generator<Damage[], void> {
    const { indexes, search, broken } = structure
    if (broken.size > 0) yield [general('file', fileMessage)]
    if (search) yield [general('search', searchMessage)]
    const texts = checkTexts(database)
    yield texts
    const missing = new Set(indexes || broken.size > 0 ? indexed.ids().keys() : [])
    let isIndexExplained = broken.size + texts.length > 0
    const damagedRows = function* (): Generator<Damage[], void> {
      for (const rows of projects()) {
        for (const { key } of rows) missing.delete(key)
        yield rows.flatMap(({ key, row }) => {
          if (row && isWhole(row)) return []
          return row && indexed.proven(row) ? [general('index', indexMessage)] : [projectDamage(key, row)]
        })
      }
      yield [...missing].map((seq) => projectDamage(seq, null))
    }
    for (const damages of damagedRows()) {
      if (damages.length > 0) isIndexExplained = true
      yield damages
    }
    if (indexes && (!isIndexExplained || indexed.ids().size === 0)) yield [general('index', indexMessage)]
    yield* versionSlices()
  }

  function* versionSlices(): Generator<Damage[], void> {
    const violations = unlessDamaged(() => database.pragma('foreign_key_check') as unknown[]) ?? []
    if (violations.length > 0) yield [general('version', versionsMessage)]
    const ids = indexed.ids()
    for (const rows of versions()) {
      yield rows.flatMap(({ row }) => {
        if (!row) return [general('version', versionsMessage)]
        const id = ids.get(row.project)
        if (id === undefined || isWholeVersion(id, row)) return [] // of no project: told already
        const known = indexed.bySeq(row.project) ?? { id, name: '' }
        return [{ kind: 'version' as const, project: id, message: damagedVersionMessage(known, row) }]
      })
    }
  }

  function* slices(structure?: Structure): Generator<Damage[], void> {
    yield* rowSlices(structure)
    const search = isSearchWhole(database)
    for (;;) {
      const step = unlessDamaged(() => search.next())
      if (step?.done && step.value === false) yield [general('search', searchMessage)]
      if (step === null) yield [general('search', searchMessage)]
      if (step === null || step.done) return
      yield []
    }
  }
  return {
    slices,
    all: () => collect(slices()),
    rows: (checked) => collect(checked ? told(rowSlices(), countRows(database), checked) : rowSlices()),
  }
}

type CheckedVersion = VersionRow & { rowid: number; project: number }

function projectReader(database: Database): () => Generator<ReadRow<ProjectRow>[], void> {
  const select = `SELECT ${projectColumns.join(', ')} FROM projects`
  return readEach<ProjectRow>(database, {
    batch: `${select} WHERE seq > ? ORDER BY seq LIMIT ${rowsPerSlice}`,
    one: `${select} WHERE seq = ?`,
    keys: 'SELECT seq FROM projects INDEXED BY projects_list WHERE seq > ? ORDER BY seq',
    keyOf: ({ seq }) => seq,
  })
}

function versionReader(database: Database): () => Generator<ReadRow<CheckedVersion>[], void> {
  const select = `SELECT rowid, project, ${versionColumns.join(', ')} FROM versions`
  return readEach<CheckedVersion>(database, {
    batch: `${select} WHERE rowid > ? ORDER BY rowid LIMIT ${rowsPerSlice}`,
    one: `${select} WHERE rowid = ?`,
    keys: 'SELECT rowid FROM versions INDEXED BY sqlite_autoindex_versions_1 WHERE rowid > ? ORDER BY rowid',
    keyOf: ({ rowid }) => rowid,
  })
}

/** A slice more or less, for the first ones are of no rows. */
function* told(
  slices: Generator<Damage[], void>,
  total: number,
  checked: (done: number, total: number) => void,
): Generator<Damage[], void> {
  let done = 0
  for (const slice of slices) {
    yield slice
    done += rowsPerSlice
    checked(Math.min(done, total), total)
  }
}

function countRows(database: Database): number {
  const count = database
    .prepare<[], number>('SELECT (SELECT count(*) FROM projects) + (SELECT count(*) FROM versions)')
    .pluck()
  return unlessDamaged(() => count.get()) ?? 0
}

function collect(slices: Generator<Damage[], void>): Damage[] {
  const damages: Damage[] = []
  try {
    for (const slice of slices) damages.push(...slice)
  } catch (thrown) {
    const problem = toStoreProblem(thrown)
    if (!(problem instanceof StoreProblem)) throw thrown
    damages.push(general('file', problem.message))
  }
  return damages
}

/** Of a file of any shape. Throws where pages of it cannot be relied upon; single rows are not looked at. */
export function checkStructure(database: Database): void {
  if (readStructure(database).broken.size > 0) {
    throw new StoreProblem(
      'store-damaged',
      '工作区文件的内部结构已损坏：请在“备份”中选一份恢复，损坏的文件会另外保留。',
    )
  }
}

function checkTexts(database: Database): Damage[] {
  const read = (sql: string): { name: string; text: string; content_hash: string }[] | null =>
    unlessDamaged(() => database.prepare<[], { name: string; text: string; content_hash: string }>(sql).all())
  const tables = [
    read('SELECT key AS name, value AS text, content_hash FROM settings'),
    read('SELECT table_key AS name, state AS text, content_hash FROM undo_histories'),
  ]
  if (tables.includes(null)) return [general('text', textMessage)]
  return tables
    .flatMap((rows) => rows ?? [])
    .some(({ name, text, content_hash }) => !isContent([name, text], content_hash))
    ? [general('text', textMessage)]
    : []
}
