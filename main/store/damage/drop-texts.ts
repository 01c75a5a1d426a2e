/** Settings and undo histories that are damaged are of no use to anybody: the program starts with its defaults. */
import { isContent } from '../file/content-hash.ts'
import { loosely } from './loose-indexes.ts'
import { unlessDamaged } from './unless-damaged.ts'
import type { Database } from 'better-sqlite3'

interface TextRow {
  rowid: number
  name: string
  text: string
  content_hash: string
}

const tables = {
  settings: 'SELECT rowid, key AS name, value AS text, content_hash FROM settings',
  undo_histories: 'SELECT rowid, table_key AS name, state AS text, content_hash FROM undo_histories',
}

export function dropDamagedTexts(database: Database): void {
  for (const [table, select] of Object.entries(tables)) {
    const rows = unlessDamaged(() => database.prepare<[], TextRow>(select).all()) ?? []
    const damaged = rows.filter(({ name, text, content_hash }) => !isContent([name, text], content_hash))
    if (damaged.length === 0) continue
    const remove = database.prepare<[number]>(`DELETE FROM ${table} WHERE rowid = ?`)
    loosely(database, () => {
      for (const { rowid } of damaged) remove.run(rowid)
      database.exec(`REINDEX ${table}`)
    })
  }
}
