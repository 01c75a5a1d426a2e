/**
 * Statements that look into the JSON of every record fail as a whole when one of them is none any more. Such a statement is
 * asked once more among the records that are JSON, and where even those cannot be read, finds nothing.
 */
import { unlessDamaged } from './unless-damaged.ts'
import type { Database, Statement } from 'better-sqlite3'

const sound =
  'projects AS MATERIALIZED (SELECT seq, updated_at, deleted_at, record, unit_name FROM main.projects WHERE json_valid(record))'

/** `sql` reads no other columns of `projects` than these, and names no index of it. */
export function readAmongSound<Values extends unknown[], Row>(
  database: Database,
  sql: string,
): (...values: Values) => Row[] {
  const plain: Statement<Values, Row> = database.prepare<Values, Row>(sql)
  const careful = sql.startsWith('WITH ') ? `WITH ${sound}, ${sql.slice('WITH '.length)}` : `WITH ${sound} ${sql}`
  return (...values) =>
    unlessDamaged(() => plain.all(...values)) ??
    unlessDamaged(() => database.prepare<Values, Row>(careful).all(...values)) ??
    []
}
