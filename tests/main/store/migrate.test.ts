import { originOfWord } from '../../../shared/model/origin.ts'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applicationId, migrate, migrations } from '../../../main/store/file/migrate.ts'
import { openStore } from '../../../main/store/store.ts'
import { emptyRecord } from '../../../shared/model/project.ts'
import { added, createWorkspace, makeOlder } from './workspace.ts'
import type { Workspace } from './workspace.ts'

const tables = (database: Database.Database) =>
  database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search_[cdi]*' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
const upTo = (version: number) => {
  const database = new Database(':memory:')
  migrate(database, () => {}, version)
  return database
}

test('the numbers are dense', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

test('001: projects with generated columns, their versions and the search index', () => {
  const database = upTo(1)
  expect(tables(database)).toEqual(['projects', 'search', 'search_pending', 'versions'])
  database.exec(`INSERT INTO projects VALUES (1, 'a', '', 'draft', 1, 1, 0, 0, 0, NULL, '', '', '', '', '',
    '{"year":"2024","unit":{"code":"1","name":"云溪县"},"project":{"code":"2","name":"甲"},"funding":{"total":"3","unit":"元"},"indicators":[{},{}]}')`)
  const generated = 'year, unit_code, unit_name, project_code, project_name, total_text, currency_unit, indicators'
  expect(database.prepare(`SELECT ${generated} FROM projects`).raw().get()).toEqual([
    '2024',
    '1',
    '云溪县',
    '2',
    '甲',
    '3',
    '元',
    2,
  ])
  expect(() => database.exec(`UPDATE projects SET record = '{}'`)).toThrow('NOT NULL')
  database.exec(`INSERT INTO versions VALUES (1, 1, '', '', '', '{}'); DELETE FROM projects`)
  expect(database.prepare('SELECT count(*) FROM versions').pluck().get()).toBe(0)
})

test('002: settings and undo histories; the projects stay', () => {
  const database = upTo(1)
  database.exec("INSERT INTO search (rowid, terms) VALUES (1024, 'abcdefgh')")
  let backups = 0
  migrate(database, () => (backups += 1), 2)
  expect(backups).toBe(1)
  expect(tables(database)).toEqual(['projects', 'search', 'search_pending', 'settings', 'undo_histories', 'versions'])
  expect(database.prepare("SELECT rowid FROM search WHERE search MATCH 'abcd*'").pluck().all()).toEqual([1024])
})

test('003: projects and versions written before have no notes and are still whole', () => {
  const database = upTo(2)
  database.exec(`INSERT INTO projects (seq, id, template, status, version, position, findings_error, findings_warning,
      findings_hint, created_at, updated_at, deleted_at, reason, content_hash, record)
    VALUES (1, 'a', '', 'draft', 2, 1, 0, 0, 0, '', '', '', '', '', '${JSON.stringify(emptyRecord())}');
    INSERT INTO versions VALUES (1, 1, '', '', '', '{}')`)
  let backups = 0
  migrate(database, () => (backups += 1), 3)
  expect(backups).toBe(1)
  const notes = database.prepare('SELECT projects.notes, versions.notes FROM projects, versions').raw()
  expect(notes.get()).toEqual(['[]', '[]'])
  expect(() => database.exec('UPDATE versions SET notes = NULL')).toThrow('NOT NULL')
  expect(() => database.exec("UPDATE projects SET notes = x'00'")).toThrow('cannot store BLOB')
})

test.each([
  [
    'fiscal_year, unit_code, unit_name, sum(total_micro_wan), sum(indicators)',
    'GROUP BY fiscal_year, unit_code, unit_name',
  ],
  [
    'id, project_name, project_code, year, stage, status, total_text, currency_unit, indicators, findings_error, updated_at',
    '',
  ],
  ['DISTINCT fiscal_year', 'ORDER BY fiscal_year DESC'],
])('the index alone answers: %s', (columns, rest) => {
  const database = upTo(migrations.length)
  const query = `SELECT ${columns} FROM projects INDEXED BY projects_list WHERE deleted_at = '' ${rest}`
  const operations = database.prepare<[], { opcode: string; p1: number }>(`EXPLAIN ${query}`).all()
  expect(operations.some(({ opcode, p1 }) => opcode === 'Column' && p1 > 0)).toBe(true)
  expect(
    operations.filter(
      ({ opcode, p1 }) => (opcode === 'Column' && p1 === 0) || /Function|Sorter|FinishSeek/.test(opcode),
    ),
  ).toEqual([])
})

describe('an older workspace', () => {
  let workspace: Workspace
  beforeEach(() => void (workspace = createWorkspace()))
  afterEach(() => workspace.remove())
  const asVersion1 = (more = '') => {
    workspace.store.projects.create(added('甲'), originOfWord('新建'))
    workspace.store.close()
    makeOlder(workspace.file, 1, more)
  }
  const shape = () => {
    const database = new Database(workspace.file, { readonly: true })
    const answer = [
      database.pragma('user_version', { simple: true }),
      database.pragma('application_id', { simple: true }),
    ]
    database.close()
    return answer
  }

  test('is backed up, then brought up to date', () => {
    asVersion1()
    workspace.store = openStore(workspace.options)
    expect(workspace.store.projects.search('甲')).toEqual(['p1'])
    expect(workspace.store.backups.list().map(({ reason }) => reason)).toEqual(['migration'])
    expect(workspace.store.projects.read('p1').notes).toEqual([])
    expect(workspace.store.check.all()).toEqual([])
    expect(shape()).toEqual([migrations.length, applicationId])
  })

  test('whose migration fails stays as it was', () => {
    asVersion1('CREATE TABLE undo_histories (x)')
    expect(() => openStore(workspace.options)).toThrow('没有升级')
    expect(shape()).toEqual([1, applicationId])
  })
})
