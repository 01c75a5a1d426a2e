/**
 * Exchanges the workspace file for a new one in such a way that there is no moment in which nothing is there, and none in
 * which the new file stands beside what belongs to the old one.
 *
 * The danger is the log. SQLite finds it by name alone, and its frames carry no mark of the database they belong to: were
 * the old `-wal` (or a `-journal`) still there when the new file has the name, its pages would be written into the new
 * file, and the workspace would be neither the old nor the new. Were the log removed first and the program killed before
 * the rename, the old file would stand there without its last work, looking whole. Two names cannot change in one step, so
 * the decision is a name of its own:
 *
 * 1. The new file is finished under `<file>.restored`: copied, checked, migrated, its own log moved in, flushed. Until
 *    now nothing has happened; whoever is killed here finds the old workspace, and `.restored` is tidied.
 * 2. What stands there is given a second name (a hard link; a flushed copy where the disk knows no links): the file and its
 *    logs as they are. So nothing that follows can take it away.
 * 3. The mark `<file>.exchange`, an empty file, is made. This is the decision: from here on the next start finishes what is
 *    left (`finishExchange`), however often it is killed doing it.
 * 4. The old logs are removed – they have their second name – and `.restored` is renamed over the file. The name of the
 *    workspace leads to the old file until this rename and to the new one from it on.
 * 5. The mark is removed. Without `.restored` beside it, it has no meaning any more; before the next `.restored` is begun
 *    it has to be gone.
 *
 * A workspace that is open and well is checkpointed and closed before, so that its log is gone already: then step 4 is
 * the rename alone, and the second name holds everything. Nobody opens the file between 3 and 5: writing needs the lock,
 * which the caller holds, and readers look for the mark after they have opened (open.ts). The folder is flushed after each
 * step that the following ones rely on.
 *
 * When another program holds a file for good, everything goes back: the logs get their names again, the mark goes.
 */
import { constants, copyFileSync, existsSync, linkSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { heldWaitsMs } from '../../files/held-file.ts'
import { flushFile, flushFolder, moveInPlace, putInPlace, removeFile } from '../file/durable-file.ts'
import { StoreProblem } from '../file/store-problem.ts'

/** What belongs to a database beside its file and holds work; the index `-shm` is made anew by whoever opens it. */
const logs = ['-wal', '-journal']

export const restoredName = (file: string): string => `${file}.restored`
const markName = (file: string): string => `${file}.exchange`

/** Decided, and not done yet. */
export const isExchanging = (file: string): boolean => existsSync(markName(file)) && existsSync(restoredName(file))

/** Before anything is prepared: a mark that could not be removed would decide on what is half finished. */
export function removeMark(file: string, waitsMs: readonly number[] = heldWaitsMs): void {
  if (!existsSync(markName(file))) return
  removeFile(markName(file), waitsMs)
  flushFolder(dirname(file))
}

/** Where the workspace really lies: its logs lie there too, and a rename over a link would replace the link alone. */
export const realFile = (file: string): string => (existsSync(file) ? realpathSync(file) : file)

/**
 * Puts what is prepared in the place. The caller holds the lock and has no connection to `file`. `kept` is a name in the
 * same folder that does not exist: what stood there has it afterwards, and its logs `<kept>-wal` … Throws with everything
 * as it was before, but for what is prepared; where even that cannot be had, `isExchanging` is true.
 */
export function exchange(file: string, kept: string, waitsMs: readonly number[] = heldWaitsMs): void {
  try {
    keep(file, kept)
    flushFile(restoredName(file))
    makeMark(file)
  } catch (thrown) {
    dropKept(kept, waitsMs)
    throw thrown
  }
  try {
    finishExchange(file, waitsMs)
  } catch (thrown) {
    if (isExchanging(file)) takeBack(file, kept, waitsMs)
    throw thrown
  }
}

/** Finishes an exchange that was decided, if there is one. The caller holds the lock. */
export function finishExchange(file: string, waitsMs: readonly number[] = heldWaitsMs): void {
  if (!isExchanging(file)) return
  for (const end of [...logs, '-shm']) removeFile(file + end, waitsMs)
  flushFolder(dirname(file))
  moveInPlace(restoredName(file), file, waitsMs)
  try {
    removeMark(file, waitsMs)
  } catch {
    // means nothing by itself; it is removed before something is prepared again
  }
}

function makeMark(file: string): void {
  writeFileSync(markName(file), '', { mode: 0o600 })
  flushFolder(dirname(file))
}

/** Forgets a kept file that is of no more use. */
export function dropKept(kept: string, waitsMs: readonly number[] = heldWaitsMs): void {
  for (const end of ['', ...logs]) removeFile(kept + end, waitsMs)
}

/** Whether two names lead to the same file on disk. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev
}

function keep(file: string, kept: string): void {
  for (const end of ['', ...logs]) if (existsSync(file + end)) giveSecondName(file + end, kept + end)
  flushFolder(dirname(file))
}

function giveSecondName(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (thrown) {
    if (existsSync(to)) throw thrown
    const half = `${to}.half` // a FAT disk knows no links
    copyFileSync(from, half, constants.COPYFILE_FICLONE)
    putInPlace(half, to)
  }
}

/** After this the old workspace stands there as before. */
function takeBack(file: string, kept: string, waitsMs: readonly number[]): void {
  for (const end of logs) {
    if (existsSync(kept + end) && !existsSync(file + end)) giveSecondName(kept + end, file + end)
  }
  try {
    removeMark(file, waitsMs)
  } catch (thrown) {
    const message =
      '恢复的内容已经准备好，但文件正被别的程序占用，没有换上：请关闭占用它的程序，再重新启动绩表，启动时会自动完成。'
    throw Object.assign(new StoreProblem('store-busy', message), { cause: thrown })
  }
  dropKept(kept, waitsMs)
}
