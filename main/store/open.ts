/**
 * Opens and closes the workspace file. Writing: one program at a time (lock.ts), WAL with synchronous FULL – set on every
 * connection, because a reopened WAL database comes back as NORMAL – and checkpoints left to the host's idle moments
 * (idle.ts). A new workspace is built under a temporary name, so an empty file under the final name is always a damaged
 * one. Reading only: no lock; from a folder that cannot be written a copy is opened.
 */
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { putInPlace } from './durable-file.ts'
import { takeLock } from './lock.ts'
import { migrate, migrations, readShape } from './migrate.ts'
import { makeWorkspacePrivate } from './private-files.ts'
import { StoreProblem, toStoreProblem, translated } from './store-problem.ts'

export interface Connection {
  database: Database.Database
  readOnly: boolean
  close(): void
}

/** After this many pages (16 MB) SQLite checkpoints by itself, should the host never be idle. */
const pagesBeforeOwnCheckpoint = 4096

/** `now`: ISO 8601; `backUp` is called on the open database before a migration of a workspace that holds work. */
export function openForWriting(file: string, now: string, backUp: (database: Database.Database) => void): Connection {
  return translated(() => {
    const lock = takeLock(file, now)
    let database: Database.Database | null = null
    try {
      if (!existsSync(file)) createWorkspace(file)
      checkHeader(file)
      database = connect(file)
      const opened = database
      if (readShape(opened) === 0) throw new StoreProblem('store-not-a-database', notAWorkspace(file))
      migrate(opened, () => backUp(opened))
      makeWorkspacePrivate(file)
    } catch (thrown) {
      database?.close()
      lock.release()
      throw toStoreProblem(thrown)
    }
    const opened = database
    const close = (): void => {
      opened.close()
      lock.release()
    }
    return { database: opened, readOnly: false, close }
  })
}

export function openForReading(file: string): Connection {
  return translated(() => {
    if (!existsSync(file))
      throw new StoreProblem('not-found', `找不到工作区文件“${basename(file)}”：请检查它是否被移走。`)
    checkHeader(file)
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
    return { database, readOnly: true, close }
  })
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
  if (existsSync(`${file}-wal`)) {
    throw new StoreProblem(
      'store-damaged',
      `工作区文件“${basename(file)}”不见了，只剩下它的日志：请在“备份”中选一份恢复。`,
    )
  }
  const temporary = `${file}.new`
  for (const end of ['', '-wal', '-shm']) rmSync(temporary + end, { force: true })
  const database = connect(temporary)
  migrate(database, () => {})
  database.close()
  putInPlace(temporary, file)
}

/** Whether the file is a whole SQLite database: its first bytes, and its length against the number of pages it says it has. */
function checkHeader(file: string): void {
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  const length = readSync(handle, header, 0, 100, 0)
  closeSync(handle)
  const bytes = statSync(file).size
  if (length > 0 && header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new StoreProblem('store-not-a-database', notAWorkspace(file))
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const logged = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
  if (length < 100 || (!logged && bytes < pageSize * header.readUInt32BE(28))) {
    throw new StoreProblem(
      'store-damaged',
      `工作区文件“${basename(file)}”不完整（只剩 ${bytes} 字节）：请在“备份”中选一份恢复，损坏的文件会另外保留。`,
    )
  }
}

function notAWorkspace(file: string): string {
  return `“${basename(file)}”不是绩表的工作区，或者开头已损坏，没有改动它：请选择别的文件，或在“备份”中选一份恢复。`
}

/** SQLite cannot read a WAL database where it cannot make its index file: there a copy in the system's folder is read. */
function connectForReading(file: string): { database: Database.Database; remove: () => void } {
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
