/**
 * The workspace: functions bound to one open database file. Clock, ids and the meaning of amounts are passed in. Everything
 * throws StoreProblem for what can go wrong with the file; call them through the store (`store.projects.list()`): a
 * restored backup replaces them.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolder, createBackups } from './backup.ts'
import { createCheck } from './check.ts'
import { dropDamagedTexts } from './damage/drop-texts.ts'
import { createIndexedProjects } from './damage/indexed-project.ts'
import { createKnownDamage } from './damage/known-damage.ts'
import { rebuildIndexes } from './damage/loose-indexes.ts'
import { createMendProjects } from './damage/mend-projects.ts'
import { createEntries } from './entries.ts'
import { exportWorkspace } from './export-workspace.ts'
import { createHistory } from './history.ts'
import { createCheckpoint, createIndexing, createSearchRebuild } from './idle.ts'
import { createLearned } from './learned.ts'
import { toStoredMicro } from './money-text.ts'
import { openForReading, openForWriting, openLocked } from './open.ts'
import { createProjectRows } from './project-rows.ts'
import { createProjects } from './projects.ts'
import { createRollUp } from './roll-up.ts'
import { realFile } from './restore/exchange.ts'
import { prepareRestore } from './restore/prepare-restore.ts'
import { putBack } from './restore/restore.ts'
import { emptyLog } from './restore/standing.ts'
import { createSettings } from './settings.ts'
import { createSpan } from './span.ts'
import { StoreProblem, translated, translatedAll } from './store-problem.ts'
import { createUnits } from './units.ts'
import { createVersions } from './versions.ts'
import { createYears } from './years.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { Database } from 'better-sqlite3'
import type { Backups } from './backup.ts'
import type { Check } from './check.ts'
import type { Entries } from './entries.ts'
import type { Exported } from './export-workspace.ts'
import type { History } from './history.ts'
import type { Learned } from './learned.ts'
import type { MendProjects } from './damage/mend-projects.ts'
import type { Lock } from './lock.ts'
import type { Connection } from './open.ts'
import type { Projects } from './projects.ts'
import type { Prepared, RestoreRequest } from './restore/prepare-restore.ts'
import type { Restored } from './restore/restore.ts'
import type { RollUpRow } from './roll-up.ts'
import type { Settings } from './settings.ts'
import type { Span } from './span.ts'
import type { Units } from './units.ts'
import type { Versions } from './versions.ts'
import type { Years } from './years.ts'

export interface StoreOptions {
  /** Absolute path of the workspace file; made when it does not exist. Its folder must exist. */
  file: string
  /** ISO 8601 in UTC. */
  now: () => string
  /** Not used before; `[0-9a-zA-Z_-]{1,64}`. */
  newId: () => string
  /** shared/values/money.ts: the amount in 0.000001 万元, null when the text is none. */
  toMicroWan: (text: string, formUnit: '' | '万元' | '元') => bigint | null
  /** Nothing is written, and it does not matter who has the file. */
  readOnly?: boolean
  /** One more damaged project is known, or one less (`store.damage.known()`). */
  onDamage?: () => void
  /** An empty workspace is wanted even where something beside the file says that there was another one. */
  startsAnew?: boolean
  /** How long a restore tries again while another program holds a file (files/held-file.ts). */
  heldWaitsMs?: readonly number[]
}

interface Parts {
  projects: Projects
  versions: Versions
  units: Units
  years: Years
  settings: Settings
  history: History
  entries: Entries
  learned: Learned
  backups: Backups
  check: Check
  span(): Span
  damage: MendProjects
  rollUp(): RollUpRow[]
  /** For idle moments: a part of what waits is put into the search index; whether more waits. */
  indexSome(): boolean
  /** For idle moments (some seconds after a change): brings the search index up to date, moves the log into the file. */
  checkpoint(): void
  /** Makes the search index anew, when the check found it damaged. */
  rebuildSearch(): void
  /** The same for the indexes of the list. */
  rebuildIndexes(): void
  /** Takes damaged settings and undo histories away; the defaults hold. */
  dropDamagedTexts(): void
}

export interface Store extends Parts {
  file: string
  readOnly: boolean
  /**
   * Writes everything – projects, versions, settings, habits – into one file. `replaces`: the person has agreed that a file of
   * this name goes; else it is `file-exists`.
   */
  exportTo(target: string, replaces: boolean): Exported
  /** Replaces the workspace by a backup of the list: `restoreFrom` its path. */
  restoreBackup(name: string): Restored
  /**
   * Replaces the workspace by any workspace file of ours. What stood there is kept: as a backup, or, when damaged, beside the
   * file. When it throws, everything is as before and goes on.
   */
  restoreFrom(source: string): Restored
  /** The same in two steps: what `prepareRestore` is to be given, on any thread … */
  restoreRequest(source: string): RestoreRequest
  /** … and the exchange, which takes no time. Every page has to read everything anew afterwards. */
  putBack(prepared: Prepared): Restored
  close(): void
}

export function openStore(options: StoreOptions): Store {
  const { file } = options
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
      mayRestore()
      return store.restoreFrom(join(backupFolder(file), store.backups.find(name).name))
    },
    restoreFrom: (source) => store.putBack(prepareRestore(store.restoreRequest(source))),
    restoreRequest(source) {
      mayRestore()
      return { file: realFile(file), source, now: options.now(), waitsMs: options.heldWaitsMs }
    },
    putBack: (prepared) =>
      translated(() => {
        const { lock } = connection
        if (!lock) throw new Error('only a workspace open for writing gives a request for a restore')
        if (existsSync(file)) emptyLog(connection.database)
        connection.database.close()
        const reopen = (): void => {
          ;({ connection, parts } = connect(options, lock))
          Object.assign(store, parts)
        }
        return putBack({ file, prepared, now: options.now(), waitsMs: options.heldWaitsMs, reopen })
      }),
    close: () => connection.close(),
  }
  return store
}

/** `held`: the lock of a connection that was closed for an exchange. */
function connect(options: StoreOptions, held: Lock | null = null): { connection: Connection; parts: Parts } {
  const { file, now, readOnly, startsAnew } = options
  const backUp = (database: Database): void => void createBackups(database, file, now).create('migration')
  const opening = { now: now(), backUp, startsAnew, waitsMs: options.heldWaitsMs }
  const open = (): Connection => (held ? openLocked(file, held, opening) : openForWriting(file, opening))
  const connection = readOnly ? openForReading(file, options.heldWaitsMs) : open()
  try {
    return { connection, parts: translated(() => createParts(connection, options)) }
  } catch (thrown) {
    if (held) connection.database.close()
    else connection.close() // a damaged file may be found out only by the statements
    throw thrown
  }
}

function createParts({ database, readOnly }: Connection, options: StoreOptions): Parts {
  const { file, now, newId, toMicroWan, onDamage = () => {} } = options
  const rows = createProjectRows(database)
  const indexed = createIndexedProjects(database)
  const damage = createKnownDamage(indexed, onDamage)
  const toTotal = ({ funding }: ProjectRecord): number | null => {
    const unit = (['', '万元', '元'] as const).find((known) => known === funding.unit)
    return unit === undefined ? null : toStoredMicro(toMicroWan(funding.total, unit))
  }
  const tools = { rows, now, newId, toTotal, indexed, damage }
  const backups = translatedAll(createBackups(database, file, now))
  const mend = translatedAll(createMendProjects(database, { ...tools, backUp: () => void backups.create('restore') }))
  return {
    projects: translatedAll(createProjects(database, { ...tools, mend })),
    damage: mend,
    versions: translatedAll(createVersions(database, now, (id) => damage.reading(id, () => rows.read(id)))),
    units: translatedAll(createUnits(database)),
    years: translatedAll(createYears(database)),
    settings: translatedAll(createSettings(database)),
    history: translatedAll(createHistory(database, now)),
    entries: translatedAll(createEntries(database)),
    learned: translatedAll(createLearned(database)),
    backups,
    check: translatedAll(createCheck(database, damage.note)),
    ...translatedAll({
      rollUp: createRollUp(database),
      span: createSpan(database),
      rebuildSearch: createSearchRebuild(database, rows.search),
      rebuildIndexes: () => rebuildIndexes(database),
      dropDamagedTexts: () => dropDamagedTexts(database),
      indexSome: readOnly ? () => false : createIndexing(database, rows.search),
      checkpoint: readOnly ? () => {} : createCheckpoint(database, rows.search),
    }),
  }
}
