/**
 * The parts of an open workspace: each its own file, bound to one connection. Here they are put together, and what a person would
 * call saved is guarded: the file stands where it stood, and the owner's mark is in it.
 */
import { createBackups } from './backup/backup.ts'
import { createCheck } from './file/check.ts'
import { dropDamagedTexts } from './damage/drop-texts.ts'
import { createIndexedProjects } from './damage/indexed-project.ts'
import { createKnownDamage } from './damage/known-damage.ts'
import { rebuildIndexes } from './damage/loose-indexes.ts'
import { createMendProjects } from './damage/mend-projects.ts'
import { createEntries } from './projects/entries.ts'
import { createEraser } from './file/erase.ts'
import { createFileGuard } from './file/file-guard.ts'
import { createHistory } from './projects/history.ts'
import { createCheckpoint, createIndexing, createSearchRebuild } from './file/idle.ts'
import { createLearned } from './learned.ts'
import { toStoredMicro } from './projects/money-text.ts'
import { createOwnerMark } from './file/owner-mark.ts'
import { createProjectRows } from './projects/project-rows.ts'
import { createProjects } from './projects/projects.ts'
import { keepDerived } from './projects/derive-each.ts'
import { createSettings } from './settings.ts'
import { createSpan } from './backup/span.ts'
import { translatedAll } from './file/store-problem.ts'
import { createUnits } from './projects/units.ts'
import { createVersions } from './projects/versions.ts'
import { createYears } from './projects/years.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { Backups } from './backup/backup.ts'
import type { Check } from './file/check.ts'
import type { Entries } from './projects/entries.ts'
import type { EraseLimits } from './file/erase.ts'
import type { History } from './projects/history.ts'
import type { Learned } from './learned.ts'
import type { MendProjects } from './damage/mend-projects.ts'
import type { Connection } from './file/open.ts'
import type { Projects } from './projects/projects.ts'
import type { DeriveEach } from './projects/derive-each.ts'
import type { Settings } from './settings.ts'
import type { Span } from './backup/span.ts'
import type { Units } from './projects/units.ts'
import type { Versions } from './projects/versions.ts'
import type { Years } from './projects/years.ts'

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
  /** How large a file may be that is written anew while somebody works (erase.ts). */
  eraseLimits?: EraseLimits
}

export interface Parts {
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
  /** What a function makes of each living project, kept until the project changes. */
  deriveEach: DeriveEach
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
  /** Before it is closed: what was deleted for good and still waits to be written over. */
  eraseRest(): void
  /** Throws `store-gone` when the file does not stand under its name any more; every change asks that itself. */
  checkPlace(): void
  /** Since when somebody worked in the file without closing it, where its log is missing (ISO 8601); null: nothing is known to be lost. */
  lostLogSince: string | null
}

export function createParts(connection: Connection, options: StoreOptions): Parts {
  const { database, readOnly, place } = connection
  const { file, now, newId, toMicroWan, onDamage = () => {} } = options
  const derived = keepDerived(createProjectRows(database))
  const rows = derived.watched
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
  const eraser = createEraser(database, place, mark, options.eraseLimits)
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
  const projects = translatedAll(
    savingAll(createProjects(database, { ...tools, mend, eraser }), projectChanges, saving),
  )
  return {
    projects,
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
    deriveEach: derived.over(database, (ids) => projects.readEach(ids)),
    ...translatedAll({
      span: createSpan(database),
      rebuildSearch: createSearchRebuild(database, rows.search),
      rebuildIndexes: () => rebuildIndexes(database),
      dropDamagedTexts: () => dropDamagedTexts(database),
      indexSome: readOnly ? () => false : createIndexing(database, rows.search),
      checkpoint: readOnly ? () => {} : createCheckpoint(database, rows.search, eraser),
      eraseRest: readOnly ? () => {} : () => eraser.eraseRest(),
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
