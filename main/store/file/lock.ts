/**
 * One program a workspace. The lock is an empty SQLite file beside the workspace, held exclusively: the operating system gives
 * it back when the program ends in whatever way, so no stale lock can keep anybody out. Who holds it stands in a small
 * text beside it, for the message a second start shows.
 */
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { shownTime } from '../backup/local-time.ts'
import { makePrivate } from './private-files.ts'
import { StoreProblem } from './store-problem.ts'

export interface Lock {
  release(): void
}

interface Owner {
  host: string
  user: string
  pid: number
  since: string
}

export const lockName = (file: string): string => `${file}.lock`

/** Throws `store-busy` with the name of the holder when another program has the workspace. `now`: ISO 8601. */
export function takeLock(file: string, now: string): Lock {
  if (!existsSync(dirname(file))) throw noFolder(dirname(file))
  const lock = openLock(lockName(file))
  makePrivate(lockName(file), 'file')
  try {
    lock.exec('BEGIN EXCLUSIVE')
    const owner: Owner = { host: hostname(), user: userName(), pid: process.pid, since: now }
    writeFileSync(`${file}.owner`, JSON.stringify(owner))
  } catch (thrown) {
    lock.close()
    if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_BUSY')) throw busy(file)
    throw thrown
  }
  return {
    release() {
      rmSync(`${file}.owner`, { force: true })
      lock.close()
    },
  }
}

/** SQLite does not tell why it cannot open a file; the system does. (Nobody in this process has it open then: closing it gives no lock away.) */
function openLock(path: string): Database.Database {
  try {
    return new Database(path, { timeout: 200 })
  } catch (thrown) {
    closeSync(openSync(path, 'a'))
    throw thrown
  }
}

function noFolder(folder: string): StoreProblem {
  return new StoreProblem(
    'store-unreachable',
    `找不到工作区所在的文件夹“${folder}”：U 盘或网络盘可能已断开，请检查后再试，或选择别的文件夹。`,
  )
}

function busy(file: string): StoreProblem {
  const owner = readOwner(file)
  const who = owner ? `（${owner.user}，计算机 ${owner.host}，进程 ${owner.pid}，从 ${shownTime(owner.since)} 起）` : ''
  return new StoreProblem('store-busy', `这个工作区正在另一处使用${who}：请先在那里关闭，或用“只读方式打开”查看。`)
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(`${file}.owner`, 'utf8')) as Owner // written by takeLock; only shown to the person
  } catch {
    return null // no text, or half of one: the message does without it
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return '未知用户' // an account without a name
  }
}
