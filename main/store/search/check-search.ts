/**
 * Whether the search index holds exactly the terms of the living projects. SQLite cannot tell (the index has no text of its own),
 * so both sides are added up by term: how many tiers hold it, and the sum of their rowids. In slices; when something is
 * written in between there is no verdict.
 */
import { toTerms } from './bigrams.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { isWhole, projectColumns, toRecord } from '../projects/project-row.ts'
import { rowsPerProject, toTiers } from './search-tiers.ts'
import type { ProjectRow } from '../projects/project-row.ts'
import type { Database } from 'better-sqlite3'

const projectsPerSlice = 50
const termsPerSlice = 500

interface TermSum {
  count: number
  sum: number
}

/** Yields nothing of interest until it returns whether the index is whole; null: something was written in between. */
export function* isSearchWhole(database: Database): Generator<void, boolean | null> {
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab ('main', 'search', 'instance')")
  const changes = database.prepare<[], string>(
    "SELECT total_changes() || ' ' || (SELECT data_version FROM pragma_data_version)",
  )
  const before = changes.pluck().get()
  const isUntouched = (): boolean => changes.get() === before

  const expected = new Map<string, TermSum>()
  for (const size of addUpProjects(database, expected)) {
    if (size === null || !isUntouched()) return null
    yield
  }
  const terms = database.prepare<[string, number], { term: string } & TermSum>(
    `SELECT term, count(*) AS count, sum(doc) AS sum FROM temp.search_terms WHERE term > ? GROUP BY term ORDER BY term LIMIT ?`,
  )
  let matching = 0
  for (let last = ''; ;) {
    const rows = terms.all(last, termsPerSlice)
    if (!isUntouched()) return null
    for (const { term, count, sum } of rows) {
      const wanted = expected.get(term)
      if (wanted?.count !== count || wanted.sum !== sum) return false
      matching += 1
    }
    if (rows.length < termsPerSlice) return matching === expected.size
    last = rows.at(-1)?.term ?? last
    yield
  }
}

/** What the index should hold; yields after each slice, null when a damaged project makes the question idle. */
function* addUpProjects(database: Database, expected: Map<string, TermSum>): Generator<number | null> {
  const read = database.prepare<[number, number], ProjectRow>(
    `SELECT ${projectColumns.join(', ')} FROM projects WHERE seq > ? AND deleted_at = ''
     ORDER BY seq LIMIT ?`,
  )
  const pending = database.prepare<[], number>('SELECT count(*) FROM search_pending').pluck().get() ?? 0
  if (pending > 0) yield null // their old terms are in the index still
  for (let last = 0; ;) {
    const rows = unlessDamaged(() => read.all(last, projectsPerSlice))
    if (rows === null) {
      yield null
      return
    }
    if (rows.length === 0) return
    for (const row of rows) {
      if (!isWhole(row)) yield null
      else addUp(expected, row)
    }
    last = rows.at(-1)?.seq ?? last
    yield rows.length
  }
}

function addUp(expected: Map<string, TermSum>, row: ProjectRow): void {
  for (const [tier, texts] of toTiers(toRecord(row.record)).entries()) {
    const terms = toTerms(texts)
    for (const term of terms === '' ? [] : terms.split(' ')) {
      const known = expected.get(term) ?? { count: 0, sum: 0 }
      known.count += 1
      known.sum += row.seq * rowsPerProject + tier
      expected.set(term, known)
    }
  }
}
