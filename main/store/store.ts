/**
 * The workspace: functions bound to one open database file. Clock, ids and the meaning of amounts are passed in. Everything
 * throws StoreProblem for what can go wrong with the file; call them through the store (`store.projects.list()`): a
 * restored backup replaces them.
 */
import { join } from 'node:path'
import { backupFolder, createBackups } from './backup.ts'
import { createCheck } from './check.ts'
import { dropDamagedTexts } from './damage/drop-texts.ts'
import { createIndexedProjects } from './damage/indexed-project.ts'
import { createKnownDamage } from './damage/known-damage.ts'
import { rebuildIndexes } from './damage/loose-indexes.ts'
import { createMendProjects } from './damage/mend-projects.ts'
import { keepContents } from './damage/keep-contents.ts'
import { createEntries } from './entries.ts'
import { createEraser } from './erase.ts'
import { exportWorkspace } from './export-workspace.ts'
import { createFileGuard } from './file-guard.ts'
import { createHistory } from './history.ts'
import { createCheckpoint, createIndexing, createSearchRebuild } from './idle.ts'
import { createLearned } from './learned.ts'
import { toStoredMicro } from './money-text.ts'
import { openForReading, openForWriting, openLocked } from './open.ts'
import { clearOwnerMark, createOwnerMark } from './owner-mark.ts'
import { createProjectRows } from './project-rows.ts'
import { createProjects } from './projects.ts'
import { createRollUp } from './roll-up.ts'
import { realFile } from './restore/exchange.ts'
import { dropPrepared, prepareRestore } from './restore/prepare-restore.ts'
import { putBack } from './restore/restore.ts'
import { closeInOrder } from './restore/standing.ts'
import { createSettings } from './settings.ts'
import { createSpan } from './span.ts'
import { StoreProblem, toStoreProblem, translated, translatedAll } from './store-problem.ts'
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
import type { KeptContents } from './damage/keep-contents.ts'
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
  /** Throws `store-gone` when the file does not stand under its name any more; every change asks that itself. */
  checkPlace(): void
  /** Since when somebody worked in the file without closing it, where its log is missing (ISO 8601); null: nothing is known to be lost. */
  lostLogSince: string | null
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
        if (!connection.readOnly && connection.database.open) clearOwnerMark(connection.database)
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

function createParts(connection: Connection, options: StoreOptions): Parts {
  const { database, readOnly, place } = connection
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
  const mend = createMendProjects(database, { ...tools, backUp: () => void backups.create('restore') })
  const guard = createFileGuard(place)
  const mark = createOwnerMark(database, now)
  const eraser = createEraser(database, place, mark)
  /** For what a person would call saved: the file stands where it stood, before and after. */
  const saving: Saving = (work) =>
    readOnly
      ? work
      : (...values) => {
          guard.check()
          mark.set()
          const done = work(...values)
          guard.check()
          return done
        }
  return {
    projects: translatedAll(savingAll(createProjects(database, { ...tools, mend, eraser }), projectChanges, saving)),
    damage: translatedAll(savingAll(mend, ['write', 'setDeleted', 'purge'], saving)),
    versions: translatedAll(createVersions(database, now, (id) => damage.reading(id, () => rows.read(id)))),
    units: translatedAll(createUnits(database)),
    years: translatedAll(createYears(database)),
    settings: translatedAll(savingAll(createSettings(database), ['write'], saving)),
    history: translatedAll(savingAll(createHistory(database, now), ['write'], saving)),
    entries: translatedAll(createEntries(database)),
    learned: translatedAll(createLearned(database)),
    backups,
    check: translatedAll(createCheck(database, damage.note)),
    lostLogSince: connection.lostLogSince,
    ...translatedAll({
      rollUp: createRollUp(database),
      span: createSpan(database),
      rebuildSearch: createSearchRebuild(database, rows.search),
      rebuildIndexes: () => rebuildIndexes(database),
      dropDamagedTexts: () => dropDamagedTexts(database),
      indexSome: readOnly ? () => false : createIndexing(database, rows.search),
      checkpoint: readOnly ? () => {} : createCheckpoint(database, rows.search, eraser),
      checkPlace: () => guard.check(),
    }),
  }
}

const projectChanges = ['create', 'save', 'changeStatus', 'remove', 'restore', 'purge'] as const

type Saving = <Values extends unknown[], T>(work: (...values: Values) => T) => (...values: Values) => T

function savingAll<Group extends object>(group: Group, names: readonly (keyof Group)[], saving: Saving): Group {
  const changed = names.map((name) => [name, saving(group[name] as (...values: unknown[]) => unknown)]) // functions, by their names
  return { ...group, ...Object.fromEntries(changed) }
}
