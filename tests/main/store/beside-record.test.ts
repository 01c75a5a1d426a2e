/** What stands beside the record: its migration, its part in the hash of a row, and the tables that projects stand in by it. */
import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../../main/store/file/migrate.ts'
import { openStore } from '../../../main/store/store.ts'
import { originOf } from '../../../shared/model/origin.ts'
import { added, createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => void (workspace = createWorkspace()))
afterEach(() => workspace.remove())

const time = '2024-05-06T08:00:00.000Z'

/** Rows as the program of before wrote them, with the hashes it gave them. */
function writeShape3(file: string): void {
  const database = new Database(file)
  migrate(database, () => {}, 3)
  const insert = database.prepare(`INSERT INTO projects (seq, id, template, status, version, position, findings_error,
      findings_warning, findings_hint, total_micro_wan, created_at, updated_at, deleted_at, reason, content_hash, record, notes)
    VALUES (?, ?, 'hebei-xinle-2024', 'draft', ?, ?, 0, 0, 0, ?, '${time}', '${time}', '', ?, ?, ?, ?)`)
  const note = {
    id: 'n1',
    kind: 'comment',
    path: '',
    code: '',
    text: '请补充',
    author: '李',
    at: time,
    replies: [],
    done: false,
  }
  const rows: unknown[][] = [
    [
      1,
      'p1',
      2,
      1,
      200_000_000,
      '粘贴表格',
      'ccff50e4cf24e5f18e7581924df89ad09f2c2e5285eeaaeedb9266b7121883cb',
      JSON.stringify(sampleRecord('甲', '200.00')),
      '[]',
    ],
    [
      2,
      'p2',
      1,
      2,
      100_000_000,
      '收表',
      '2ca765fb571e6faf159a774852eb61eb42066f88aeb9cc2b2660ee26e43e7d42',
      JSON.stringify(sampleRecord('乙')),
      JSON.stringify([note]),
    ],
    [
      3,
      'p3',
      1,
      3,
      100_000_000,
      '导入',
      'f0006ddf088d1104c72e858a772ae5d5123d96c6cdc902717bb89eff14cad2a7',
      JSON.stringify({ ...sampleRecord('丙'), year: '' }),
      '[]',
    ],
  ]
  for (const row of rows) insert.run(...row)
  database
    .prepare(
      "INSERT INTO versions (project, version, created_at, reason, content_hash, record) VALUES (1, 1, ?, '新建', ?, ?)",
    )
    .run(time, '675f488105ceadd33aac243d492061346695384aa2cb87216ab12f1a4346b6b9', JSON.stringify(sampleRecord('甲')))
  database.close()
}

function openShape3(change: (database: Database.Database) => void = () => {}) {
  workspace.store.close()
  const options = { ...workspace.options, file: `${workspace.folder}/older.db` }
  writeShape3(options.file)
  const database = new Database(options.file)
  change(database)
  database.close()
  return (workspace.store = openStore(options))
}

describe('004', () => {
  test('rows of before keep their hashes; the printed year is the fiscal year; words become origins', () => {
    const store = openShape3()
    expect(store.check.rows()).toEqual([])
    const list = store.projects.list({ deleted: false })
    expect(list.map(({ id, fiscalYear, stage, status }) => [id, fiscalYear, stage, status])).toEqual([
      ['p3', '', '', 'draft'],
      ['p1', '2024', '', 'draft'],
      ['p2', '2024', '', 'draft'],
    ])
    expect(store.years.list()).toEqual(['2024', ''])
    expect(store.versions.list('p1').map(({ origin }) => [origin.kind, origin.note])).toEqual([
      ['typed', '粘贴表格'],
      ['created', ''],
    ])
    expect(store.versions.list('p2')[0]?.origin).toEqual(originOf('collected'))
    expect(store.versions.read('p1', 1)).toMatchObject({ template: 'hebei-xinle-2024', fiscalYear: '2024' })
    store.projects.save({
      changes: [{ id: 'p3', version: 1, record: sampleRecord('丙'), findings: noFindings, fiscalYear: '2025' }],
      added: [],
      removed: [],
      origin: originOf('typed'),
    })
    expect(store.versions.read('p3', 1).fiscalYear).toBe('')
    expect(store.versions.list('p3').map(({ origin }) => origin.kind)).toEqual(['typed', 'imported'])
    expect(store.check.rows()).toEqual([])
  })

  test.each([
    ['"unit":', '"unit";'],
    ['"year":', '"yexr":'],
    ['"category":', '"category";'],
    ['数量指标', '数量指桥'],
  ])('one project whose bytes were changed (%s) stays the only one', (from, to) => {
    workspace.store.close()
    const file = `${workspace.folder}/older.db`
    writeShape3(file)
    const bytes = readFileSync(file)
    const record = bytes.indexOf(JSON.stringify(sampleRecord('乙')).slice(0, 40), bytes.indexOf('"乙"') - 400)
    bytes.write(to, bytes.indexOf(from, record))
    writeFileSync(file, bytes)
    workspace.store = openStore({ ...workspace.options, file })
    const names = workspace.store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
    expect(names).toEqual(['丙', '甲', '乙'])
    const damages = workspace.store.check.rows()
    expect(damages.filter(({ project }) => project !== 'p2')).toEqual([])
    expect(workspace.store.projects.readEach(['p1', 'p3']).damaged).toEqual([])
  })
})

describe('what was changed on disk is noticed', () => {
  test.each([
    ['fiscal_year', '2025'],
    ['stage', '二上'],
    ['status', 'approved'],
    ['origin', '{}'],
  ])('%s', (column, value) => {
    workspace.store.projects.create(added('甲'), originOf('created'))
    workspace.store.close()
    const database = new Database(workspace.file)
    database.prepare(`UPDATE projects SET ${column} = ?`).run(value)
    database.close()
    workspace.store = openStore(workspace.options)
    expect(() => workspace.store.projects.read('p1')).toThrow('被损坏')
  })

  test.each([
    ['origin', '{}'],
    ['template', 'x'],
    ['fiscal_year', '2023'],
  ])('of a version: %s', (column, value) => {
    workspace.store.projects.create(added('甲'), originOf('created'))
    const change = { id: 'p1', version: 1, record: sampleRecord('乙'), findings: noFindings }
    workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOf('typed') })
    workspace.store.close()
    const database = new Database(workspace.file)
    database.prepare(`UPDATE versions SET ${column} = ?`).run(value)
    database.close()
    workspace.store = openStore(workspace.options)
    expect(() => workspace.store.versions.read('p1', 1)).toThrow('被损坏')
  })
})
