/**
 * What lies beside a workspace file, by its names: what a restore replaced, what one that was killed left half done, and –
 * where the file itself is gone – the signs that somebody's work was here. A start that finds such signs and no workspace
 * asks, naming them; it never makes an empty one in their place.
 */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { backupFolder, listBackups } from '../backup/backup.ts'
import { moveInPlace, removeFile } from '../file/durable-file.ts'
import { localTime } from '../backup/local-time.ts'
import { StoreProblem } from '../file/store-problem.ts'
import { dropKept, isSameFile, removeMark, restoredName } from './exchange.ts'
import { dropPrepared } from './prepare-restore.ts'

/** A file that may be restored: a backup by its name, any other by its path. */
export interface Remnant {
  kind: 'backup' | 'replaced' | 'restored' | 'unfinished'
  path: string
  /** The name of the file. */
  name: string
  /** ISO 8601: when a backup was made, when another file was written last. */
  createdAt: string
}

/** Where what stood at `file` is kept. `now`: ISO 8601; a second one of the same moment counts on. */
export function replacedName(file: string, now: string): string {
  const name = `${file}.replaced-${localTime(now).replace(/\D/g, '').slice(0, 17)}`
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${name}-${count}`
    if (!existsSync(free) && !existsSync(`${free}-wal`)) return free
  }
}

/** Newest first within each kind; backups first. */
export function findRemnants(file: string): Remnant[] {
  const beside = (kind: Remnant['kind'], path: string): Remnant => {
    return { kind, path, name: basename(path), createdAt: statSync(path).mtime.toISOString() }
  }
  return [
    ...listBackups(file).map(({ name, createdAt }) => {
      return { kind: 'backup' as const, path: join(backupFolder(file), name), name, createdAt }
    }),
    ...listReplaced(file).map((path) => beside('replaced', path)),
    ...[restoredName(file)].filter(existsSync).map((path) => beside('restored', path)),
    ...[`${file}.new`].filter(holdsWork).map((path) => beside('unfinished', path)),
  ]
}

/** Throws `store-missing` when there is no workspace but something beside that says there was one. */
export function refuseWhereWorkIsMissing(file: string): void {
  const remnants = findRemnants(file)
  const hasLog = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
  if (remnants.length === 0 && !hasLog) return
  const [newest] = remnants
  const of = (kind: Remnant['kind']): Remnant[] => remnants.filter((one) => one.kind === kind)
  const named = (kind: Remnant['kind'], words: string): string[] =>
    of(kind).length > 0
      ? [
          `${words}${of(kind)
            .map(({ name }) => `“${name}”`)
            .join('、')}`,
        ]
      : []
  const found = [
    ...(newest?.kind === 'backup' ? [`${of('backup').length} 份备份（最新的是“${newest.name}”）`] : []),
    ...named('replaced', '以前被替换下来的工作区'),
    ...named('restored', '一次没有完成的恢复'),
    ...named('unfinished', '一个没有建好的工作区'),
    ...(hasLog ? [`它的日志“${basename(file)}-wal”（单有日志不能打开，请不要删除）`] : []),
  ]
  const action = remnants.length > 0 ? '请选一份恢复，' : '请找回工作区文件放回原处，'
  throw new StoreProblem(
    'store-missing',
    `工作区文件“${basename(file)}”不见了，旁边还有：${found.join('；')}。没有建立空的工作区：${action}或者明确选择从空白开始（旁边的这些文件都会保留）。`,
  )
}

/** The person starts with an empty workspace: what lies beside keeps names that no later step clears away. */
export function setRemnantsAside(file: string, now: string): void {
  const kept = replacedName(file, now)
  if (existsSync(`${file}-wal`)) moveInPlace(`${file}-wal`, `${kept}-wal`)
  for (const { kind, path } of findRemnants(file)) {
    if (kind === 'restored' || kind === 'unfinished') moveInPlace(path, replacedName(file, now))
  }
}

/** What is of no more use once the workspace is open. A file that somebody holds is cleared away another time. */
export function tidyRemnants(file: string): void {
  try {
    removeMark(file, [])
    dropPrepared(file, [])
    for (const path of listReplaced(file)) {
      if (isSameFile(path, file)) dropKept(path, []) // the second name of an exchange that was not decided
    }
    const folder = dirname(file)
    const halves = readdirSync(folder).filter(
      (name) => name.startsWith(`${basename(file)}.replaced-`) && name.endsWith('.half'),
    )
    for (const name of halves) removeFile(join(folder, name), [])
  } catch (thrown) {
    if (!(thrown instanceof StoreProblem && thrown.code === 'store-busy')) throw thrown
  }
}

const replacedPattern = /\.replaced-\d+(?:-\d+)?$/

function listReplaced(file: string): string[] {
  const folder = dirname(file)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(file)}.replaced-`) && replacedPattern.test(name))
    .toSorted((one, other) => (one < other ? 1 : -1))
    .map((name) => join(folder, name))
}

/**
 * A workspace that was being made holds nothing by its nature, also where the power went and only part of it reached the disk;
 * whatever else has that name does.
 */
function holdsWork(path: string): boolean {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (bytes === 0) return false
  try {
    const database = new Database(path, { readonly: true })
    try {
      const tables = Number(
        database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'projects'").pluck().get(),
      )
      return tables > 0 && Number(database.prepare('SELECT count(*) FROM projects').pluck().get()) > 0
    } finally {
      database.close()
    }
  } catch {
    return bytes > largestEmptyBytes || !beginsAsDatabase(path)
  }
}

/** Several times what a workspace without a project takes. */
const largestEmptyBytes = 512 * 1024

/** Or its first page had not reached the disk. */
function beginsAsDatabase(path: string): boolean {
  const start = Buffer.alloc(16)
  const handle = openSync(path, 'r')
  readSync(handle, start, 0, start.length, 0)
  closeSync(handle)
  return start.toString('latin1') === 'SQLite format 3\0' || start.every((byte) => byte === 0)
}
