/** What a restore takes, keeps, names and leaves behind. Its moments under kill -9: tests/faults/restore-kill.test.ts. */
import { originOfWord } from '../../../../shared/model/origin.ts'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listBackups } from '../../../../main/store/backup/backup.ts'
import { prepareRestore } from '../../../../main/store/restore/prepare-restore.ts'
import { restoreFile } from '../../../../main/store/restore/restore.ts'
import { StoreProblem } from '../../../../main/store/file/store-problem.ts'
import { openStore } from '../../../../main/store/store.ts'
import { added, createWorkspace, noFindings, makeOlder } from '../workspace.ts'
import { restoreBackup, restoreFrom } from '../restore-from.ts'
import type { Workspace } from '../workspace.ts'

let workspace: Workspace
let backup: string
beforeEach(() => {
  workspace = createWorkspace()
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
  backup = join(workspace.folder, '另存.db')
  workspace.store.exportTo(backup, false)
  workspace.store.projects.create(added('乙'), originOfWord('新建'))
})
afterEach(() => workspace.remove())

const names = (store = workspace.store): string[] =>
  store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
/** What lies beside the workspace, but for the test's own files. */
const beside = (): string[] =>
  readdirSync(workspace.folder).filter((name) => /^workspace\.db\.(?!lock|owner)/.test(name))
const problemOf = (work: () => unknown): { code: string; message: string } => {
  try {
    work()
    return { code: 'none', message: '' }
  } catch (thrown) {
    if (thrown instanceof StoreProblem) return { code: thrown.code, message: thrown.message }
    throw thrown
  }
}
const inFile = <T>(path: string, work: (database: Database.Database) => T): T => {
  const database = new Database(path)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

describe('from a file of the person’s choice', () => {
  test('with versions and settings; what stood there is a backup of the list', () => {
    const { record } = workspace.store.projects.read('p1')
    const change = { id: 'p1', version: 1, record: { ...record, purpose: '改' }, findings: noFindings }
    workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
    workspace.store.settings.write('theme', '大字')
    const rich = join(workspace.folder, '全部.db')
    expect(workspace.store.exportTo(rich, false)).toMatchObject({ projects: 2, bytes: statSync(rich).size })
    workspace.store.projects.remove(['p1', 'p2'])
    workspace.store.settings.write('theme', '小字')
    const { projects, kept, damaged } = restoreFrom(workspace.store, rich)
    expect([projects, damaged, names()]).toEqual([2, [], ['甲', '乙']])
    expect(workspace.store.versions.list('p1')).toHaveLength(2)
    expect(workspace.store.versions.read('p1', 1).record.purpose).toBe(record.purpose)
    expect(workspace.store.settings.read()['theme']).toBe('大字')
    expect(workspace.store.check.all()).toEqual([])
    expect(beside()).toEqual([])
    const [before] = workspace.store.backups.list()
    expect([before?.reason, kept]).toEqual(['restore', join(`${workspace.file}-backups`, before?.name ?? '')])
    expect(restoreBackup(workspace.store, before?.name ?? '').projects).toBe(0)
    expect(workspace.store.lostLogSince).toBeNull() // it was closed in order when it was replaced
    expect(workspace.store.projects.list({ deleted: true })).toHaveLength(2)
  })

  test('one of an older shape is brought up to date', () => {
    makeOlder(backup, 1)
    expect(restoreFrom(workspace.store, backup).projects).toBe(1)
    expect(names()).toEqual(['甲'])
    workspace.store.settings.write('theme', '大字')
    expect(inFile(backup, (database) => database.pragma('user_version', { simple: true }))).toBe(1)
  })

  test('a workspace that was copied with its log, also read-only: nothing of the log is lost, the source is not touched', () => {
    const copy = join(workspace.folder, '拷来的.db')
    for (const end of ['', '-wal']) copyFileSync(workspace.file + end, copy + end)
    const bytes = ['', '-wal'].map((end) => readFileSync(copy + end))
    chmodSync(copy, 0o444)
    workspace.store.projects.remove(['p1'])
    restoreFrom(workspace.store, copy)
    expect(names()).toEqual(['甲', '乙'])
    workspace.store.projects.remove(['p2'])
    expect(['', '-wal'].map((end) => readFileSync(copy + end))).toEqual(bytes)
  })

  test('a project damaged in it comes as it is, is named, and stays known as damaged', () => {
    inFile(backup, (database) => database.exec(`UPDATE projects SET record = replace(record, '参保', '叁保')`))
    expect(restoreFrom(workspace.store, backup)).toMatchObject({ projects: 1, damaged: ['“甲”'] })
    expect(names()).toEqual(['甲'])
    expect(problemOf(() => workspace.store.projects.read('p1')).code).toBe('project-damaged')
    expect(workspace.store.check.all()).toMatchObject([{ project: 'p1' }])
  })
})

const noWorkspaces: [what: string, code: string, words: string, make: (path: string) => void][] = [
  ['a file that is not there', 'not-found', '找不到“坏.db”', () => {}],
  ['a folder', 'store-not-a-database', '不是文件', (path) => mkdirSync(path)],
  ['an empty file', 'store-not-a-database', '不是绩表的备份', (path) => writeFileSync(path, '')],
  ['a text', 'store-not-a-database', '不是绩表的备份', (path) => writeFileSync(path, '项目,金额\n'.repeat(100))],
  [
    'an empty database',
    'store-not-a-database',
    '不是绩表的备份',
    (path) => inFile(path, (database) => database.exec('CREATE TABLE a (b); DROP TABLE a')),
  ],
  [
    "another program's",
    'store-not-a-database',
    '不是绩表的备份',
    (path) => inFile(path, (database) => database.exec('CREATE TABLE a (b); PRAGMA user_version = 3')),
  ],
  ['one with our mark and nothing else', 'store-not-a-database', '不是绩表的备份', marked('CREATE TABLE a (b)')],
  ['ours without a shape', 'store-not-a-database', '不是绩表的备份', changed('PRAGMA user_version = 0')],
  ['ours without a table', 'store-not-a-database', '不是绩表的备份', changed('DROP TABLE undo_histories')],
  [
    'ours with a trigger',
    'store-not-a-database',
    '不是绩表的备份',
    changed('CREATE TRIGGER t AFTER UPDATE ON projects BEGIN DELETE FROM versions; END'),
  ],
  ['ours with a view', 'store-not-a-database', '不是绩表的备份', changed('CREATE VIEW v AS SELECT 1')],
  ['of a newer version', 'store-newer', '请安装新版本', changed('PRAGMA user_version = 99')],
  ['cut', 'store-damaged', '“坏.db”已损坏', (path) => writeFileSync(path, readFileSync(backup).subarray(0, 20_000))],
  ['damaged inside', 'store-damaged', '“坏.db”已损坏', (path) => writeFileSync(path, scratched(readFileSync(backup)))],
]

function marked(sql: string): (path: string) => void {
  return (path) =>
    inFile(path, (database) => database.exec(`${sql}; PRAGMA application_id = 0x4a694269; PRAGMA user_version = 3`))
}
function changed(sql: string): (path: string) => void {
  return (path) => {
    copyFileSync(backup, path)
    inFile(path, (database) => database.exec(sql))
  }
}
/** The pages of tables and indexes, not the first. */
function scratched(bytes: Buffer): Buffer {
  for (let page = 1; page < bytes.length / 4096; page += 1) bytes.fill(0xff, page * 4096, page * 4096 + 16)
  return bytes
}

test('a damaged workspace that was kept beside can be had back, with a project that is no record at all any more', () => {
  workspace.store.checkpoint()
  workspace.store.close()
  const bytes = readFileSync(workspace.file)
  bytes.write('#', bytes.indexOf('{"year":"2024"')) // the record of 甲 or 乙
  writeFileSync(workspace.file, bytes)
  const { kept } = restoreFile(workspace.file, backup, workspace.options.now())
  workspace.store = openStore(workspace.options)
  expect(names()).toEqual(['甲'])
  const { damaged } = restoreFrom(workspace.store, kept ?? '')
  expect(damaged).toHaveLength(1)
  const whole = workspace.store.check.all()
  expect(whole.filter(({ kind }) => kind === 'project')).toHaveLength(1)
  const read = ['p1', 'p2'].map((id) => problemOf(() => workspace.store.projects.read(id)).code)
  expect(read.toSorted()).toEqual(['none', 'project-damaged'])
  const versions = ['p1', 'p2'].map((id) => {
    const row = inFile(workspace.file, (database) =>
      database.prepare<[string], number>('SELECT version FROM projects WHERE id = ?').pluck().get(id),
    )
    return (row ?? 0) > 1_000_000
  })
  expect(versions).toContain(true)
})

describe.each(noWorkspaces)('%s', (_, code, words, make) => {
  test('is refused, and everything is as before', () => {
    const bad = join(workspace.folder, '坏.db')
    make(bad)
    expect(problemOf(() => restoreFrom(workspace.store, bad))).toEqual({
      code,
      message: expect.stringContaining(words),
    })
    expect([names(), beside(), workspace.store.backups.list()]).toEqual([['甲', '乙'], [], []])
    workspace.store.projects.create(added('丙'), originOfWord('新建'))
    workspace.store.close()
    const before = readFileSync(workspace.file)
    expect(problemOf(() => restoreFile(workspace.file, bad, workspace.options.now())).code).toBe(code)
    expect(readFileSync(workspace.file).equals(before)).toBe(true)
    expect(names(workspace.reopen())).toEqual(['甲', '乙', '丙'])
  })
})

test('the workspace itself, under whatever name, is no backup of it', () => {
  const other = join(workspace.folder, '链接.db')
  symlinkSync(workspace.file, other)
  for (const path of [workspace.file, other]) {
    expect(problemOf(() => restoreFrom(workspace.store, path)).message).toContain('就是现在的工作区')
  }
  expect(names()).toEqual(['甲', '乙'])
})

test('a workspace behind a link is exchanged where it lies, the link stays', () => {
  workspace.store.close()
  const link = join(workspace.folder, '快捷.db')
  symlinkSync(workspace.file, link)
  workspace.store = openStore({ ...workspace.options, file: link })
  restoreFrom(workspace.store, backup)
  workspace.store.close()
  expect(realpathSync(link)).toBe(realpathSync(workspace.file))
  workspace.store = openStore(workspace.options)
  expect(names()).toEqual(['甲'])
})

test('a prepared file that cannot be opened after all: what stood there is back and goes on', () => {
  const prepared = prepareRestore(workspace.store.restoreRequest(backup))
  writeFileSync(`${workspace.file}.restored`, 'rubbish'.repeat(1000))
  expect(problemOf(() => workspace.store.putBack(prepared)).code).toBe('store-not-a-database')
  expect([names(), beside()]).toEqual([['甲', '乙'], []])
  workspace.store.projects.create(added('丙'), originOfWord('新建'))
  expect(names(workspace.reopen())).toEqual(['甲', '乙', '丙'])
})

test('what was saved while the restore was prepared is in what is kept', () => {
  const prepared = prepareRestore(workspace.store.restoreRequest(backup))
  workspace.store.projects.create(added('丙'), originOfWord('新建'))
  const { kept } = workspace.store.putBack(prepared)
  expect(names()).toEqual(['甲'])
  restoreFrom(workspace.store, kept ?? '')
  expect(names()).toEqual(['甲', '乙', '丙'])
})

test.each([
  ['removed', () => rmSync(workspace.file)],
  ['replaced', () => (rmSync(workspace.file), copyFileSync(backup, workspace.file))],
])(
  'a workspace %s under the program: what it holds is kept first, then a restore goes on with that file',
  (_, lose) => {
    lose()
    expect(problemOf(() => restoreFrom(workspace.store, backup)).code).toBe('store-gone')
    expect([names(), beside().filter((name) => name.includes('restored'))]).toEqual([['甲', '乙'], []])
    const { file } = workspace.store.keepElsewhere()
    expect(names()).toEqual(['甲', '乙'])
    const { kept } = restoreFrom(workspace.store, backup)
    expect([workspace.store.file, names(), kept?.startsWith(`${file}-backups`)]).toEqual([file, ['甲'], true])
    restoreFrom(workspace.store, kept ?? '')
    expect(names()).toEqual(['甲', '乙'])
  },
)

describe('somebody who only looks', () => {
  test('goes on seeing the old, and harms nothing when leaving; whoever comes sees the new', () => {
    const reader = openStore({ ...workspace.options, readOnly: true })
    expect(names(reader)).toEqual(['甲', '乙'])
    restoreFrom(workspace.store, backup)
    workspace.store.projects.create(added('丙'), originOfWord('新建'))
    expect(names(reader)).toEqual(['甲', '乙'])
    reader.close()
    const next = openStore({ ...workspace.options, readOnly: true })
    expect(names(next)).toEqual(['甲', '丙'])
    next.close()
    workspace.store.projects.create(added('丁'), originOfWord('新建'))
    expect(names(workspace.reopen())).toEqual(['甲', '丙', '丁'])
  })

  test('is told while an exchange is not finished; the next start finishes it', () => {
    workspace.store.close()
    copyFileSync(backup, `${workspace.file}.restored`)
    writeFileSync(`${workspace.file}.exchange`, '')
    const { code, message } = problemOf(() => openStore({ ...workspace.options, readOnly: true, heldWaitsMs: [] }))
    expect([code, message]).toEqual(['store-busy', expect.stringContaining('请正常打开一次')])
    workspace.store = openStore(workspace.options)
    expect([names(), beside()]).toEqual([['甲'], []])
  })
})

describe('a workspace nobody has open', () => {
  test('is kept as a backup when it is whole', () => {
    workspace.store.close()
    const { kept } = restoreFile(workspace.file, backup, workspace.options.now())
    expect(listBackups(workspace.file).map(({ name }) => join(`${workspace.file}-backups`, name))).toEqual([kept])
    workspace.store = openStore(workspace.options)
    expect(names()).toEqual(['甲'])
  })

  test('that was killed is kept with what its log held, and nothing is said to be lost', () => {
    const killed = join(workspace.folder, '被杀.db')
    for (const end of ['', '-wal']) copyFileSync(workspace.file + end, killed + end)
    const { kept } = restoreFile(killed, backup, workspace.options.now())
    restoreFrom(workspace.store, kept ?? '')
    expect([names(), workspace.store.lostLogSince]).toEqual([['甲', '乙'], null])
  })

  test('is kept beside, with its log, when it cannot be opened', () => {
    workspace.store.close()
    writeFileSync(workspace.file, 'rubbish')
    writeFileSync(`${workspace.file}-wal`, 'rubbish too')
    const { kept } = restoreFile(workspace.file, backup, workspace.options.now())
    expect(['', '-wal'].map((end) => readFileSync((kept ?? '') + end, 'utf8'))).toEqual(['rubbish', 'rubbish too'])
    expect(kept).toBe(`${realpathSync(workspace.folder)}/workspace.db.replaced-20240506080000000`)
    workspace.store = openStore(workspace.options)
    expect(names()).toEqual(['甲'])
  })

  test('is made where it is missing', () => {
    const file = join(workspace.folder, '新.db')
    expect(restoreFile(file, backup, workspace.options.now())).toEqual({ projects: 1, kept: null, damaged: [] })
    expect(existsSync(file)).toBe(true)
  })

  test('was lost: the version numbers of the lost one do not come again, nor those of one lost after it', () => {
    const seen = [0]
    for (const time of ['2024-05-06T08:00:00.000Z', '2024-05-06T08:00:10.000Z', '2024-05-06T08:00:20.000Z']) {
      workspace.store.close()
      rmSync(workspace.file)
      restoreFile(workspace.file, backup, time)
      workspace.store = openStore(workspace.options)
      const { version, record } = workspace.store.projects.read('p1')
      expect(version).toBeGreaterThan(seen.at(-1) ?? 0)
      const change = { id: 'p1', version, record: { ...record, purpose: time }, findings: noFindings }
      workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
      seen.push(workspace.store.projects.read('p1').version)
    }
    expect(seen.every(Number.isSafeInteger)).toBe(true)
  })

  test('is told when somebody has it', () => {
    expect(problemOf(() => restoreFile(workspace.file, backup, workspace.options.now())).code).toBe('store-busy')
    expect(names()).toEqual(['甲', '乙'])
  })
})
