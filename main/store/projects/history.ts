/** The editor's undo history of each table, kept over restarts. It can always be done without: too long or damaged, it is dropped. */
import { contentHash } from '../file/content-hash.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import type { Database } from 'better-sqlite3'

/** 4 million characters a table, 200 tables: the oldest histories go first. */
const maximumLength = 4_000_000
const maximumTables = 200

export interface History {
  /** The JSON last written for this table, or null. */
  read(tableKey: string): string | null
  write(tableKey: string, json: string): void
}

export function createHistory(database: Database, now: () => string): History {
  const read = database.prepare<[string], { state: string; content_hash: string }>(
    'SELECT state, content_hash FROM undo_histories WHERE table_key = ?',
  )
  const write = database.prepare<[string, string, string, string]>(
    'INSERT OR REPLACE INTO undo_histories (table_key, written_at, state, content_hash) VALUES (?, ?, ?, ?)',
  )
  const remove = database.prepare<[string]>('DELETE FROM undo_histories WHERE table_key = ?')
  // A row written again gets a new rowid: their order is the order of writing, whatever the clock says.
  const bound = database.prepare<[number]>(
    `DELETE FROM undo_histories WHERE table_key IN (
       SELECT table_key FROM undo_histories ORDER BY rowid DESC LIMIT -1 OFFSET ?)`,
  )
  const store = database.transaction((tableKey: string, json: string) => {
    if (json.length > maximumLength) {
      remove.run(tableKey)
      return
    }
    write.run(tableKey, now(), json, contentHash([tableKey, json]))
    bound.run(maximumTables)
  })
  return {
    read(tableKey) {
      const row = unlessDamaged(() => read.get(tableKey))
      return row && contentHash([tableKey, row.state]) === row.content_hash ? row.state : null
    },
    write: (tableKey, json) => store.immediate(tableKey, json),
  }
}
