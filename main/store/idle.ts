/** What the host lets the store do in idle moments: index what was changed, tidy the index a little, move the log into the file. */
import type { SearchIndex } from './search.ts'
import type { Database } from 'better-sqlite3'

/** For a damaged search index: about a second for a thousand projects. */
export function createSearchRebuild(database: Database, search: SearchIndex): () => void {
  const rebuild = database.transaction(() => {
    search.startAnew()
    search.indexPending()
  })
  return () => rebuild.immediate()
}

/** Pages of the index merged in one idle moment: some milliseconds. */
const mergedPages = 64

export function createCheckpoint(database: Database, search: SearchIndex): () => void {
  const tidy = database.prepare<[number]>("INSERT INTO search (search, rank) VALUES ('merge', ?)")
  const index = database.transaction(() => {
    search.indexPending()
    tidy.run(mergedPages)
  })
  return () => {
    index.immediate()
    database.pragma('wal_checkpoint(PASSIVE)')
  }
}
