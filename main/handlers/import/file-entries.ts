/** What became of each file and its tables, as the command line prints it and the page tells it: the ENTRY of record.md. */
import { basename } from 'node:path'
import { cutOf, isProject } from './match-tables.ts'
import { createNear } from './near-tables.ts'
import { yearProblems } from './year-problems.ts'
import type { FileEntry, FileOutcome, TableEntry } from '../../../shared/ipc/import.ts'
import type { ReadFile, ReadTable } from '../../../shared/model/read-file.ts'
import type { Store } from '../../store/store.ts'
import type { MatchedTable } from './match-tables.ts'
import type { TakenTable } from './plan-import.ts'

/** The chosen tables of one file, and those of them that are projects. */
export interface TakenFile {
  chosen: { table: ReadTable; match: MatchedTable | undefined }[]
  own: (TakenTable & { match: MatchedTable })[]
}

/** `idOf`: in the workspace, of a project that came new too; '' where it has none. To be asked after everything was saved. */
export function describeEntries(
  store: Store,
  files: readonly ReadFile[],
  taken: readonly TakenFile[],
  idOf: (id: string) => string,
): FileEntry[] {
  const broughtNow = new Set(taken.flatMap(({ own }) => own.map(({ match }) => idOf(match.id))))
  const nearOf = createNear(store.projects.list({ deleted: false }).filter(({ id }) => !broughtNow.has(id)))
  const firstWith = new Map<string, string>()
  return files.map((read, index) => {
    const { file, tables } = read
    const { chosen, own } = taken[index] ?? { chosen: [], own: [] }
    const entries = own.map(({ match, outcome, changes, conflicts }): TableEntry => {
      const { unit, project } = match.record
      return {
        project: project.name || project.code || unit.name,
        id: outcome === 'skipped' ? '' : idOf(match.id),
        outcome,
        changes,
        conflicts,
        problems: yearProblems(match, outcome === 'imported' ? nearOf(match) : null),
      }
    })
    const outcome = outcomeOf(read, chosen, entries)
    const [first] = own
    const sameAs = outcome === 'duplicate' ? (firstWith.get(first?.match.id ?? '') ?? null) : null
    for (const { match } of own) if (!firstWith.has(match.id)) firstWith.set(match.id, file)
    const unit = first?.match.record.unit
    return {
      file,
      outcome,
      unit: unit ? unit.name || unit.code : '',
      number: '',
      sameAs,
      error: read.error ?? cutIn(file, tables) ?? noProjectIn(tables, own.length),
      hidden: outcome === 'refused' ? null : 'missing',
      tables: entries,
    }
  })
}

/** The first that holds (record.md). */
function outcomeOf({ error }: ReadFile, chosen: TakenFile['chosen'], entries: readonly TableEntry[]): FileOutcome {
  const has = (outcome: TableEntry['outcome']): boolean => entries.some((one) => one.outcome === outcome)
  if (entries.length === 0) {
    const isRead = error === null && chosen.length > 0 && !chosen.some(({ table }) => cutOf(table))
    return isRead ? 'foreign' : 'refused'
  }
  if (entries.every((one) => one.outcome === 'duplicate')) return 'duplicate'
  if (chosen.every(({ table }) => table.template === null || !isProject(table))) return 'foreign'
  if (has('conflict')) return 'conflict'
  if (has('updated')) return 'updated'
  if (has('imported')) return 'imported'
  return 'identical'
}

/** Tables of which something was cut off are left out; the others of the file are taken in. */
function cutIn(file: string, tables: readonly ReadTable[]): ReadFile['error'] {
  const cuts = tables.flatMap((table) => cutOf(table) ?? [])
  const [first] = cuts
  if (!first) return null
  const others = cuts.length > 1 ? `（这样的表有 ${cuts.length} 张）` : ''
  return { code: first.code, message: `“${basename(file)}”有一张表没有存入${others}：${first.message}` }
}

function noProjectIn(tables: readonly ReadTable[], taken: number): ReadFile['error'] {
  if (taken > 0 || tables.some(isProject)) return null
  if (tables.length === 0) {
    return { code: 'import-no-table', message: '里面没有找到绩效目标表，没有存入：请确认选对了文件。' }
  }
  return {
    code: 'import-no-project',
    message: '里面的表不是项目绩效目标表（可能是自评表、监控表或整体绩效表），没有存入。',
  }
}
