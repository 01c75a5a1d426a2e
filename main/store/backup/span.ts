/** Between which moments the workspace was worked in: when its first project was made, when one was changed last. */
import type { Database } from 'better-sqlite3'

export interface Span {
  /** ISO 8601; '' where there is no project. */
  firstAt: string
  lastAt: string
}

export function createSpan(database: Database): () => Span {
  const first = database.prepare<[], string>('SELECT created_at FROM projects ORDER BY seq LIMIT 1').pluck()
  const last = database.prepare<[], string>('SELECT max(updated_at) FROM projects INDEXED BY projects_list').pluck()
  return () => ({ firstAt: first.get() ?? '', lastAt: last.get() ?? '' })
}
