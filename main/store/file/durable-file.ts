/**
 * Putting a finished file in its place so that a power cut leaves the old or the new one: flush, rename, flush the folder.
 * While another program holds the file it is tried again (files/held-file.ts), then said.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { heldWaitsMs, isHeld, untilFreeSync } from '../../files/held-file.ts'
import { StoreProblem } from './store-problem.ts'

/** Throws `store-busy` naming the file that another program does not let go of. */
export function putInPlace(temporary: string, file: string, waitsMs: readonly number[] = heldWaitsMs): void {
  flushFile(temporary)
  moveInPlace(temporary, file, waitsMs)
}

/** For a file that is flushed already. */
export function moveInPlace(from: string, to: string, waitsMs: readonly number[] = heldWaitsMs): void {
  unlessHeld(to, () => untilFreeSync(() => renameSync(from, to), waitsMs))
  flushFolder(dirname(to))
}

/** No file of that name is all the same. */
export function removeFile(file: string, waitsMs: readonly number[] = heldWaitsMs): void {
  unlessHeld(file, () => untilFreeSync(() => rmSync(file, { force: true }), waitsMs))
}

/** For what is of no more use: it is cleared away another time. */
export function removeUnlessHeld(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch (thrown) {
    if (!isHeld(thrown)) throw thrown
  }
}

export function flushFile(path: string): void {
  flush(path, 'r+')
}

/** Windows has no handle on a folder; NTFS journals the names. */
export function flushFolder(path: string): void {
  if (process.platform !== 'win32') flush(path, 'r')
}

/** The folder can be written, for the new file was just made in it: so it is this file that somebody holds. */
function unlessHeld(file: string, work: () => void): void {
  try {
    work()
  } catch (thrown) {
    if (!isHeld(thrown)) throw thrown
    const message = `“${basename(file)}”正被别的程序占用（常见的是杀毒软件、同步盘，或另一个打开着它的窗口），没有换上新的：请关闭那个程序，或稍等片刻再试。`
    throw Object.assign(new StoreProblem('store-busy', message), { cause: thrown })
  }
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
