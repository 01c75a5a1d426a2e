/**
 * The workspace: functions bound to one open database file. Clock, ids and the meaning of amounts are passed in. Everything
 * throws StoreProblem for what can go wrong with the file; call them through the store (`store.projects.list()`): a
 * restored backup replaces them.
 */
import { join } from 'node:path'
import { backupFolder, createBackups } from './backup/backup.ts'
import { keepContents } from './damage/keep-contents.ts'
import { exportWorkspace } from './backup/export-workspace.ts'
import { openForReading, openForWriting, openLocked } from './file/open.ts'
import { clearOwnerMark } from './file/owner-mark.ts'
import { realFile } from './restore/exchange.ts'
import { dropPrepared, prepareRestore } from './restore/prepare-restore.ts'
import { putBack } from './restore/restore.ts'
import { closeInOrder } from './restore/standing.ts'
import { StoreProblem, toStoreProblem, translated } from './file/store-problem.ts'
import { createParts } from './parts.ts'
import type { Database } from 'better-sqlite3'
import type { Exported } from './backup/export-workspace.ts'
import type { KeptContents } from './damage/keep-contents.ts'
import type { Lock } from './file/lock.ts'
import type { Connection } from './file/open.ts'
import type { Prepared, RestoreRequest } from './restore/prepare-restore.ts'
import type { Restored } from './restore/restore.ts'
import type { Parts, StoreOptions } from './parts.ts'

export type { StoreOptions } from './parts.ts'

export interface Store extends Parts {
  file: string
  readOnly: boolean
  /**
   * Writes everything – projects, versions, settings, habits – into one file. `replaces`: the person has agreed that a file of
   * this name goes; else it is `file-exists`.
   */
  exportTo(target: string, replaces: boolean): Exported
  /** Replaces the workspace by a backup of the list, in one call: for scripts that have no other thread. */
  restoreBackup(name: string): Restored
  /**
   * Replaces the workspace by any workspace file of ours, in two steps: what `prepareRestore` is to be given, on any thread … What
   * stood there is kept: as a backup, or, when damaged, beside the file. When it throws, everything is as before and goes on.
   */
  restoreRequest(source: string): RestoreRequest
  /** … and the exchange, which takes no time. Every page has to read everything anew afterwards. */
  putBack(prepared: Prepared): Restored
  /**
   * The file was removed, or another put in its place (`store-gone`): everything the program holds is written under the name again
   * where nothing stands there, else beside it under a new one; the program goes on with that file.
   */
  keepElsewhere(): KeptContents
  close(): void
}

export function openStore(options: StoreOptions): Store {
  let { file } = options
  let { connection, parts } = connect(options)
  const mayRestore = (): void => {
    if (connection.readOnly)
      throw new StoreProblem('store-read-only', '只读方式打开的工作区不能恢复备份：请正常打开后再试。')
  }
  const store: Store = {
    file,
    readOnly: connection.readOnly,
    ...parts,
    exportTo: (target, replaces) => exportWorkspace({ database: connection.database, file, target, replaces }),
    restoreBackup(name) {
      const source = join(backupFolder(file), store.backups.find(name).name)
      return store.putBack(prepareRestore(store.restoreRequest(source)))
    },
    restoreRequest(source) {
      mayRestore()
      return { file: realFile(file), source, now: options.now(), waitsMs: options.heldWaitsMs }
    },
    putBack: (prepared) =>
      translated(() => {
        const { lock } = connection
        if (!lock) throw new Error('only a workspace open for writing gives a request for a restore')
        try {
          store.checkPlace() // else what the program holds would be nowhere: it is kept first
          closeInOrder(connection.database)
        } catch (thrown) {
          dropPrepared(realFile(file))
          throw thrown
        }
        connection.database.close()
        const reopen = (): void => open(connect({ ...options, file }, lock))
        return putBack({ file, prepared, now: options.now(), waitsMs: options.heldWaitsMs, reopen })
      }),
    keepElsewhere: () =>
      translated(() => {
        const { lock, database, place } = connection
        if (!lock) throw new Error('only a workspace open for writing is worked in')
        const { lock: held, ...kept } = keepContents({ database, place, lock, now: options.now() })
        file = kept.file
        open(connect({ ...options, file }, held))
        store.file = file
        return kept
      }),
    close() {
      try {
        if (!connection.readOnly && connection.database.open) {
          parts.eraseRest()
          clearOwnerMark(connection.database)
        }
      } catch (thrown) {
        if (!(toStoreProblem(thrown) instanceof StoreProblem)) throw thrown // a disk that cannot be written keeps its mark and its log
      } finally {
        connection.close()
      }
    },
  }
  const open = (opened: ReturnType<typeof connect>): void => {
    ;({ connection, parts } = opened)
    Object.assign(store, parts)
  }
  return store
}

/** `held`: the lock of a connection that was closed for an exchange. */
function connect(options: StoreOptions, held: Lock | null = null): { connection: Connection; parts: Parts } {
  const { file, now, readOnly, startsAnew } = options
  const backUp = (database: Database): void => void createBackups(database, file, now).create('migration')
  const open = (): Connection => {
    const opening = { now: now(), backUp, startsAnew, waitsMs: options.heldWaitsMs }
    return held ? openLocked(file, held, opening) : openForWriting(file, opening)
  }
  const connection = readOnly ? openForReading(file, options.heldWaitsMs) : open()
  try {
    return { connection, parts: translated(() => createParts(connection, options)) }
  } catch (thrown) {
    if (held) connection.database.close()
    else connection.close() // a damaged file may be found out only by the statements
    throw thrown
  }
}
