/**
 * Backups: whole copies of the workspace beside it, in the folder `<file>-backups`. A copy is written under a temporary name,
 * read back and checked in full, then put in its place; only then do older ones go. It is made in one go (about 10 ms a
 * megabyte), so the host makes the daily one when idle.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { checkStructure, createCheck } from './check.ts'
import { unwatched } from './copy-watch.ts'
import { moveInPlace, putInPlace } from './durable-file.ts'
import { migrations, readShape } from './migrate.ts'
import { StoreProblem, translated } from './store-problem.ts'
import type { CopyWatch } from './copy-watch.ts'
import type { BackupInfo } from '../../shared/ipc/types.ts'

type Reason = BackupInfo['reason']

/** How many of each kind are kept. */
const kept: Record<Reason, number> = { daily: 14, migration: 5, manual: 30, restore: 5 }

export interface Backups {
  /** Newest first. */
  list(): BackupInfo[]
  /** Throws `not-found` for a name that is not in the list. */
  find(name: string): BackupInfo
  /** Throws `store-damaged` when the workspace itself is: then no backup is made and none is dropped. */
  create(reason: Reason, watch?: CopyWatch): BackupInfo
  /** The same, but null for a damaged workspace. */
  createIfWhole(reason: Reason): BackupInfo | null
  /** Whether there is the backup of this day (UTC). */
  hasDaily(): boolean
}

export function createBackups(database: Database.Database, file: string, now: () => string): Backups {
  const create = (reason: Reason, watch = unwatched): BackupInfo => {
    const folder = backupFolder(file)
    mkdirSync(folder, { recursive: true })
    const time = now()
    const name = freeName(folder, time, reason)
    const temporary = join(folder, `${name}.new`)
    rmSync(temporary, { force: true })
    try {
      watch.writing(temporary)
      database.prepare('VACUUM INTO ?').run(temporary)
      checkCopy(temporary, watch)
      putInPlace(temporary, join(folder, name))
    } finally {
      rmSync(temporary, { force: true })
    }
    dropOldest(file, reason)
    return findBackup(file, name)
  }
  return {
    list: () => listBackups(file),
    find: (name) => findBackup(file, name),
    create,
    createIfWhole(reason) {
      try {
        return translated(() => create(reason))
      } catch (thrown) {
        if (thrown instanceof StoreProblem && thrown.code === 'store-damaged') return null
        throw thrown
      }
    },
    hasDaily() {
      const today = now().slice(0, 10)
      return listBackups(file).some(({ reason, createdAt }) => reason === 'daily' && createdAt.startsWith(today))
    },
  }
}

/** The backups of a workspace file, newest first; works without opening the workspace. */
export function listBackups(file: string): BackupInfo[] {
  const folder = backupFolder(file)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => toInfo(folder, name))
    .toSorted((one, other) => (one.name < other.name ? 1 : -1))
}

/** A whole workspace of the same folder becomes a backup; answers its path. */
export function adoptBackup(file: string, path: string, reason: Reason, time: string): string {
  const folder = backupFolder(file)
  mkdirSync(folder, { recursive: true })
  const backup = join(folder, freeName(folder, time, reason))
  moveInPlace(path, backup)
  dropOldest(file, reason)
  return backup
}

function dropOldest(file: string, reason: Reason): void {
  for (const { name } of listBackups(file)
    .filter((info) => info.reason === reason)
    .slice(kept[reason])) {
    rmSync(join(backupFolder(file), name), { force: true })
  }
}

/** Throws `not-found` for a name that is not in the list. */
export function findBackup(file: string, name: string): BackupInfo {
  const found = listBackups(file).find((info) => info.name === name)
  if (!found) throw new StoreProblem('not-found', `找不到备份“${name}”：它可能已被移走或删除，请选择另一份。`)
  return found
}

export function backupFolder(file: string): string {
  return `${file}-backups`
}

const namePattern = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})-(daily|migration|manual|restore)\.db$/

function toInfo(folder: string, name: string): BackupInfo[] {
  const match = namePattern.exec(name)
  if (!match) return []
  const [, year, month, day, hour, minute, second, millisecond, reason] = match
  const createdAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`
  return [{ name, createdAt, bytes: statSync(join(folder, name)).size, reason: reason as Reason }] // by the pattern
}

/** The time of a backup is its name; a second one of the same millisecond counts on. */
function freeName(folder: string, time: string, reason: Reason): string {
  for (let at = Date.parse(time); ; at += 1) {
    const digits = new Date(at).toISOString().replace(/\D/g, '')
    const name = `${digits.slice(0, 8)}-${digits.slice(8, 17)}-${reason}.db`
    if (!existsSync(join(folder, name))) return name
  }
}

/** Makes a copy one file without a log and reads it back. */
export function checkCopy(path: string, { checked } = unwatched): void {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE') // a single file, readable wherever it is carried
    if (readShape(copy) < migrations.length) {
      checkStructure(copy)
      return
    }
    const check = createCheck(copy)
    const total = check.countRows()
    const [damage] = check.rows((done) => checked(Math.min(done, total), total))
    if (damage) throw new StoreProblem('store-damaged', `这份备份不能用：${damage.message}`)
  } finally {
    copy.close()
  }
}
