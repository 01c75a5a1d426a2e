/**
 * Tables that were read → the workspace, all in one transaction. A table that is held already is skipped when nothing
 * differs and otherwise updated, its old content kept as a version, or put beside it where the person says so. While
 * collecting, a project that was changed here after it came in is a conflict: it is kept and reported.
 */
import { followRows } from '../../shared/compare/follow-rows.ts'
import { countFindings, findProblems } from './findings.ts'
import { fileReasons, isChangedHere, isProject, matchTables } from './held-tables.ts'
import { Refusal } from './refusal.ts'
import type { ImportOutcome, ImportUndo, ReadFile, ReadTable } from '../../shared/ipc/types.ts'
import type { Store } from '../store/store.ts'

export type ImportKind = keyof typeof fileReasons

/** `update`: the project that is held already, where there is one; `new`: beside it. */
export type ImportChoice = 'update' | 'new' | 'leave'

export function importTables(
  store: Store,
  files: readonly ReadFile[],
  kind: ImportKind,
  choose: (file: number, table: number) => ImportChoice = () => 'update',
): ImportOutcome {
  const entries = files.flatMap(({ tables }, file) =>
    tables.map((table, index) => ({ file, table, choice: choose(file, index) })),
  )
  const chosen = entries.filter(({ choice }) => choice !== 'leave')
  const matched = matchTables(store, files)

  const changes: Parameters<Store['projects']['save']>[0]['changes'][number][] = []
  const added: Parameters<Store['projects']['save']>[0]['added'][number][] = []
  const kept: string[] = []
  let conflicts = 0
  for (const { table, choice } of chosen) {
    const entry = matched.get(table)
    if (!entry) continue
    const { template, record, match } = entry
    const problems = findProblems(template, record)
    if (!match || choice === 'new') added.push({ template, record, findings: countFindings(problems) })
    else if (match.identical) kept.push(match.id)
    else if (kind === 'collect' && isChangedHere(store, match.id)) {
      conflicts++
      kept.push(match.id)
    } else {
      const present = store.projects.read(match.id)
      const notes = followRows(present.notes, present.record, record)
      const findings = countFindings(problems, notes)
      changes.push({ id: match.id, version: present.version, record, notes, findings })
    }
  }
  const outcome = store.projects.save({ changes, added, removed: [], reason: fileReasons[kind] })
  const addedIds = outcome.added.map(({ id }) => id)
  return {
    imported: added.length,
    updated: changes.length,
    conflicts,
    skipped: chosen.length - added.length - changes.length - conflicts,
    ids: [...addedIds, ...outcome.saved.map(({ id }) => id), ...kept],
    undo: { updated: outcome.saved.map(({ id, version }) => ({ id, version })), added: addedIds },
    files: files.map(({ file, tables, error }, index) => {
      const taken = chosen.filter((entry) => entry.file === index && isProject(entry.table)).length
      return { file, tables: taken, error: error ?? noProjectIn(tables, taken) }
    }),
  }
}

/**
 * Takes an import back: what was updated has its content of before, what came new goes into the recycle bin. All or nothing; refused where
 * somebody has gone on working since. Answers the ids.
 */
export function undoImport(store: Store, { updated, added }: ImportUndo): string[] {
  const changes = updated.map(({ id, version }) => {
    const present = store.projects.read(id)
    if (present.version !== version) {
      const name = present.record.project.name || '未命名项目'
      throw new Refusal('conflict', `“${name}”导入以后又改过，没有撤销：可在它的“历史”里恢复导入以前的内容。`)
    }
    const { record, notes } = store.versions.read(id, version - 1)
    return { id, version, record, notes, findings: countFindings(findProblems(present.template, record), notes) }
  })
  store.projects.save({ changes, added: [], removed: added, reason: '撤销导入' })
  return [...changes.map(({ id }) => id), ...added]
}

function noProjectIn(tables: readonly ReadTable[], taken: number): ReadFile['error'] {
  if (taken > 0 || tables.length === 0 || tables.some(isProject)) return null
  return {
    code: 'import-no-project',
    message: '里面的表不是项目绩效目标表（可能是自评表、监控表或整体绩效表），没有存入。',
  }
}
