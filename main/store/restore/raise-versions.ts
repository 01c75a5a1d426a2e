/**
 * Version numbers are never used twice. A window that slept through a restore still holds the number its table had before;
 * counted on from the backup, that number would come again for other contents, and the window's save would go through as
 * if nobody had changed anything. So a restore lifts every project to a number no window can hold: above all numbers used
 * so far, at the next full million. What is lifted and what is saved meanwhile can then never meet, for nobody saves one
 * project a million times between two restores.
 */
import { isRecord } from '../damage/loose-indexes.ts'
import { isWhole, projectColumns, projectName, sealed } from '../projects/project-row.ts'
import { createSettings } from '../settings.ts'
import type { ProjectRow } from '../projects/project-row.ts'
import type { Database } from 'better-sqlite3'

const step = 1_000_000
const rowsPerSlice = 200

/** The number the last restore gave: remembered, for the projects that had it may have been deleted since. */
const setting = 'program-restored-version'

/** The highest number used in a workspace. One damaged on disk counts for nothing: beyond 2^52 nobody could count on from it. */
export function highestVersion(database: Database): number {
  const present = database.prepare('SELECT max(version) FROM projects WHERE version < (1 << 52)').pluck().get()
  const hasSettings = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'settings'").get() !== undefined // not in the first shape
  const given = hasSettings ? createSettings(database).read()[setting] : undefined
  return Math.max(Number(present ?? 0), Number(given ?? 0))
}

/**
 * `used`: the highest number used in the workspace that is replaced; null where it cannot be asked: then the milliseconds
 * of the clock (`nowMs`) are above all of them. Answers the names of projects whose contents are damaged: they keep their
 * bytes and stay known as damaged.
 */
export function raiseVersions(
  database: Database,
  used: number | null,
  nowMs: number,
  progress: (done: number, total: number) => void,
): string[] {
  const highest = Math.max(highestVersion(database), used ?? nowMs)
  const version = used === null ? highest + 1 : (Math.floor(highest / step) + 1) * step
  const total = Number(database.prepare('SELECT count(*) FROM projects').pluck().get())
  const read = database.prepare<[number, number], ProjectRow>(
    `SELECT ${projectColumns.join(', ')} FROM projects WHERE seq > ? ORDER BY seq LIMIT ?`,
  )
  const write = database.prepare<[number, string, number]>(
    'UPDATE projects SET version = ?, content_hash = ? WHERE seq = ?',
  )
  const damaged: string[] = []
  const raise = (row: ProjectRow): void => {
    if (isWhole(row)) {
      write.run(version, sealed({ ...row, version }).content_hash, row.seq)
      return
    }
    damaged.push(projectName(row))
    if (isRecord(row.record)) write.run(version, row.content_hash, row.seq) // SQLite changes no row whose columns it cannot compute
  }
  database.transaction(() => {
    for (let last = 0, done = 0; ;) {
      const rows = read.all(last, rowsPerSlice)
      if (rows.length === 0) return
      rows.forEach(raise)
      last = rows.at(-1)?.seq ?? last
      done += rows.length
      progress(done, total)
    }
  })()
  createSettings(database).write(setting, String(version))
  return damaged
}
