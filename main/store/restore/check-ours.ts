/**
 * Whether a file that is to become the workspace is one of ours: the application id, a shape this program knows, and exactly
 * the tables and indexes a workspace of that shape has. An empty database, another program's, one of a newer version and
 * one into which somebody put a trigger or a view are refused, each in its own words. (A new file has shape 0 and no id;
 * that is right where a workspace is made and wrong for what is put back, so migrate.ts lets it pass and this does not.)
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { applicationId, migrate, migrations } from '../file/migrate.ts'
import { StoreProblem } from '../file/store-problem.ts'

/** Looks at the first bytes alone, before anything is copied or made. `name` is what the person knows the file by. */
export function checkFirstBytes(path: string): void {
  const name = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new StoreProblem('not-found', `找不到“${name}”：它可能已被移走，或 U 盘已拔出，请检查后再试。`)
  if (!found.isFile()) throw new StoreProblem('store-not-a-database', `“${name}”不是文件：请选择绩表的备份文件。`)
  const header = Buffer.alloc(100)
  const handle = openSync(path, 'r')
  try {
    if (readSync(handle, header, 0, 100, 0) < 100) throw notOurs(name)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw notOurs(name)
  checkMarks(header.readInt32BE(68), header.readInt32BE(60), name)
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  if (!existsSync(`${path}-wal`) && found.size < pageSize * header.readUInt32BE(28)) throw damagedSource(name)
}

/** Answers its shape. */
export function checkOurs(database: Database.Database, name: string): number {
  const mark = (pragma: string): number => Number(database.pragma(pragma, { simple: true }))
  const shape = checkMarks(mark('application_id'), mark('user_version'), name)
  const expected = partsOfShape(shape)
  const parts = partsOf(database)
  const strange = [...parts].filter((part) => !expected.has(part))
  if (strange.length > 0 || parts.size < expected.size) throw notOurs(name)
  return shape
}

function checkMarks(id: number, shape: number, name: string): number {
  if (id !== applicationId || shape < 1) throw notOurs(name)
  if (shape <= migrations.length) return shape
  throw new StoreProblem(
    'store-newer',
    `“${name}”是用更新版本的绩表建立的，本版本不能恢复它，现有内容没有改动：请安装新版本后再恢复。`,
  )
}

export function damagedSource(name: string): StoreProblem {
  return new StoreProblem('store-damaged', `“${name}”已损坏，没有恢复，现有内容没有改动：请选择另一份备份。`)
}

function notOurs(name: string): StoreProblem {
  return new StoreProblem(
    'store-not-a-database',
    `“${name}”不是绩表的备份或工作区，没有恢复，现有内容没有改动：请选择绩表导出的备份文件。`,
  )
}

function partsOfShape(shape: number): Set<string> {
  const database = new Database(':memory:')
  try {
    migrate(database, () => {}, shape)
    return partsOf(database)
  } finally {
    database.close()
  }
}

/** What the database consists of, one line a table, column or index. SQLite's own parts (`sqlite_…`) come and go by themselves. */
function partsOf(database: Database.Database): Set<string> {
  const parts = database
    .prepare<[], string>(
      `SELECT type || ' ' || name || ' ' || coalesce(tbl_name, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       UNION ALL
       SELECT 'column ' || s.name || ' ' || c.name || ' ' || c.type || ' ' || c.hidden
       FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS c WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
  return new Set(parts.all())
}
