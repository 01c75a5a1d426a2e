/**
 * Prepares the whole new file beside the workspace, as `<file>.restored`: copied, checked, brought to the shape of today, its
 * version numbers raised, one file without a log. Nothing of the workspace changes meanwhile, and it may stay open; so this
 * can run on a thread of its own, and takes as long as the file is large. What follows, the exchange, takes no time.
 */
import { chmodSync, constants, copyFileSync, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { salvage } from '../damage/salvage.ts'
import { readStructure } from '../damage/structure.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { flushFile, moveInPlace, removeFile } from '../file/durable-file.ts'
import { migrate, migrations } from '../file/migrate.ts'
import { clearOwnerMark, hasLog } from '../file/owner-mark.ts'
import { StoreProblem, isDamage, translated } from '../file/store-problem.ts'
import { checkFirstBytes, checkOurs, damagedSource } from './check-ours.ts'
import { isSameFile, removeMark, restoredName } from './exchange.ts'
import { lookAtStanding } from './standing.ts'
import { raiseVersions } from './raise-versions.ts'

/** Can be sent from one thread to another, as `Prepared` can. */
export interface RestoreRequest {
  /** The workspace: absolute, links resolved (`realFile`). Its folder exists, the file itself need not. */
  file: string
  /** The file to put in its place: a backup, or any workspace of ours; with its log beside it, if it has one. */
  source: string
  /** ISO 8601. */
  now: string
  /** How long it is tried again while another program holds a file. */
  waitsMs?: readonly number[] | undefined
}

export interface Prepared {
  /** Whether what stands in the place now is a whole workspace: then it becomes a backup, else it is kept beside. */
  replacesWhole: boolean
  /** Living projects in it. */
  projects: number
  /** Names of projects whose contents were damaged in the source already: restored as they are. */
  damaged: string[]
}

/**
 * Throws a StoreProblem that names the source; nothing is left behind then. `progress`: projects done, of how many. No
 * file with an open connection is opened past SQLite: closing it would give its locks away.
 */
export function prepareRestore(
  { file, source, now, waitsMs }: RestoreRequest,
  progress: (done: number, total: number) => void = () => {},
): Prepared {
  return translated(() => {
    if (isSameFile(source, file)) {
      throw new StoreProblem('store-busy', `“${basename(source)}”就是现在的工作区，不能用它恢复自己：请选择一份备份。`)
    }
    checkFirstBytes(source)
    const { isWhole, usedVersion } = lookAtStanding(file)
    const path = restoredName(file)
    removeMark(file, waitsMs)
    dropPrepared(file, waitsMs)
    try {
      copySource(source, path)
      const finished = finish(path, basename(source), { usedVersion, nowMs: Date.parse(now), progress })
      return { replacesWhole: isWhole, ...finished }
    } catch (thrown) {
      dropPrepared(file)
      throw thrown
    }
  })
}

/** What was prepared and is not wanted any more. */
export function dropPrepared(file: string, waitsMs?: readonly number[]): void {
  for (const end of ['', ...beside, '.half', '.half-journal']) removeFile(restoredName(file) + end, waitsMs)
}

const beside = ['-wal', '-journal', '-shm']

type Finished = Pick<Prepared, 'projects' | 'damaged'>

interface Finishing {
  usedVersion: number | null
  nowMs: number
  progress: (done: number, total: number) => void
}

function finish(path: string, name: string, { usedVersion, nowMs, progress }: Finishing): Finished {
  const hadLog = hasLog(path)
  const isSalvaged = makeReadable(path, name)
  const database = new Database(path)
  try {
    database.pragma('journal_mode = MEMORY') // moves the log that came along into the file; nobody needs this file after a crash
    database.pragma('synchronous = OFF') // flushed as a whole at the end
    migrate(database, () => {})
    if (hadLog) clearOwnerMark(database) // else it stays, and whoever opens it is told what is missing
    const damaged = raiseVersions(database, usedVersion, nowMs, progress)
    const count = (where: string): number =>
      Number(database.prepare(`SELECT count(*) FROM projects WHERE ${where}`).pluck().get())
    if (isSalvaged && damaged.length === count('true')) throw damagedSource(name) // nothing whole to restore
    const projects = count("deleted_at = ''")
    database.pragma('journal_mode = WAL') // as it will be opened, so that opening it changes nothing
    return { projects, damaged }
  } finally {
    database.close()
    if (existsSync(path)) flushFile(path)
  }
}

/**
 * Refuses what is none of ours. A file with pages that cannot be relied upon is not put in the place of a workspace as it is, for
 * the next change might write over what is still whole: what can be read of it takes its place; then the answer is true.
 */
function makeReadable(path: string, name: string): boolean {
  const readable = `${path}.half`
  const database = new Database(path)
  try {
    database.pragma('trusted_schema = OFF')
    const shape = checkOurs(database, name)
    if (unlessDamaged(() => readStructure(database).broken.size) === 0) return false
    if (shape < migrations.length) throw damagedSource(name)
    salvage(database, readable)
    database.close()
    for (const end of ['', ...beside]) removeFile(path + end)
    moveInPlace(readable, path)
    return true
  } catch (thrown) {
    throw isDamage(thrown) || isNotReadable(thrown) ? damagedSource(name) : thrown
  } finally {
    database.close()
  }
}

const isNotReadable = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && /^SQLITE_(NOTADB|FORMAT)/.test(String(thrown.code))

/** The log belongs to the file as long as neither changes: a workspace that is being worked in is not copied. */
function copySource(source: string, path: string): void {
  const state = (): string =>
    ['', '-wal']
      .map((end) => {
        const found = statSync(source + end, { bigint: true, throwIfNoEntry: false })
        return found ? `${found.size} ${found.mtimeNs}` : '-'
      })
      .join()
  const before = state()
  for (const end of ['', '-wal']) {
    if (!existsSync(source + end)) continue
    copyFileSync(source + end, path + end, constants.COPYFILE_FICLONE)
    chmodSync(path + end, 0o600) // a source on a read-only medium hands its mode on
  }
  if (state() !== before) {
    throw new StoreProblem(
      'store-busy',
      `“${basename(source)}”正在被使用，内容还在变化，没有恢复：请先关闭使用它的程序再试。`,
    )
  }
}
