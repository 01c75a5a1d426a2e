/**
 * The file of an open workspace is gone, or another stands in its place; what was in it is still in the hands of the program.
 * It is written whole under a name that is free, and only then is what is left of the old one let go.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { putInPlace, removeFile } from '../file/durable-file.ts'
import { localTime } from '../backup/local-time.ts'
import { takeLock } from '../file/lock.ts'
import { copyWorkspace } from './copy-workspace.ts'
import type { Lock } from '../file/lock.ts'
import type { Database } from 'better-sqlite3'

export interface KeptContents {
  file: string
  /** Another file stands in the old place; it was not touched. */
  isBeside: boolean
}

interface Keeping {
  /** Closed afterwards. */
  database: Database
  place: string
  /** Of the old place; another is taken, and this given back, where the contents are written beside. */
  lock: Lock
  now: string
}

/** When it throws, everything is as before: the program still holds the contents. */
export function keepContents({ database, place, lock, now }: Keeping): KeptContents & { lock: Lock } {
  const isBeside = existsSync(place)
  const file = isBeside ? freeName(place, now) : place
  const held = isBeside ? takeLock(file, now) : lock
  const temporary = `${file}.new`
  try {
    for (const end of ['', '-wal', '-shm', '-journal']) removeFile(temporary + end)
    copyWorkspace(database, temporary)
    if (!isBeside) for (const end of ['-wal', '-shm']) removeFile(place + end) // of the file that is gone; the program still has them
    putInPlace(temporary, file)
  } catch (thrown) {
    if (isBeside) held.release()
    throw thrown
  }
  database.close() // SQLite sees that its file has moved, and leaves what bears the name of its log alone
  if (isBeside) lock.release()
  return { file, isBeside, lock: held }
}

function freeName(place: string, now: string): string {
  const time = localTime(now).slice(0, 16).replace('T', ' ').replace(':', '')
  const ending = extname(place)
  for (let count = 1; ; count += 1) {
    const number = count === 1 ? '' : ` ${count}`
    const name = join(dirname(place), `${basename(place, ending)}（找回 ${time}${number}）${ending}`)
    if (!existsSync(name)) return name
  }
}
