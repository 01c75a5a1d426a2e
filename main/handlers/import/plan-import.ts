/**
 * What an import will do, table by table, before anything is written: each is compared with what its project holds by then –
 * in the workspace, or planned from a file before it.
 */
import { followRows } from '../../../shared/compare/follow-rows.ts'
import { isSameContent } from '../../../shared/identity/content.ts'
import { withFindings } from '../projects/findings.ts'
import { isChangedHere, isStored } from './held-tables.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { AddedProject, ChangedProject } from '../../store/projects/save-projects.ts'
import type { HandlerContext } from '../door/context.ts'
import type { MatchedTable } from './held-tables.ts'

/** `identical`: what is held already; `duplicate`: what a file before it brings; `none`: no project's table. */
export type TableOutcome = 'imported' | 'updated' | 'conflict' | 'identical' | 'duplicate' | 'none'

export interface ImportPlan {
  take: (table: MatchedTable, file: number) => TableOutcome
  /** What is to be written, as planned so far. */
  readonly changes: ChangedProject[]
  readonly added: AddedProject[]
}

interface Planned {
  template: string
  record: ProjectRecord
  notes: Note[]
  /** Of the workspace; null: it comes new. */
  version: number | null
}

export function createImportPlan(
  { store, templates }: Pick<HandlerContext, 'store' | 'templates'>,
  isCollecting: boolean,
): ImportPlan {
  const planned = new Map<string, Planned>()
  /** What the last file brought for a project. */
  const seen = new Map<string, { record: ProjectRecord; file: number }>()
  const plan = ({ id, template, record }: MatchedTable): TableOutcome => {
    const before = planned.get(id)
    if (!before && !isStored(id)) {
      planned.set(id, { template, record, notes: [], version: null })
      return 'imported'
    }
    const present = before ?? store.projects.read(id)
    if (isSameContent(present.record, record)) return 'identical'
    if (isCollecting && (before || isChangedHere(store, id))) return 'conflict'
    const notes = followRows(present.notes, present.record, record)
    planned.set(id, { template, record, notes, version: present.version })
    return 'updated'
  }
  return {
    take(table, file) {
      const before = seen.get(table.id)
      seen.set(table.id, { record: table.record, file })
      const isCopy = before !== undefined && before.file !== file && isSameContent(before.record, table.record)
      return isCopy ? 'duplicate' : plan(table)
    },
    get changes() {
      return [...planned].flatMap(([id, { version, ...one }]) =>
        version === null ? [] : [{ id, version, ...withFindings(templates, one) }],
      )
    },
    get added() {
      return [...planned.values()].flatMap(({ version, ...one }) =>
        version === null ? [withFindings(templates, one)] : [],
      )
    },
  }
}
