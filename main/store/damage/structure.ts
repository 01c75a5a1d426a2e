/**
 * What SQLite's own check says of the file, sorted by what it means: an index or the search index can be made anew without
 * loss; a row's values are the business of its hash (check.ts); what is left are pages that cannot be relied upon.
 */
import { isDamage } from '../file/store-problem.ts'
import { unlessDamaged } from './unless-damaged.ts'
import type { Database } from 'better-sqlite3'

export interface Structure {
  /** Indexes that do not fit the rows of their tables. */
  indexes: boolean
  search: boolean
  /** Tables with a page that cannot be read, or '' for the file as a whole. */
  broken: Set<string>
}

/** Works for workspaces of every shape. Throws where the tables themselves cannot be made out. */
export function readStructure(database: Database): Structure {
  const structure: Structure = { indexes: false, search: false, broken: new Set() }
  const names = new Map(
    database
      .prepare<[], [number, string]>("SELECT rootpage, iif(type = 'index', 'index', tbl_name) FROM sqlite_schema")
      .raw()
      .all(),
  )
  for (const line of checkLines(database)) {
    if (/^ok$|^\*\*\*|value in \w+\.\w+$|^Page \d+: never used$/.test(line)) continue // an idle page is only idle
    const owner = names.get(Number(/^Tree (\d+)\b/.exec(line)?.[1]))
    if (/fts5|inverted index/i.test(line) || owner?.startsWith('search')) structure.search = true
    else if (/\bindex\b/.test(line) || owner === 'index') structure.indexes = true
    else structure.broken.add(owner ?? '')
  }
  const list = database.prepare('SELECT count(project_name) FROM projects INDEXED BY projects_list')
  if (unlessDamaged(() => list.all()) === null) structure.indexes = true
  return structure
}

const mostLines = 100

/** A row that is no JSON ends the check, which looks at the pages before the rows; so does a page on which it stumbles. */
function* checkLines(database: Database): Generator<string> {
  try {
    const check = database.prepare<[], string>(`PRAGMA integrity_check(${mostLines})`).pluck()
    for (const lines of check.iterate()) yield* lines.split('\n')
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown
    if (!isOfRow(thrown)) yield 'malformed'
  }
}

const isOfRow = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_ERROR'
