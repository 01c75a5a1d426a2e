/**
 * What a file holds that might be restored, and how it differs from the workspace here: for the person to decide by. Only
 * counted; whether its contents are whole is found out when it is prepared (prepare-restore.ts).
 */
import { basename } from 'node:path'
import { connectForReading } from '../file/open.ts'
import { StoreProblem, translated } from '../file/store-problem.ts'
import { checkFirstBytes, checkOurs } from './check-ours.ts'
import { isSameFile } from './exchange.ts'
import type { RestorePreview, WorkspaceCounts } from '../../../shared/model/stored/backups.ts'
import type { Database } from 'better-sqlite3'

export type SourceLook = Omit<RestorePreview, 'name'>

interface Row {
  id: string
  updated_at: string
  deleted_at: string
}

const living = (rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.filter(({ deleted_at }) => deleted_at === '').map((row) => [row.id, row]))

/** Both files may be open. Throws what checkFirstBytes and checkOurs say, and `store-busy` for the workspace itself. */
export function lookAtSource({ file, source }: { file: string; source: string }): SourceLook {
  return translated(() => {
    if (isSameFile(source, file)) {
      throw new StoreProblem('store-busy', `“${basename(source)}”就是现在的工作区，不能用它恢复自己：请选择一份备份。`)
    }
    checkFirstBytes(source)
    const there = readRows(source, (database) => void checkOurs(database, basename(source)))
    const here = readRows(file, () => {})
    const livingThere = living(there)
    const livingHere = living(here)
    const both = [...livingHere.values()].filter(({ id }) => livingThere.has(id))
    return {
      there: countsOf(there),
      here: countsOf(here),
      onlyThere: livingThere.size - both.length,
      onlyHere: livingHere.size - both.length,
      laterHere: both.filter(({ id, updated_at }) => updated_at > (livingThere.get(id)?.updated_at ?? '')).length,
    }
  })
}

function readRows(path: string, check: (database: Database) => void): Row[] {
  const { database, remove } = connectForReading(path)
  try {
    check(database)
    return database.prepare<[], Row>('SELECT id, updated_at, deleted_at FROM projects').all()
  } finally {
    database.close()
    remove()
  }
}

function countsOf(rows: readonly Row[]): WorkspaceCounts {
  const deleted = rows.filter(({ deleted_at }) => deleted_at !== '').length
  const changedAt = rows.reduce((latest, { updated_at }) => (updated_at > latest ? updated_at : latest), '')
  return { projects: rows.length - deleted, deleted, changedAt }
}
