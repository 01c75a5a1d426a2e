/** What the host lets the store do in idle moments: index what was changed, tidy the index a little, move the log into the file. */
import { makeAnew, schemaOf } from '../damage/loose-indexes.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import type { Eraser } from './erase.ts'
import type { SearchIndex } from '../search/search.ts'
import type { Database } from 'better-sqlite3'

/** For a damaged search index: the first projects at once, in some seconds, the others in idle moments. */
export function createSearchRebuild(database: Database, search: SearchIndex): () => void {
  const rebuild = database.transaction(() => {
    search.startAnew()
    search.indexPending(rebuiltAtOnce)
  })
  return () => {
    if (unlessDamaged(() => [rebuild.immediate()])) return
    const tables = ['search', 'search_pending']
    const sql = tables.map((name) => schemaOf(database, name))
    const parts = ['search_data', 'search_idx', 'search_docsize', 'search_config'] // what FTS5 makes itself
    makeAnew(database, [...tables, ...parts], () => {
      for (const statement of sql) database.exec(statement)
      database.exec("INSERT INTO search (search, rank) VALUES ('automerge', 0)") // as the migration made it
    })
    rebuild.immediate()
  }
}

const rebuiltAtOnce = 2000

/** Projects indexed in one idle moment: some ten milliseconds. */
const indexedProjects = 50

/** Whether there is more to index. */
export function createIndexing(database: Database, search: SearchIndex): () => boolean {
  const index = database.transaction(() => search.indexPending(indexedProjects))
  return () => index.immediate()
}

/** Pages of the index merged in one idle moment: some milliseconds. */
const mergedPages = 64

export function createCheckpoint(database: Database, search: SearchIndex, eraser: Eraser): () => void {
  const tidy = database.prepare<[number]>("INSERT INTO search (search, rank) VALUES ('merge', ?)")
  const index = database.transaction(() => {
    search.indexPending()
    tidy.run(mergedPages)
  })
  return () => {
    index.immediate()
    eraser.eraseWaiting()
    database.pragma('wal_checkpoint(PASSIVE)')
  }
}
