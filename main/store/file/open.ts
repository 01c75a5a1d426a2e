/**
 * Opens and closes the workspace file. Writing: one program at a time (lock.ts), WAL with synchronous FULL – set on every
 * connection, because a reopened WAL database comes back as NORMAL – and checkpoints left to the host's idle moments
 * (idle.ts). A new workspace is built under a temporary name, so an empty file under the final name is always a damaged
 * one. Reading only: no lock; from a folder that cannot be written a copy is opened.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { putInPlace } from './durable-file.ts'
import { readFirstPage } from './first-page.ts'
import { lockName, takeLock } from './lock.ts'
import { checkShape, migrate, migrations, readShape } from './migrate.ts'
import { hasLog, lostLogSince } from './owner-mark.ts'
import { makeWorkspacePrivate } from './private-files.ts'
import { heldWaitsMs, pause } from '../../files/held-file.ts'
import { finishExchange, isExchanging, realFile } from '../restore/exchange.ts'
import { refuseWhereWorkIsMissing, replacedName, setRemnantsAside, tidyRemnants } from '../restore/remnants.ts'
import { StoreProblem, translated } from './store-problem.ts'
import type { Lock } from './lock.ts'

export interface Connection {
  database: Database.Database
  readOnly: boolean
  close(): void
  /** Held for writing until `close`; an exchange of the file closes the database alone. */
  lock: Lock | null
  /** Where the file really lies. */
  place: string
  /** Since when somebody worked in it, where its log is missing (owner-mark.ts). */
  lostLogSince: string | null
}

/** After this many pages (16 MB) SQLite checkpoints by itself, should the host never be idle. */
const pagesBeforeOwnCheckpoint = 4096

export interface Opening {
  /** ISO 8601. */
  now: string
  /** Called on the open database before a migration of a workspace that holds work. */
  backUp: (database: Database.Database) => void
  /** An empty workspace is wanted even where something says that there was another one. */
  startsAnew?: boolean | undefined
  /** How long it is tried again while another program holds a file. */
  waitsMs?: readonly number[] | undefined
}

export function openForWriting(file: string, opening: Opening): Connection {
  return translated(() => {
    refuseOtherThanFile(file)
    const wasLocked = existsSync(lockName(file))
    const lock = takeLock(file, opening.now)
    try {
      return openLocked(file, lock, opening)
    } catch (thrown) {
      lock.release()
      if (!wasLocked && isRefused(thrown)) rmSync(lockName(file), { force: true }) // nothing of ours beside another's file
      throw thrown
    }
  })
}

const isRefused = (thrown: unknown): boolean =>
  thrown instanceof StoreProblem && (thrown.code === 'store-newer' || thrown.code === 'store-not-a-database')

/** The same for who holds the lock; it stays held when this throws. */
export function openLocked(
  file: string,
  lock: Lock,
  { now, backUp, startsAnew = false, waitsMs }: Opening,
): Connection {
  return translated(() => {
    const place = realFile(file)
    finishExchange(place, waitsMs)
    if (!existsSync(place)) {
      if (startsAnew) setRemnantsAside(place, now)
      else refuseWhereWorkIsMissing(place)
      createWorkspace(place)
    }
    checkFile(place)
    const hadLog = hasLog(place)
    if (!hadLog) keepUnreadableLog(place, now)
    const database = connect(place)
    try {
      migrate(database, () => backUp(database))
      tidyRemnants(place)
      makeWorkspacePrivate(place)
    } catch (thrown) {
      database.close()
      throw thrown
    }
    const close = (): void => {
      database.close()
      lock.release()
    }
    return { database, readOnly: false, close, lock, place, lostLogSince: lostLogSince(database, hadLog) }
  })
}

/** `waitsMs`: how often it looks again while a restore exchanges the file. */
/** A pipe would hold whoever opens it. */
function refuseOtherThanFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found || found.isFile()) return
  throw new StoreProblem(
    'store-not-a-database',
    `“${basename(file)}”不是文件（是文件夹、设备或管道），不能当作工作区：请选择绩表的工作区文件。`,
  )
}

export function openForReading(file: string, waitsMs: readonly number[] = heldWaitsMs): Connection {
  return translated(() => {
    refuseOtherThanFile(file)
    const place = realFile(file)
    for (const ms of [0, ...waitsMs]) {
      pause(ms)
      const connection = openSteadily(place)
      if (connection) return connection
    }
    throw new StoreProblem(
      'store-busy',
      `工作区“${basename(file)}”正在恢复备份，或者上次恢复时程序被中断了：请正常打开一次（会自动完成恢复），再用只读方式查看。`,
    )
  })
}

/**
 * null while the file is being exchanged. The log is found by its name: a reader that opened the old file after its log was
 * removed would share a log with the new one, so it looks again at what it has opened (restore/exchange.ts).
 */
function openSteadily(file: string): Connection | null {
  const before = statSync(file, { bigint: true, throwIfNoEntry: false })
  if (isExchanging(file)) return null
  if (!before) throw new StoreProblem('not-found', `找不到工作区文件“${basename(file)}”：请检查它是否被移走。`)
  checkFile(file)
  const hadLog = hasLog(file)
  const { database, remove } = connectForReading(file)
  const close = (): void => {
    database.close()
    remove()
  }
  try {
    if (readShape(database) < migrations.length) {
      throw new StoreProblem('store-read-only', '这个工作区是旧版本建立的，要先正常打开一次（升级）才能只读查看。')
    }
  } catch (thrown) {
    close()
    throw thrown
  }
  const isExchanged = isExchanging(file) || before.ino !== statSync(file, { bigint: true }).ino
  if (!isExchanged) {
    const since = lostLogSince(database, hadLog)
    return { database, readOnly: true, close, lock: null, place: file, lostLogSince: since }
  }
  close()
  return null
}

/** SQLite takes no notice of it and writes over it; what stands in it may still be wanted. */
function keepUnreadableLog(place: string, now: string): void {
  const log = `${place}-wal`
  if (!existsSync(log) || statSync(log).size === 0) return
  copyFileSync(log, `${replacedName(place, now)}-wal`)
}

function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: 5000 })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma(`wal_autocheckpoint = ${pagesBeforeOwnCheckpoint}`)
  return database
}

function createWorkspace(file: string): void {
  const temporary = `${file}.new`
  for (const end of ['', '-wal', '-shm']) rmSync(temporary + end, { force: true })
  const database = connect(temporary)
  migrate(database, () => {})
  database.close()
  putInPlace(temporary, file)
}

/**
 * Whether the file is a whole database of ours and of a shape this program knows, before it is opened: its first page, and its
 * length against the number of pages it says it has.
 */
function checkFile(file: string): void {
  const { header, pagesInLog } = readFirstPage(file)
  const bytes = statSync(file).size
  if (header.length > 0 && header.toString('latin1', 0, 16) !== 'SQLite format 3\0'.slice(0, header.length)) {
    throw new StoreProblem('store-not-a-database', notAWorkspace(file))
  }
  const isShort = header.length < 100 || (pagesInLog === null && bytes < pageSize(header) * header.readUInt32BE(28))
  if (isShort) {
    throw new StoreProblem(
      'store-damaged',
      `工作区文件“${basename(file)}”不完整（只剩 ${bytes} 字节）：请在“备份”中选一份恢复，损坏的文件会另外保留。`,
    )
  }
  const shape = header.readUInt32BE(60)
  if (checkShape(header.readUInt32BE(68), shape) === 0)
    throw new StoreProblem('store-not-a-database', notAWorkspace(file))
}

const pageSize = (header: Buffer): number => (header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16))

function notAWorkspace(file: string): string {
  return `“${basename(file)}”不是绩表的工作区，或者开头已损坏，没有改动它：请选择别的文件，或在“备份”中选一份恢复。`
}

/**
 * Also for a workspace this program has open for writing: the file is not opened past SQLite, whose locks would be lost with
 * the first handle closed. SQLite cannot read a WAL database where it cannot make its index file: there a copy in the
 * system's folder is read.
 */
export function connectForReading(file: string): { database: Database.Database; remove: () => void } {
  try {
    return { database: connectReadOnly(file), remove: () => {} }
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test(code)) throw thrown
    const folder = mkdtempSync(join(tmpdir(), 'jibiao-read-'))
    const copy = join(folder, 'workspace.db')
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    return { database: connectReadOnly(copy), remove: () => rmSync(folder, { recursive: true, force: true }) }
  }
}

function connectReadOnly(path: string): Database.Database {
  const database = new Database(path, { readonly: true, timeout: 5000 })
  try {
    database.pragma('schema_version')
    return database
  } catch (thrown) {
    database.close()
    throw thrown
  }
}
