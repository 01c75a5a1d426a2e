/**
 * Backups: whole copies of the workspace beside it, in the folder `<file>-backups`. A copy is written under a temporary name,
 * read back and checked in full, then put in its place; only then do older ones go. It is made in one go (about 10 ms a
 * megabyte), so the host makes the daily one when idle.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { formatBackupName, laterFirst, nextMoment, parseBackupName } from './backup-name.ts'
import { copyWorkspace } from '../damage/copy-workspace.ts'
import { unwatched } from './copy-watch.ts'
import { createDays } from './days.ts'
import { moveInPlace, putInPlace, removeUnlessHeld } from '../file/durable-file.ts'
import { localDay } from './local-time.ts'
import { makePrivate } from '../file/private-files.ts'
import { StoreProblem } from '../file/store-problem.ts'
import type { BackupInfo, MadeBackup } from '../../../shared/model/stored/backups.ts'
import type { CopyWatch } from './copy-watch.ts'
import type { BackupName } from './backup-name.ts'
import type { Database } from 'better-sqlite3'

type Reason = BackupInfo['reason']

/** How many of each kind are kept. */
const kept: Record<Reason, number> = { daily: 14, migration: 5, manual: 30, restore: 5 }

export interface Backups {
  /** The one made last first, whatever the clock said. */
  list(): BackupInfo[]
  /** Throws `not-found` for a name that is not in the list. */
  find(name: string): BackupInfo
  create(reason: Reason, watch?: CopyWatch): MadeBackup
  /** Makes the backup of this day, as the machine's clock has it, unless the last daily one is of it. */
  createDaily(): MadeBackup | null
  /** The same in steps, for who makes it on another thread: whether the last daily backup is of another day. */
  isDailyDue(): boolean
  /** … and that it was made. */
  noteDaily(): void
}

export function createBackups(database: Database, file: string, now: () => string): Backups {
  const create = (reason: Reason, watch = unwatched): MadeBackup => {
    const folder = backupFolder(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const temporary = join(folder, `${reason}.new`)
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(temporary + end, { force: true })
    try {
      const damages = copyWorkspace(database, temporary, watch)
      makePrivate(temporary, 'file')
      const name = nextName(folder, now(), reason, damages.length > 0)
      putInPlace(temporary, join(folder, name))
      dropOldest(file, reason)
      return { ...findBackup(file, name), damaged: damages.map(({ message }) => message) }
    } finally {
      rmSync(temporary, { force: true })
    }
  }
  const isDailyDue = (): boolean => {
    const last = listBackups(file).find(({ reason }) => reason === 'daily')
    return !last || localDay(last.createdAt) !== localDay(now())
  }
  const noteDaily = (): void => createDays(database).note(now())
  return {
    list: () => listBackups(file),
    find: (name) => findBackup(file, name),
    create,
    createDaily() {
      if (!isDailyDue()) return null
      const made = create('daily')
      noteDaily()
      return made
    },
    isDailyDue,
    noteDaily,
  }
}

/** The backups of a workspace file, the one made last first; works without opening the workspace. */
export const listBackups = (file: string): BackupInfo[] => readFolder(backupFolder(file)).map(({ info }) => info)

/** A whole workspace of the same folder becomes a backup; answers its path. */
export function adoptBackup(file: string, path: string, reason: Reason, time: string): string {
  const folder = backupFolder(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const backup = join(folder, nextName(folder, time, reason, false))
  moveInPlace(path, backup)
  dropOldest(file, reason)
  return backup
}

/** Kept are those made last, and of those in which nothing is damaged as many again. */
function dropOldest(file: string, reason: Reason): void {
  const backups = listBackups(file).filter((info) => info.reason === reason)
  const whole = backups.filter(({ isDamaged }) => !isDamaged)
  const wanted = new Set([...backups.slice(0, kept[reason]), ...whole.slice(0, kept[reason])])
  for (const info of backups) {
    if (!wanted.has(info)) removeUnlessHeld(join(backupFolder(file), info.name))
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

function toInfo(folder: string, name: string): Named[] {
  const parsed = parseBackupName(name)
  if (!parsed) return []
  const { createdAt, reason, isDamaged } = parsed
  const bytes = statSync(join(folder, name)).size
  return [{ parsed, info: { name, createdAt, bytes, reason, ...(isDamaged && { isDamaged }) } }]
}

interface Named {
  parsed: BackupName
  info: BackupInfo
}

function readFolder(folder: string): Named[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => toInfo(folder, name))
    .toSorted((one, other) => laterFirst(one.parsed, other.parsed) || (one.info.name < other.info.name ? 1 : -1))
}

/** A name behind all that are there. */
function nextName(folder: string, now: string, reason: Reason, isDamaged: boolean): string {
  return formatBackupName({ ...nextMoment(readFolder(folder)[0]?.parsed, now), reason, isDamaged })
}
