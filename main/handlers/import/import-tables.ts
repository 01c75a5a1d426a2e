/**
 * Tables that were read → the workspace, all in one transaction. A table that is held already is skipped when nothing
 * differs and otherwise updated, its old content kept as a version, or put beside it where the person says so. Files are
 * compared with those before them too: two copies in one folder are one project. While collecting, a project that was
 * changed here after it came in, or that two files bring differently, is a conflict: it is kept and reported.
 */
import { basename } from 'node:path'
import { countFindings, findProblems } from '../projects/findings.ts'
import { cutOf, fileReasons, isProject, isStored, matchTables } from './held-tables.ts'
import { createImportPlan } from './plan-import.ts'
import { Refusal } from '../door/refusal.ts'
import type { ImportOutcome, ImportUndo, ReadFile, ReadTable } from '../../../shared/ipc/import.ts'
import type { HandlerContext } from '../door/context.ts'
import type { TableOutcome } from './plan-import.ts'

export type ImportInto = Pick<HandlerContext, 'store' | 'templates'>
export type ImportKind = keyof typeof fileReasons

/** `update`: the project that is held already, where there is one; `new`: beside it. */
export type ImportChoice = 'update' | 'new' | 'leave'

export function importTables(
  { store, templates }: ImportInto,
  files: readonly ReadFile[],
  kind: ImportKind,
  choose: (file: number, table: number) => ImportChoice = () => 'update',
): ImportOutcome {
  const entries = files.flatMap(({ tables }, file) =>
    tables.map((table, index) => ({ file, table, choice: choose(file, index) })),
  )
  const chosen = entries.filter(({ choice }) => choice !== 'leave')
  const matched = matchTables(store, files)
  const plan = createImportPlan({ store, templates }, kind === 'collect')
  const outcomes = chosen.map(({ file, table, choice }, index) => {
    const entry = matched.get(table)
    if (!entry) return { file, id: '', outcome: 'none' as const }
    const own = choice === 'new' ? { ...entry, id: `beside ${index}` } : entry
    return { file, id: own.id, outcome: plan.take(own, file) }
  })
  const { changes, added } = plan
  const outcome = store.projects.save({ changes, added, removed: [], reason: fileReasons[kind] })
  const addedIds = outcome.added.map(({ id }) => id)
  const conflicts = outcomes.filter((one) => one.outcome === 'conflict').length
  const left = outcomes.filter((one) => ['conflict', 'identical'].includes(one.outcome) && isStored(one.id))
  const countFiles = (of: TableOutcome) =>
    files.filter((_, file) => {
      const own = outcomes.filter((one) => one.file === file && one.outcome !== 'none')
      return own.length > 0 && own.every((one) => one.outcome === of)
    }).length
  return {
    imported: added.length,
    updated: changes.length,
    conflicts,
    skipped: chosen.length - added.length - changes.length - conflicts,
    identical: countFiles('identical'),
    duplicates: countFiles('duplicate'),
    ids: [...addedIds, ...outcome.saved.map(({ id }) => id), ...left.map(({ id }) => id)],
    undo: { updated: outcome.saved.map(({ id, version }) => ({ id, version })), added: addedIds },
    files: files.map(({ file, tables, error }, index) => {
      const taken = chosen.filter((entry) => entry.file === index && isProject(entry.table)).length
      return { file, tables: taken, error: error ?? cutIn(file, tables) ?? noProjectIn(tables, taken) }
    }),
  }
}

/**
 * Takes an import back: what was updated has its content of before, what came new goes into the recycle bin. All or nothing; refused where
 * somebody has gone on working since. Answers the ids.
 */
export function undoImport({ store, templates }: ImportInto, { updated, added }: ImportUndo): string[] {
  const changes = updated.map(({ id, version }) => {
    const present = store.projects.read(id)
    if (present.version !== version) {
      const name = present.record.project.name || '未命名项目'
      throw new Refusal('conflict', `“${name}”导入以后又改过，没有撤销：可在它的“历史”里恢复导入以前的内容。`)
    }
    const { record, notes } = store.versions.read(id, version - 1)
    return {
      id,
      version,
      record,
      notes,
      findings: countFindings(findProblems(templates, present.template, record), notes),
    }
  })
  store.projects.save({ changes, added: [], removed: added, reason: '撤销导入' })
  return [...changes.map(({ id }) => id), ...added]
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
  if (taken > 0 || tables.length === 0 || tables.some(isProject)) return null
  return {
    code: 'import-no-project',
    message: '里面的表不是项目绩效目标表（可能是自评表、监控表或整体绩效表），没有存入。',
  }
}
