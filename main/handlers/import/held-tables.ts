/** What an import page says of the tables before anything is saved: which project each is, its year, and what it may be. */
import { difference } from '../../../shared/compare/difference.ts'
import { isSameContent } from '../../../shared/identity/content.ts'
import { suggestYears } from '../../../shared/identity/fiscal-year.ts'
import { isChangedHere } from './is-changed-here.ts'
import { matchTables } from './match-tables.ts'
import { createNear } from './near-tables.ts'
import type { HeldTable, ImportMatch } from '../../../shared/ipc/import.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'
import type { Store } from '../../store/store.ts'
import type { MatchedTable, SaidOf } from './match-tables.ts'

/** Per file and table, in their order. */
export function describeMatch(store: Store, files: readonly ReadFile[], saidOf?: SaidOf): ImportMatch {
  const matched = matchTables(store, files, saidOf)
  const near = createNear(store.projects.list({ deleted: false }))
  const each = <T>(tell: (table: MatchedTable, file: string) => T): (T | null)[][] =>
    files.map(({ file, tables }) =>
      tables.map((table) => {
        const found = matched.get(table)
        return found ? tell(found, file) : null
      }),
    )
  return {
    held: each((table) => toHeld(store, table)),
    years: each(({ fiscalYear, isFixed, isContradicted, record }, file) => {
      return { fiscalYear, isFixed, isContradicted, suggested: suggestYears(record, file) }
    }),
    near: each((table) => (table.present ? null : near(table))),
  }
}

function toHeld(store: Store, { id, present, record }: MatchedTable): HeldTable | null {
  if (!present) return null
  const differences = difference(present.record, record).length
  const told = { name: present.record.project.name, isSame: isSameContent(present.record, record), differences }
  if (present.file !== null) return { ...told, id: '', file: present.file, updatedAt: '', isChangedHere: false }
  const { updatedAt } = store.projects.read(id)
  return { ...told, id, file: null, updatedAt, isChangedHere: isChangedHere(store, id) }
}
