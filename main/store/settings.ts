/** Settings of the workspace: text by key. A value damaged on disk is left out, so that the program starts with its default. */
import { contentHash, isContent } from './file/content-hash.ts'
import { unlessDamaged } from './damage/unless-damaged.ts'
import type { Database } from 'better-sqlite3'

export interface Settings {
  read(): Record<string, string>
  write(key: string, value: string): void
}

interface SettingRow {
  key: string
  value: string
  content_hash: string
}

/** The row in which the owner leaves its mark (owner-mark.ts): no setting. */
export const ownerMark = 'program-open'

export function createSettings(database: Database): Settings {
  const read = database.prepare<[], SettingRow>(
    `SELECT key, value, content_hash FROM settings WHERE key <> '${ownerMark}' ORDER BY key`,
  )
  const write = database.prepare<[string, string, string]>(
    'INSERT OR REPLACE INTO settings (key, value, content_hash) VALUES (?, ?, ?)',
  )
  return {
    read() {
      const rows = unlessDamaged(() => read.all()) ?? [] // a page of them is broken: the program starts with its defaults
      const whole = rows.filter(({ key, value, content_hash }) => isContent([key, value], content_hash))
      return Object.fromEntries(whole.map(({ key, value }) => [key, value]))
    },
    write: (key, value) => void write.run(key, value, contentHash([key, value])),
  }
}
