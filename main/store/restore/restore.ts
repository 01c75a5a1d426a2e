/**
 * Puts a backup, or any other workspace file, in the place of a workspace. What stood there is kept: a whole workspace as a
 * backup, anything else beside the file with its logs. The two halves, preparing and exchanging, stand in files of their own.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { adoptBackup, backupFolder, findBackup } from '../backup/backup.ts'
import { moveInPlace } from '../file/durable-file.ts'
import { takeLock } from '../file/lock.ts'
import { translated } from '../file/store-problem.ts'
import { checkFirstBytes } from './check-ours.ts'
import { dropKept, exchange, finishExchange, isExchanging, isSameFile, realFile, restoredName } from './exchange.ts'
import { dropPrepared, prepareRestore } from './prepare-restore.ts'
import { findRemnants, replacedName } from './remnants.ts'
import { closeFile } from './standing.ts'
import type { Prepared } from './prepare-restore.ts'

export interface Restored {
  /** Living projects in what stands there now. */
  projects: number
  /** Where what stood there is kept; null where nothing did. */
  kept: string | null
  /** Names of projects whose contents were damaged in the backup already. */
  damaged: string[]
}

/** What a person names on the command line: a backup, a file that lies beside the workspace, or any other by its path. Throws `not-found`. */
export function findSource(file: string, named: string): string {
  const beside = findRemnants(file).find(({ name }) => name === named)
  if (beside) return beside.path
  return existsSync(named) ? resolve(named) : join(backupFolder(file), findBackup(file, named).name)
}

/**
 * For a workspace nobody has open: one that cannot be opened, one that is not there (it is made; its folder exists), or
 * just a closed one. Throws `store-busy` when the workspace is open somewhere, and what prepareRestore throws.
 */
export function restoreFile(file: string, source: string, now: string, waitsMs?: readonly number[]): Restored {
  return translated(() => {
    const place = realFile(file)
    if (!isSameFile(source, place)) checkFirstBytes(source) // before a lock is made
    const lock = takeLock(file, now)
    try {
      finishExchange(place, waitsMs)
      const prepared = prepareRestore({ file: place, source: outOfTheWay(place, source, now), now, waitsMs })
      if (prepared.replacesWhole) closeFile(place)
      return putBack({ file, prepared, now, waitsMs, reopen: () => finishExchange(place, waitsMs) })
    } finally {
      lock.release()
    }
  })
}

/** What a killed restore left is restored under another name: its own is needed for the new one. */
function outOfTheWay(place: string, source: string, now: string): string {
  if (!isSameFile(source, restoredName(place))) return source
  const aside = replacedName(place, now)
  if (existsSync(`${source}-wal`)) moveInPlace(`${source}-wal`, `${aside}-wal`)
  moveInPlace(source, aside)
  return aside
}

export interface PutBack {
  file: string
  prepared: Prepared
  now: string
  waitsMs?: readonly number[] | undefined
  /** Opens what stands in the place, after finishing an exchange that was decided. */
  reopen: () => void
}

/**
 * The second half: the caller holds the lock and has closed its connection, the log empty where the file was whole. When it
 * fails, what stood there stands there again and was opened.
 */
export function putBack({ file, prepared, now, waitsMs, reopen }: PutBack): Restored {
  const place = realFile(file)
  const kept = replacedName(place, now)
  try {
    exchange(place, kept, waitsMs)
  } catch (thrown) {
    if (existsSync(restoredName(place)) && !isExchanging(place)) {
      dropPrepared(place)
      reopen()
      throw thrown
    } // else it is done after all, or could not be taken back: opening finishes it, or says why nothing can be opened now
  }
  openOrTakeBack(place, kept, now, reopen)
  const { projects, damaged, replacesWhole } = prepared
  return { projects, kept: keptAs(file, kept, replacesWhole, now), damaged }
}

function openOrTakeBack(place: string, kept: string, now: string, reopen: () => void): void {
  try {
    reopen()
  } catch (thrown) {
    if (isExchanging(place) || !existsSync(kept)) throw thrown
    const unopened = replacedName(place, now)
    moveInPlace(kept, restoredName(place))
    exchange(place, unopened)
    dropKept(unopened)
    reopen()
    throw thrown
  }
}

function keptAs(file: string, kept: string, isWhole: boolean, now: string): string | null {
  if (!existsSync(kept)) return existsSync(`${kept}-wal`) ? `${kept}-wal` : null
  if (!isWhole) return kept
  try {
    return adoptBackup(file, kept, 'restore', now)
  } catch {
    return kept // the folder of the backups cannot be written: it can be had back from where it is
  }
}
