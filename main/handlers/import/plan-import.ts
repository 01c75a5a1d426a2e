/**
 * What an import will do, file by file, before anything is written: each table is compared with what its project holds by
 * then – in the workspace, or planned from a file before it. All of a file is planned or nothing.
 */
import { followRows } from '../../../shared/compare/follow-rows.ts'
import { mergeRecords } from '../../../shared/compare/merge.ts'
import { difference } from '../../../shared/compare/difference.ts'
import { isSameContent } from '../../../shared/identity/content.ts'
import { withFindings } from '../projects/findings.ts'
import { isChangedHere } from './is-changed-here.ts'
import { isStored } from './match-tables.ts'
import type { Change } from '../../../shared/compare/change.ts'
import type { TableEntry, TableOutcome, ToldChange } from '../../../shared/ipc/import.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { Origin } from '../../../shared/model/origin.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { AddedProject, ChangedProject } from '../../store/projects/save-projects.ts'
import type { HandlerContext } from '../door/context.ts'
import type { MatchedTable } from './match-tables.ts'

export interface TakenTable extends Pick<TableEntry, 'changes' | 'conflicts'> {
  outcome: TableOutcome
}

export interface ImportPlan {
  /** The chosen tables of one file, in their order. */
  take: (tables: readonly MatchedTable[], file: number, origin: Origin) => TakenTable[]
  /** What is to be written, as planned so far. */
  readonly changes: ChangedProject[]
  readonly added: AddedProject[]
  /** The names of what comes new (MatchedTable), in the order of `added`. */
  readonly newIds: string[]
}

interface Planned {
  template: string
  record: ProjectRecord
  notes: Note[]
  fiscalYear: string
  stage: string
  /** The id it has elsewhere. */
  id?: string
  origin: Origin
  /** Of the workspace; null: it comes new. */
  version: number | null
}

type Seen = Map<string, { record: ProjectRecord; file: number }>

const nothing = { changes: [], conflicts: [] }

export function createImportPlan(
  { store, templates }: Pick<HandlerContext, 'store' | 'templates'>,
  isCollecting: boolean,
): ImportPlan {
  const planned = new Map<string, Planned>()
  /** What the last file brought for a project. */
  const seen: Seen = new Map()

  const plan = (table: MatchedTable, origin: Origin, open: Map<string, Planned>): TakenTable => {
    const { id, record } = table
    const before = open.get(id) ?? planned.get(id)
    if (!before && !isStored(id)) {
      open.set(id, toAdded(table, origin))
      return { outcome: 'imported', ...nothing }
    }
    const present = before ?? store.projects.read(id)
    const known = new Set(present.notes.map((note) => note.id))
    const notes = [
      ...followRows(present.notes, present.record, record),
      ...(table.notes ?? []).filter((note) => !known.has(note.id)),
    ]
    const { template, fiscalYear } = present
    const changed = { ...present, template, record, notes, fiscalYear, origin, version: present.version }
    if (isSameContent(present.record, record)) {
      if (notes.length > present.notes.length) open.set(id, { ...changed, record: present.record })
      return { outcome: 'identical', ...nothing }
    }
    const changes = difference(present.record, record).map(told)
    if (isCollecting && (before || isChangedHere(store, id))) {
      return { outcome: 'conflict', changes, conflicts: conflictsOf(present.record, record) }
    }
    open.set(id, changed)
    return { outcome: 'updated', changes, conflicts: [] }
  }

  return {
    take(tables, file, origin) {
      const open = new Map<string, Planned>()
      const taken = tables.map((table) => {
        const before = seen.get(table.id)
        seen.set(table.id, { record: table.record, file })
        const isCopy = before !== undefined && before.file !== file && isSameContent(before.record, table.record)
        return isCopy ? { outcome: 'duplicate' as const, ...nothing } : plan(table, origin, open)
      })
      if (taken.some(({ outcome }) => outcome === 'conflict')) return taken.map(leftOut)
      for (const [id, one] of open) planned.set(id, one)
      return taken
    },
    get changes() {
      return [...planned].flatMap(([id, { version, ...one }]) =>
        version === null ? [] : [{ ...withFindings(templates, one), id, version }],
      )
    },
    get added() {
      return [...planned.values()].flatMap(({ version, ...one }) =>
        version === null ? [withFindings(templates, one)] : [],
      )
    },
    get newIds() {
      return [...planned].flatMap(([id, { version }]) => (version === null ? [id] : []))
    },
  }
}

function toAdded(table: MatchedTable, origin: Origin): Planned {
  const { template, record, fiscalYear, notes = [], stage = '', ownId } = table
  const added = { template, record, notes, fiscalYear, stage, origin, version: null }
  return ownId === undefined ? added : { ...added, id: ownId }
}

/** What another table of the file stood in the way of. */
const leftOut = (taken: TakenTable): TakenTable =>
  taken.outcome === 'imported' || taken.outcome === 'updated' ? { ...taken, outcome: 'skipped' } : taken

/** Without the row itself: what is printed (record.md). */
function told(change: Change): ToldChange {
  if (change.kind !== 'added' && change.kind !== 'removed') return change
  const { row: _, ...shown } = change
  return shown
}

/** No base is known: every difference is one. */
const conflictsOf = (held: ProjectRecord, incoming: ProjectRecord): TableEntry['conflicts'] =>
  mergeRecords({ base: null, held, incoming }).conflicts.map(({ path, base, ...sides }) => ({
    path,
    base: base ?? '',
    held: sides.held,
    incoming: sides.incoming,
  }))
