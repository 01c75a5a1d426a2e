/**
 * What a project was before its changes. Kept: everything of the last 24 hours, then the last of each hour for a week, then
 * the last of each day. The present state is a version too; it stands in `projects`.
 */
import { damagedVersionMessage, isWholeVersion, nameInText, toNotes, toProject, toRecord } from './project-row.ts'
import { StoreProblem } from './store-problem.ts'
import type { VersionContent, VersionInfo } from '../../shared/ipc/types.ts'
import type { ProjectRow, VersionRow } from './project-row.ts'
import type { Database } from 'better-sqlite3'

export interface Versions {
  /** Newest first, beginning with the present state. */
  list(id: string): VersionInfo[]
  read(id: string, version: number): VersionContent
  /** Thins out old versions; answers how many went. */
  compact(): number
}

export function createVersions(database: Database, now: () => string, readRow: (id: string) => ProjectRow): Versions {
  const list = database.prepare<[number], VersionRow>(
    'SELECT version, created_at, reason FROM versions WHERE project = ? ORDER BY version DESC',
  )
  const read = database.prepare<[number, number], VersionRow>(
    'SELECT version, created_at, reason, content_hash, record, notes FROM versions WHERE project = ? AND version = ?',
  )
  // A bucket is (project, hour) or (project, day); all but the highest version of a bucket go.
  const thinOut = database.prepare<{ length: number; from: string; to: string }>(
    `DELETE FROM versions WHERE rowid IN (
       SELECT rowid FROM (
         SELECT rowid, version, max(version) OVER (PARTITION BY project, substr(created_at, 1, :length)) AS last
         FROM versions WHERE created_at >= :from AND created_at < :to
       ) WHERE version < last
     )`,
  )
  const compact = database.transaction(() => {
    const dayAgo = hoursBefore(now(), 24)
    const weekAgo = hoursBefore(now(), 7 * 24)
    const hourly = thinOut.run({ length: 'yyyy-mm-ddThh'.length, from: weekAgo, to: dayAgo }).changes
    const daily = thinOut.run({ length: 'yyyy-mm-dd'.length, from: '', to: weekAgo }).changes
    return hourly + daily
  })

  return {
    list(id) {
      const row = readRow(id)
      const present = { version: row.version, createdAt: row.updated_at, reason: row.reason }
      return [
        present,
        ...list.all(row.seq).map(({ version, created_at, reason }) => ({ version, createdAt: created_at, reason })),
      ]
    },
    read(id, version) {
      const row = readRow(id)
      if (row.version === version) {
        const { record, notes } = toProject(row)
        return { record, notes }
      }
      const found = read.get(row.seq, version)
      if (!found) throw new StoreProblem('not-found', '这个历史版本已不再保留：请选择别的版本。')
      if (!isWholeVersion(id, found)) {
        const name = nameInText(row.record)
        throw new StoreProblem('store-damaged', damagedVersionMessage({ id, name }, found))
      }
      return { record: toRecord(found.record), notes: toNotes(found.notes) }
    },
    compact: () => compact.immediate(),
  }
}

function hoursBefore(time: string, hours: number): string {
  return new Date(Date.parse(time) - hours * 3_600_000).toISOString()
}
