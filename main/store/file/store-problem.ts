/**
 * What can go wrong with the workspace file, told to the person: a stable code for programs and a Chinese message.
 * Everything SQLite or the file system throws inside the store is translated here; what stays untranslated is our mistake.
 */
import type { ProjectRecord } from '../../../shared/model/project.ts'

export type StoreProblemCode =
  | 'store-busy'
  | 'store-newer'
  | 'store-damaged'
  | 'project-damaged'
  | 'store-not-a-database'
  | 'store-read-only'
  | 'store-full'
  | 'store-unreachable'
  | 'store-missing'
  | 'store-gone'
  | 'file-exists'
  | 'conflict'
  | 'not-found'

/** A project as it stands now, when somebody changed it after the page had read it. */
export interface CurrentProject {
  id: string
  version: number
  updatedAt: string
  record: ProjectRecord
}

export class StoreProblem extends Error {
  readonly code: StoreProblemCode
  /** Only with `conflict`: the projects that were changed in the meantime, as they stand now. */
  readonly current: CurrentProject[]

  constructor(code: StoreProblemCode, message: string, current: CurrentProject[] = []) {
    super(message)
    this.name = 'StoreProblem'
    this.code = code
    this.current = current
  }
}

const damaged = '工作区文件已损坏：请在“备份”中选一份恢复，损坏的文件会另外保留。'
const readOnly = '工作区文件所在的文件夹不能写入：可以用“只读方式打开”查看，或把工作区移到能写入的文件夹。'
const onlyShown =
  '工作区只能查看：它以只读方式打开，或者所在的文件夹不能写入。要修改，请正常打开，或把工作区移到能写入的文件夹。'
const unreachable = '读写工作区文件出错：U 盘或网络盘可能已断开，请检查后重新启动程序；已保存的内容不受影响。'
const tooLong = '工作区的文件夹和文件名加起来太长：请换一个路径短一些的文件夹，或给文件取短一些的名字。'
const full = '磁盘空间不足，这一步没有保存：请清理出空间后再试，已保存的内容不受影响。'

/** By the beginning of the code of SQLite or of the system; the first that fits counts. */
const translations: [code: string, problem: StoreProblemCode, message: string][] = [
  ['SQLITE_FULL', 'store-full', full],
  ['SQLITE_IOERR_SHMSIZE', 'store-full', full], // the log's index could not grow
  ['ENOSPC', 'store-full', full],
  ['EDQUOT', 'store-full', full],
  ['SQLITE_CORRUPT', 'store-damaged', damaged],
  ['SQLITE_NOTADB', 'store-damaged', damaged],
  ['SQLITE_ERROR', 'store-damaged', damaged], // our statements are fixed and tested: it is the file that does not fit them
  ['SQLITE_FORMAT', 'store-damaged', damaged],
  ['SQLITE_CONSTRAINT_DATATYPE', 'store-damaged', damaged],
  ['SQLITE_MISMATCH', 'store-damaged', damaged],
  ['SQLITE_READONLY', 'store-read-only', onlyShown],
  ['SQLITE_CANTOPEN', 'store-read-only', readOnly],
  ['SQLITE_PERM', 'store-read-only', readOnly],
  ['EACCES', 'store-read-only', readOnly],
  ['EPERM', 'store-read-only', readOnly],
  ['EROFS', 'store-read-only', readOnly],
  ['SQLITE_BUSY', 'store-busy', '工作区文件正被别的程序占用：请关闭那个程序后再试。'],
  ['SQLITE_LOCKED', 'store-busy', '工作区文件正被别的程序占用：请关闭那个程序后再试。'],
  ['SQLITE_IOERR', 'store-unreachable', unreachable],
  ['EIO', 'store-unreachable', unreachable],
  ['ENAMETOOLONG', 'store-unreachable', tooLong],
  ['ENOENT', 'store-unreachable', '找不到工作区所在的文件夹：U 盘或网络盘可能已断开，请检查后再试。'],
]

/** A StoreProblem for what SQLite or the system threw; anything else comes back as it is. */
export function toStoreProblem(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof StoreProblem) return thrown
  const code = 'code' in thrown ? String(thrown.code) : ''
  const found = translations.find(([start]) => code.startsWith(start))
  return found ? new StoreProblem(found[1], found[2]) : thrown
}

/** The bytes of the file are wrong: SQLite cannot make out a page, or a value that should be JSON. Our statements are tested. */
export const isDamage = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && /^SQLITE_(?:CORRUPT|ERROR|MISMATCH)/.test(String(thrown.code))

export const isProjectDamaged = (thrown: unknown): boolean =>
  thrown instanceof StoreProblem && thrown.code === 'project-damaged'

/** Runs `work` and translates what it throws. */
export function translated<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw toStoreProblem(thrown)
  }
}

/** The same functions, each throwing StoreProblems. */
export function translatedAll<Group extends { [Name in keyof Group]: (...values: never[]) => unknown }>(
  group: Group,
): Group {
  const functions = Object.entries<(...values: never[]) => unknown>(group)
  const entries = functions.map(([name, work]) => [name, (...values: never[]) => translated(() => work(...values))])
  return Object.fromEntries(entries) as Group // every function keeps its name, parameters and result
}
