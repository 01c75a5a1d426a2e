/**
 * Looks whether the workspace is what was written: SQLite's own check, the search index, and the hash of every row that holds
 * somebody's work. In slices for the host's idle moments after opening, or all at once on demand.
 */
import { isSearchWhole } from './check-search.ts'
import { checkRow, damagedProject, hashVersion, projectColumns } from './project-row.ts'
import { contentHash } from './content-hash.ts'
import { StoreProblem, toStoreProblem } from './store-problem.ts'
import type { ProjectRow, VersionRow } from './project-row.ts'
import type { Database } from 'better-sqlite3'

export interface Damage {
  /** '' when it is not one project's. */
  project: string
  message: string
}

export interface Check {
  /** Empty: all is well. What waits to be indexed should be (checkpoint), otherwise the search index is not looked at. */
  all(): Damage[]
  /** Without the search index, which can be made anew: enough for a backup. `checked` hears how many rows are done. */
  rows(checked?: (rows: number) => void): Damage[]
  /** How many rows that are. */
  countRows(): number
  /** The same step by step: each step takes some milliseconds (the first, SQLite's own check, grows with the file). */
  slices(): Generator<Damage[], void>
}

const rowsPerSlice = 100
const searchDamaged = '搜索索引已损坏，搜索可能漏掉项目，需要重建；项目内容不受影响。'

type CheckedVersion = VersionRow & { rowid: number; id: string }

export function createCheck(database: Database): Check {
  const projects = database.prepare<[number, number], ProjectRow>(
    `SELECT ${projectColumns.join(', ')} FROM projects WHERE seq > ? ORDER BY seq LIMIT ?`,
  )
  const versions = database.prepare<[number, number], CheckedVersion>(
    `SELECT versions.rowid, id, versions.version, versions.created_at, versions.reason, versions.content_hash, versions.record,
       versions.notes
     FROM versions JOIN projects ON projects.seq = versions.project WHERE versions.rowid > ? ORDER BY versions.rowid LIMIT ?`,
  )

  const countRows = database
    .prepare<[], number>('SELECT (SELECT count(*) FROM projects) + (SELECT count(*) FROM versions)')
    .pluck()

  function* rowSlices(): Generator<Damage[], void> {
    yield found(() => checkStructure(database))
    yield found(() => checkTexts(database))
    for (let last = 0; ;) {
      const rows = projects.all(last, rowsPerSlice)
      if (rows.length === 0) break
      yield rows.flatMap((row) => found(() => checkRow(row), row.id))
      last = rows.at(-1)?.seq ?? last
    }
    for (let last = 0; ;) {
      const rows = versions.all(last, rowsPerSlice)
      if (rows.length === 0) break
      yield rows.flatMap((row) => found(() => checkVersion(row), row.id))
      last = rows.at(-1)?.rowid ?? last
    }
  }

  function* slices(): Generator<Damage[], void> {
    yield* rowSlices()
    const search = isSearchWhole(database)
    for (;;) {
      const { done, value } = search.next()
      if (done && value === false) yield [{ project: '', message: searchDamaged }]
      if (done) return
      yield []
    }
  }
  return {
    slices,
    all: () => collect(slices()),
    rows: (checked) => collect(rowSlices(), checked),
    countRows: () => Number(countRows.get()),
  }
}

function collect(slices: Generator<Damage[], void>, checked: (rows: number) => void = () => {}): Damage[] {
  const damages: Damage[] = []
  let rows = -2 * rowsPerSlice // the first two slices are of no rows
  try {
    for (const slice of slices) {
      damages.push(...slice)
      rows += rowsPerSlice
      if (rows > 0) checked(rows)
    }
  } catch (thrown) {
    damages.push(toDamage(thrown, ''))
  }
  return damages
}

function checkVersion(row: CheckedVersion): void {
  if (hashVersion(row.id, row) !== row.content_hash) throw damagedProject(row)
}

/** SQLite's own check; it knows nothing of our columns, so it fits workspaces of every shape. */
export function checkStructure(database: Database): void {
  const answers = database.pragma('integrity_check(20)', { simple: false }) as { integrity_check: string }[]
  if (answers[0]?.integrity_check !== 'ok') {
    throw new StoreProblem(
      'store-damaged',
      '工作区文件的内部结构已损坏：请在“备份”中选一份恢复，损坏的文件会另外保留。',
    )
  }
  const violations = database.pragma('foreign_key_check') as unknown[]
  if (violations.length > 0)
    throw new StoreProblem('store-damaged', '工作区文件中的历史版本与项目对不上：请在“备份”中选一份恢复。')
}

function checkTexts(database: Database): void {
  const rows = [
    ...database.prepare('SELECT key AS name, value AS text, content_hash FROM settings').all(),
    ...database.prepare('SELECT table_key AS name, state AS text, content_hash FROM undo_histories').all(),
  ] as { name: string; text: string; content_hash: string }[]
  if (rows.some(({ name, text, content_hash }) => contentHash([name, text]) !== content_hash)) {
    throw new StoreProblem('store-damaged', '工作区文件中的一项设置或撤销记录已损坏，已改用默认值；项目内容不受影响。')
  }
}

function found(check: () => unknown, project = ''): Damage[] {
  try {
    check()
    return []
  } catch (thrown) {
    return [toDamage(thrown, project)]
  }
}

function toDamage(thrown: unknown, project: string): Damage {
  const problem = toStoreProblem(thrown)
  if (!(problem instanceof StoreProblem)) throw thrown
  return { project, message: problem.message }
}
