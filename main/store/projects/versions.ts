/**
 * What a project was before its changes. Kept: everything of the last 24 hours, then the last of each hour for a week, then
 * the last of each day, as the versions follow each other; the last few whatever the clock says (days.ts). The present
 * state is a version too; it stands in `projects`.
 */
import {
  damagedVersionMessage,
  isWholeVersion,
  nameInText,
  originIn,
  toNotes,
  toProject,
  toRecord,
  versionColumns,
} from './project-row.ts'
import { createDays } from '../backup/days.ts'
import { localOffset } from '../backup/local-time.ts'
import { StoreProblem } from '../file/store-problem.ts'
import type { VersionContent, VersionInfo } from '../../../shared/model/stored/projects.ts'
import type { ProjectRow, VersionRow } from './project-row.ts'
import type { Database } from 'better-sqlite3'

export interface StoredVersion extends VersionContent {
  /** As it was then; as the project's is now where that was not written down yet. */
  template: string
  fiscalYear: string
}

export interface Versions {
  /** Newest first, beginning with the present state. */
  list(id: string): VersionInfo[]
  read(id: string, version: number): StoredVersion
  /** Thins out old versions; answers how many went. */
  compact(): number
}

/** Versions of each project. */
const keptWhatever = 3

export function createVersions(database: Database, now: () => string, readRow: (id: string) => ProjectRow): Versions {
  const days = createDays(database)
  const list = database.prepare<[number], VersionRow>(
    'SELECT version, created_at, reason, origin FROM versions WHERE project = ? ORDER BY version DESC',
  )
  const read = database.prepare<[number, number], VersionRow>(
    `SELECT ${versionColumns.join(', ')} FROM versions WHERE project = ? AND version = ?`,
  )
  // Of versions that follow each other in one hour, or one day, of the machine's clock all but the last go.
  const thinOut = database.prepare<{ format: string; zone: string; from: string; to: string; kept: number }>(
    `DELETE FROM versions WHERE rowid IN (
       SELECT rowid FROM (
         SELECT rowid, created_at, strftime(:format, created_at, :zone) AS label,
           lead(strftime(:format, created_at, :zone)) OVER (PARTITION BY project ORDER BY version) AS next,
           row_number() OVER (PARTITION BY project ORDER BY version DESC) AS place
         FROM versions
       ) WHERE label = next AND place > :kept AND created_at >= :from AND created_at < :to
     )`,
  )
  const compact = database.transaction(() => {
    const time = days.believed(now())
    const dayAgo = hoursBefore(time, 24)
    const weekAgo = hoursBefore(time, 7 * 24)
    const common = { zone: localOffset(time), kept: keptWhatever }
    const hourly = thinOut.run({ ...common, format: '%F %H', from: weekAgo, to: dayAgo }).changes
    const daily = thinOut.run({ ...common, format: '%F', from: '', to: weekAgo }).changes
    return hourly + daily
  })

  return {
    list(id) {
      const row = readRow(id)
      const present = { version: row.version, createdAt: row.updated_at, origin: originIn(row) }
      return [
        present,
        ...list.all(row.seq).map((one) => ({ version: one.version, createdAt: one.created_at, origin: originIn(one) })),
      ]
    },
    read(id, version) {
      const row = readRow(id)
      if (row.version === version) {
        const { record, notes, template, fiscalYear } = toProject(row)
        return { record, notes, template, fiscalYear }
      }
      const found = read.get(row.seq, version)
      if (!found) throw new StoreProblem('not-found', '这个历史版本已不再保留：请选择别的版本。')
      if (!isWholeVersion(id, found)) {
        const name = nameInText(row.record)
        throw new StoreProblem('store-damaged', damagedVersionMessage({ id, name }, found))
      }
      const { template, fiscal_year: fiscalYear } = found.origin === '' ? row : found // it was not written down then
      return { record: toRecord(found.record), notes: toNotes(found.notes), template, fiscalYear }
    },
    compact: () => compact.immediate(),
  }
}

function hoursBefore(time: string, hours: number): string {
  return new Date(Date.parse(time) - hours * 3_600_000).toISOString()
}
