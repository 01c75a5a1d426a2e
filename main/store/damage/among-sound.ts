/**
 * Statements that look into the JSON of every record fail as a whole when one of them is none any more, or stands on a page
 * that cannot be read. Such a statement is asked once more among the records that are sound.
 */
import { unlessDamaged } from './unless-damaged.ts'
import type { Database, Statement } from 'better-sqlite3'

const sound =
  'projects AS MATERIALIZED (SELECT seq, updated_at, deleted_at, record, unit_name FROM main.projects ' +
  'WHERE seq IN (SELECT seq FROM temp.sound))'

/** `sql` reads no other columns of `projects` than these, and names no index of it. */
export function readAmongSound<Values extends unknown[], Row>(
  database: Database,
  sql: string,
): (...values: Values) => Row[] {
  const plain: Statement<Values, Row> = database.prepare<Values, Row>(sql)
  const careful = sql.startsWith('WITH ') ? `WITH ${sound}, ${sql.slice('WITH '.length)}` : `WITH ${sound} ${sql}`
  return (...values) =>
    unlessDamaged(() => plain.all(...values)) ??
    unlessDamaged(() => {
      noteSound(database)
      return database.prepare<Values, Row>(careful).all(...values)
    }) ??
    []
}

/** A temporary table of this connection, made anew each time: what is sound changes, and it takes a tenth of a second. */
function noteSound(database: Database): void {
  database.exec('CREATE TEMP TABLE IF NOT EXISTS sound (seq INTEGER PRIMARY KEY); DELETE FROM temp.sound')
  const isSound = database.prepare<[number], number>('SELECT json_valid(record) FROM projects WHERE seq = ?').pluck()
  const note = database.prepare<[number]>('INSERT INTO temp.sound (seq) VALUES (?)')
  const seqs = database.prepare<[], number>('SELECT seq FROM projects INDEXED BY sqlite_autoindex_projects_1').pluck()
  for (const seq of seqs.all()) if (unlessDamaged(() => isSound.get(seq)) === 1) note.run(seq)
}
