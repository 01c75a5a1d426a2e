/**
 * The whole workspace as one file at a place of the person's choice, such as a USB stick: a backup outside this disk. Written
 * under a temporary name beside the target, read back and checked, then put in its place; a file that is there already is
 * replaced only where the person has agreed to it.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyWorkspace } from '../damage/copy-workspace.ts'
import { flushFile, flushFolder, moveInPlace, removeFile } from '../file/durable-file.ts'
import { isSameFile, realFile } from '../restore/exchange.ts'
import { makePrivate } from '../file/private-files.ts'
import { StoreProblem, translated } from '../file/store-problem.ts'
import type { Database } from 'better-sqlite3'
import type { CopyWatch } from './copy-watch.ts'

export interface Exported {
  /** Living projects in it. */
  projects: number
  bytes: number
  /** Sentences about what was damaged and stands in it as it was. */
  damaged: string[]
}

export interface ExportRequest {
  /** Reading is enough. */
  database: Database
  /** The workspace it belongs to: no target. */
  file: string
  target: string
  replaces: boolean
  watch?: CopyWatch
}

/** Throws `file-exists`, and what the store throws for a full disk and the like; nothing is left behind then. */
export function exportWorkspace({ database, file, target, replaces, watch }: ExportRequest): Exported {
  return translated(() => {
    refuseTarget(file, target, replaces)
    let damaged: string[]
    const temporary = join(dirname(target), `.jibiao-${randomUUID()}.tmp`)
    try {
      damaged = copyWorkspace(database, temporary, watch).map(({ message }) => message)
      makePrivate(temporary, 'file')
      flushFile(temporary)
      if (replaces) moveInPlace(temporary, target)
      else nameAnew(temporary, target)
    } finally {
      removeFile(temporary)
    }
    const projects = database.prepare("SELECT count(*) FROM projects WHERE deleted_at = ''").pluck().get()
    return { projects: Number(projects), bytes: statSync(target).size, damaged }
  })
}

const ownEnds = ['', '-wal', '-shm', '-journal', '.lock', '.owner', '.restored', '.exchange', '.new']

function refuseTarget(file: string, target: string, replaces: boolean): void {
  if (!existsSync(dirname(target))) {
    throw new StoreProblem('store-unreachable', `找不到文件夹“${dirname(target)}”：请检查后再试，或选择别的文件夹。`)
  }
  const isOwn = ownEnds.some((end) => target === realFile(file) + end || target === file + end)
  if (isOwn || isSameFile(file, target)) {
    throw new StoreProblem(
      'file-exists',
      `“${basename(target)}”是工作区自己的文件，不能把备份写在上面：请换一个文件名。`,
    )
  }
  if (existsSync(target) && (!replaces || !statSync(target).isFile())) throw exists(target)
}

/** A link fails where a file of that name has come in the meantime; a rename would replace it. */
function nameAnew(temporary: string, target: string): void {
  try {
    linkSync(temporary, target)
    flushFolder(dirname(target))
  } catch {
    if (existsSync(target)) throw exists(target)
    moveInPlace(temporary, target) // a FAT disk knows no links
  }
}

function exists(target: string): StoreProblem {
  return new StoreProblem('file-exists', `“${basename(target)}”已经存在，没有覆盖它：请换一个文件名。`)
}
