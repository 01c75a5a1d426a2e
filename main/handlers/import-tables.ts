/**
 * Tables that were read → the workspace, all in one transaction. A table that is held already is skipped when nothing
 * differs and otherwise updated, its old content kept as a version. While collecting, a project that was changed here
 * after it came in is a conflict: it is kept and reported.
 */
import { checkedRecord } from './checked-record.ts'
import { countFindings, findProblems } from './findings.ts'
import { matchProjects } from './match-projects.ts'
import type { ImportOutcome, ReadFile, ReadTable } from '../../shared/ipc/types.ts'
import type { Store } from '../store/store.ts'
import type { Match } from './match-projects.ts'

/** Reasons of versions that came from files; every other was made here. */
const reasons = { import: '导入', collect: '收表', example: '示例' } as const
const cameFromFile: readonly string[] = Object.values(reasons)

export type ImportKind = keyof typeof reasons

export function importTables(
  store: Store,
  files: readonly ReadFile[],
  kind: ImportKind,
  isChosen: (file: number, table: number) => boolean = () => true,
): ImportOutcome {
  const entries = files.flatMap(({ tables }, file) =>
    tables.flatMap((table, index) => (isChosen(file, index) ? [{ file, table }] : [])),
  )
  const usable = entries.filter(({ table }) => isProject(table))
  const incoming = usable.map(({ table }) => ({ template: table.template ?? '', record: checkedRecord(table.record) }))
  const matches = matchProjects(
    incoming,
    store.projects.list({ deleted: false }),
    (id) => store.projects.read(id).record,
  )
  const isConflict = (match: Match): boolean =>
    kind === 'collect' && !match.identical && !cameFromFile.includes(store.versions.list(match.id)[0]?.reason ?? '')

  const changes: Parameters<Store['projects']['save']>[0]['changes'][number][] = []
  const added: Parameters<Store['projects']['save']>[0]['added'][number][] = []
  const kept: string[] = []
  let conflicts = 0
  for (const [index, { template, record }] of incoming.entries()) {
    const match = matches[index]
    const findings = countFindings(findProblems(template, record))
    if (!match) added.push({ template, record, findings })
    else if (match.identical) kept.push(match.id)
    else if (isConflict(match)) {
      conflicts++
      kept.push(match.id)
    } else changes.push({ id: match.id, version: store.projects.read(match.id).version, record, findings })
  }
  const outcome = store.projects.save({ changes, added, removed: [], reason: reasons[kind] })
  return {
    imported: added.length,
    updated: changes.length,
    conflicts,
    skipped: entries.length - added.length - changes.length - conflicts,
    ids: [...outcome.added.map(({ id }) => id), ...outcome.saved.map(({ id }) => id), ...kept],
    files: files.map(({ file, tables, error }, index) => {
      const taken = usable.filter((entry) => entry.file === index).length
      return { file, tables: taken, error: error ?? noProjectIn(tables, taken) }
    }),
  }
}

/** The sister tables (self-evaluation, monitoring …) are read and shown, but they are not a project's target table. */
function isProject({ kind }: ReadTable): boolean {
  return kind === 'target'
}

function noProjectIn(tables: readonly ReadTable[], taken: number): ReadFile['error'] {
  if (taken > 0 || tables.length === 0 || tables.some(isProject)) return null
  return {
    code: 'import-no-project',
    message: '里面的表不是项目绩效目标表（可能是自评表、监控表或整体绩效表），没有存入。',
  }
}
