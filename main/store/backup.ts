/**
 * Backups: whole copies of the workspace beside it, in the folder `<file>-backups`. A copy is written under a temporary name,
 * read back and checked in full, then put in its place; only then do older ones go. It is made in one go (about 10 ms a
 * megabyte), so the host makes the daily one when idle.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { checkStructure, createCheck } from './check.ts'
import { putInPlace } from './durable-file.ts'
import { takeLock } from './lock.ts'
import { migrations, readShape } from './migrate.ts'
import { makePrivate } from './private-files.ts'
import { StoreProblem, translated } from './store-problem.ts'
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
  create(reason: Reason): BackupInfo
  /** The same, but null for a damaged workspace. */
  createIfWhole(reason: Reason): BackupInfo | null
  /** Makes the backup of this day (UTC) unless there is one. */
  createDaily(): BackupInfo | null
}

export function createBackups(database: Database.Database, file: string, now: () => string): Backups {
  const create = (reason: Reason): BackupInfo => {
    const folder = backupFolder(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const time = now()
    const name = freeName(folder, time, reason)
    const temporary = join(folder, `${name}.new`)
    rmSync(temporary, { force: true })
    try {
      database.prepare('VACUUM INTO ?').run(temporary)
      makePrivate(temporary, 'file')
      checkCopy(temporary)
      putInPlace(temporary, join(folder, name))
    } finally {
      rmSync(temporary, { force: true })
    }
    for (const old of listBackups(file)
      .filter((info) => info.reason === reason)
      .slice(kept[reason])) {
      rmSync(join(folder, old.name), { force: true })
    }
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
    createDaily() {
      const today = now().slice(0, 10)
      const done = listBackups(file).some(({ reason, createdAt }) => reason === 'daily' && createdAt.startsWith(today))
      return done ? null : create('daily')
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

/**
 * Puts a backup in the place of a workspace that cannot be opened. The file that stood there is kept beside it with its log.
 * Throws `store-busy` when the workspace is open somewhere, `store-damaged` when the backup is.
 */
export function restoreFile(file: string, name: string, now: string): void {
  translated(() => {
    const source = join(backupFolder(file), findBackup(file, name).name)
    const lock = takeLock(file, now)
    try {
      const temporary = `${file}.restored`
      rmSync(temporary, { force: true })
      copyFileSync(source, temporary)
      checkCopy(temporary)
      const kept = `${file}.replaced-${now.replace(/\D/g, '').slice(0, 17)}`
      for (const end of ['', '-wal']) if (existsSync(file + end)) renameSync(file + end, kept + end)
      rmSync(`${file}-shm`, { force: true })
      putInPlace(temporary, file)
    } finally {
      lock.release()
    }
  })
}

function findBackup(file: string, name: string): BackupInfo {
  const found = listBackups(file).find((info) => info.name === name)
  if (!found) throw new StoreProblem('not-found', `找不到备份“${name}”：它可能已被移走或删除，请选择另一份。`)
  return found
}

function backupFolder(file: string): string {
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

function checkCopy(path: string): void {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE') // a single file, readable wherever it is carried
    if (readShape(copy) < migrations.length) {
      checkStructure(copy)
      return
    }
    const [damage] = createCheck(copy).rows()
    if (damage) throw new StoreProblem('store-damaged', `这份备份不能用：${damage.message}`)
  } finally {
    copy.close()
  }
}
