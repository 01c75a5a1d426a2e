/**
 * Brings a database to the newest shape: the migrations in order, each with its `user_version` in one transaction, stopping
 * at the first that fails. A database that already holds work is backed up before by the caller's `backUp`.
 */
import { projectsMigration } from './migrations/001-projects.ts'
import { settingsMigration } from './migrations/002-settings.ts'
import { notesMigration } from './migrations/003-notes.ts'
import { besideRecordMigration } from './migrations/004-beside-the-record.ts'
import { readLoosely } from '../damage/read-loosely.ts'
import { StoreProblem } from './store-problem.ts'
import type { Database } from 'better-sqlite3'

export interface Migration {
  /** 1, 2, 3 … without gaps: the user_version the database has afterwards. */
  version: number
  purpose: string
  sql: string
}

export const migrations: readonly Migration[] = [
  projectsMigration,
  settingsMigration,
  notesMigration,
  besideRecordMigration,
]

/** Written into the file's header: 'JiBi'. Another program's database has another one, usually 0. */
export const applicationId = 0x4a694269

/** The shape the file has now. Throws for a database of a newer program or of another one. */
export function readShape(database: Database): number {
  const mark = (pragma: string): number => Number(database.pragma(pragma, { simple: true }))
  return checkShape(mark('application_id'), mark('user_version'))
}

/** The same of what stands in the file's header. */
export function checkShape(id: number, shape: number): number {
  if (id !== applicationId && shape !== 0) {
    throw new StoreProblem('store-not-a-database', '这是别的程序的数据库，不是绩表的工作区：请选择绩表的工作区文件。')
  }
  if (shape > migrations.length) {
    throw new StoreProblem(
      'store-newer',
      '这个工作区是用更新版本的绩表建立的，本版本打不开，文件没有改动：请安装新版本后再打开。',
    )
  }
  return shape
}

/** `upTo` is there for the tests of single migrations. */
export function migrate(database: Database, backUp: () => void, upTo: number = migrations.length): void {
  const shape = readShape(database)
  const pending = migrations.filter(({ version }) => version > shape && version <= upTo)
  if (pending.length === 0) return
  if (shape > 0) backUp()
  database.function('readable_record', { deterministic: true }, (text) => JSON.stringify(readLoosely(String(text))))
  for (const { version, sql } of pending) {
    const step = database.transaction(() => {
      database.exec(sql)
      database.pragma(`application_id = ${applicationId}`)
      database.pragma(`user_version = ${version}`)
    })
    try {
      step.immediate()
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_ERROR')) throw thrown
      throw new StoreProblem('store-damaged', '工作区文件的结构与它的版本号不符，没有升级它：请在“备份”中选一份恢复。')
    }
  }
}
