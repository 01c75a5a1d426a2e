/**
 * One byte changed in each of fifty projects, one after the other and all at once; also in their versions, in settings, in
 * undo histories. Only that project is affected: everything else opens, is listed, found, summed up, exported and backed up,
 * and the person is told which it is. It can be looked at, put back to a version, put into the recycle bin and deleted.
 */
import { originOfWord } from '../../shared/model/origin.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../main/store/store.ts'
import { comment } from '../support/sample-notes.ts'
import { added, createWorkspace, noFindings } from '../main/store/workspace.ts'
import type { Store } from '../../main/store/store.ts'
import type { Workspace } from '../main/store/workspace.ts'

const count = 50
const ids = Array.from({ length: count }, (_, index) => `p${index + 1}`)
let workspace: Workspace
let whole: Buffer
let opened: Store | null = null

beforeAll(() => {
  workspace = createWorkspace()
  const { store } = workspace
  for (const [index] of ids.entries()) {
    const project = added(`旧名${index}号`, `${index}.5`, index % 2 === 0 ? '甲单位' : '乙单位')
    project.record.purpose = `旧用途${index}。`.repeat(1 + (index % 7) * 30) // some reach over several pages
    store.projects.create(project, originOfWord('新建'))
  }
  for (const [index, id] of ids.entries()) {
    const { record } = store.projects.read(id)
    const changed = {
      ...record,
      project: { ...record.project, name: `项目${index}号` },
      goal: { term: '', annual: `目标${index}` },
    }
    const notes = index % 3 === 0 ? [comment('a', 'purpose', `意见${index}`)] : []
    store.projects.save({
      changes: [{ id, version: 1, record: changed, notes, findings: noFindings }],
      added: [],
      removed: [],
      origin: originOfWord('编辑'),
    })
  }
  store.settings.write('theme', '大字体的主题')
  store.settings.write('author', '王会计')
  store.history.write('p1', '["第一步的历史"]')
  store.history.write('p2', '["第二步的历史"]')
  store.checkpoint()
  store.close()
  whole = readFileSync(workspace.file)
})
afterEach(() => opened?.close())
afterAll(() => workspace.remove())

/** Changes the byte `offset` behind the last place of a text (what stands in `projects` was written after the versions). */
function change(
  bytes: Buffer,
  text: string,
  offset: number,
  to: number,
  near: { before?: string; after?: string } = {},
): void {
  const { before, after } = near
  const end = before === undefined ? undefined : bytes.lastIndexOf(Buffer.from(before))
  const at =
    after === undefined
      ? bytes.lastIndexOf(Buffer.from(text), end)
      : bytes.indexOf(Buffer.from(text), bytes.lastIndexOf(Buffer.from(after)))
  if (at < 0) throw new Error(`no ${text} in the file`)
  expect(bytes[at + offset]).not.toBe(to)
  bytes[at + offset] = to
}

const X = 'X'.charCodeAt(0)

/** Different bytes of different projects: in a text, in the JSON around it, in the columns beside the record. */
function damageProject(bytes: Buffer, index: number): void {
  const name = `"name":"项目${index}号"`
  const kinds: [text: string, offset: number, to: number][] = [
    [name, 8, X], // a text
    [name, 7, X], // the quote before it
    [name, Buffer.byteLength(name) - 1, X], // the quote behind it
    [name, 1, X], // the name of a member
    [`"annual":"目标${index}"`, 12, 0], // a control character in JSON
    [`p${index + 1}hebei-xinle-2024draft`, `p${index + 1}hebei-xinle-2024`.length, X], // the state
    ['"category":"产出指标"', 12, X], // of an indicator
    ['"indicators":[', 13, X], // the bracket of a list
  ]
  const [text, offset, to] = kinds[index % kinds.length] ?? ['', 0, 0]
  change(
    bytes,
    text,
    offset,
    to,
    text.startsWith('p') ? { before: name } : text.startsWith('"name') ? {} : { after: name },
  )
}

function openDamaged(damage: (bytes: Buffer) => void): Store {
  const bytes = Buffer.from(whole)
  damage(bytes)
  writeFileSync(workspace.file, bytes)
  for (const end of ['-wal', '-shm']) writeFileSync(workspace.file + end, '')
  opened = openStore(workspace.options)
  return opened
}

/** Everything that is not about the damaged ones works and is right. */
const idOf = ({ id }: { id: string }): string => id

function expectOthersWhole(store: Store, damaged: readonly string[]): void {
  const others = ids.filter((id) => !damaged.includes(id))
  for (const [index, id] of ids.entries()) {
    if (damaged.includes(id)) expect(() => store.projects.read(id)).toThrow(`项目“项目${index}号”的内容在磁盘上被损坏`)
    else expect(store.projects.read(id).record.project.name).toBe(`项目${index}号`)
  }
  expect(
    store.projects
      .list({ deleted: false })
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.toSorted())
  for (const start of [0, 1]) {
    const mates = ids.filter((_, index) => index % 2 === start)
    const opener = mates.find((id) => !damaged.includes(id))
    if (opener === undefined) continue
    const table = store.projects.open(opener, 'unit')
    expect(table.projects.map(({ id }) => id)).toEqual(mates.filter((id) => !damaged.includes(id)))
    expect((table.damaged ?? []).map(({ id }) => id)).toEqual(mates.filter((id) => damaged.includes(id)))
  }
  const { whole: read, damaged: named } = store.projects.readEach(ids)
  expect([read.map(({ id }) => id), named.map(({ id }) => id)]).toEqual([others, damaged])
  for (const id of others) {
    const index = ids.indexOf(id)
    expect(store.projects.search(`目标${index}`)).toContain(id)
    expect(store.versions.read(id, 1).record.project.name).toBe(`旧名${index}号`)
  }
  const derived = store.deriveEach(idOf)
  expect([derived.whole.toSorted(), derived.damaged.map(({ id }) => id).toSorted()]).toEqual([
    others.toSorted(),
    [...damaged].toSorted(),
  ])
  expect(store.units.list()).toHaveLength(2)
  expect(store.years.list()).toEqual(['2024'])
  expect(store.learned.list('甲单位').length).toBeGreaterThan(0)
  expect(store.entries.list('甲单位', 'name', '').length).toBeGreaterThan(0)
  expect(store.entries.usual('甲单位')).toBeDefined()
}

function expectSavable(store: Store, id: string): void {
  const { version, record } = store.projects.read(id)
  const next = { ...record, purpose: `${record.purpose}改` }
  const [saved] = store.projects.save({
    changes: [{ id, version, record: next, findings: noFindings }],
    added: [added('新来的')],
    removed: [],
    order: [id],
    origin: originOfWord('编辑'),
  }).saved
  expect(saved?.version).toBe(version + 1)
}

describe('one of fifty', () => {
  test.each(ids.map((id, index) => [index, id] as const))('project %i', (index, id) => {
    const store = openDamaged((bytes) => damageProject(bytes, index))
    expect(store.check.all().map(({ kind, project }) => [kind, project])).toEqual([['project', id]])
    expect(store.damage.known()).toMatchObject([{ id, name: `项目${index}号`, deleted: false }])
    expectOthersWhole(store, [id])
    const backup = store.backups.create('manual')
    expect(backup).toMatchObject({ isDamaged: true })
    expect(backup.damaged).toHaveLength(1)
    expect(backup.damaged[0]).toContain(`项目${index}号`)
    const copy = openStore({
      ...workspace.options,
      file: join(`${workspace.file}-backups`, backup.name),
      readOnly: true,
    })
    expectOthersWhole(copy, [id])
    copy.close()
    expectSavable(store, ids[(index + 1) % count] ?? '')

    const look = store.damage.look(id)
    expect(look.versions).toEqual([{ version: 1, createdAt: expect.any(String), reason: '新建', isWhole: true }])
    expect(JSON.stringify(look.record)).toContain(`旧用途${index}。`)
    if (index % 2 === 0) {
      const content = store.damage.readVersion(id, 1)
      const mended = store.damage.write(id, { ...content, findings: noFindings, origin: originOfWord('恢复') })
      expect(mended.version).toBeGreaterThan(2) // above every number used so far
      expect(store.projects.read(id)).toMatchObject({
        version: mended.version,
        record: { project: { name: `旧名${index}号` } },
      })
      expect(store.projects.search(`旧名${index}号`)).toEqual([id])
    } else {
      expect(store.projects.remove([id])).toBe(1)
      expect(store.projects.list({ deleted: true }).map((one) => one.id)).toEqual([id])
      expect(store.projects.restore([id])).toBe(1)
      expect(store.projects.list({ deleted: true })).toEqual([])
      expect(store.projects.purge([id])).toBe(0)
      store.projects.remove([id])
      expect(store.projects.purge([id])).toBe(1)
      expect(store.projects.list({ deleted: true })).toEqual([])
      expect(() => store.projects.read(id)).toThrow('找不到这个项目')
    }
    store.checkpoint()
    expect(store.check.all()).toEqual([])
    expect(store.damage.known()).toEqual([])
    store.close()
    const database = new Database(workspace.file)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  })
})

test('all of forty at once: the ten others go on, and one after the other can be mended or deleted', () => {
  const damaged = ids.slice(0, 40)
  const store = openDamaged((bytes) => damaged.forEach((_, index) => damageProject(bytes, index)))
  expect(
    store.check
      .all()
      .map(({ project }) => project)
      .toSorted(),
  ).toEqual(damaged.toSorted())
  expectOthersWhole(store, damaged)
  expect(store.backups.create('manual').damaged).toHaveLength(40)
  expectSavable(store, 'p45')
  for (const [index, id] of damaged.entries()) {
    if (index % 2 === 0)
      store.damage.write(id, { ...store.damage.readVersion(id, 1), findings: noFindings, origin: originOfWord('恢复') })
    else expect([store.projects.remove([id]), store.projects.purge([id])]).toEqual([1, 1])
  }
  store.checkpoint()
  expect(store.check.all()).toEqual([])
  expect(store.projects.list({ deleted: false })).toHaveLength(31)
  store.close()
})

describe('elsewhere', () => {
  test.each([
    ['the id', 0],
    ['the form', 'p6heb'.length],
  ])('%s in the row, which the index of the list knows too: it is put right, and nobody notices', (_, offset) => {
    const store = openDamaged((bytes) =>
      change(bytes, 'p6hebei-xinle-2024draft', offset, X, { before: '"name":"项目5号"' }),
    )
    const [first, ...others] = store.check.all()
    expect([first?.kind, others]).toEqual(['index', []])
    store.rebuildIndexes()
    expect(store.check.all()).toEqual([])
    expectOthersWhole(store, [])
    expectSavable(store, 'p6')
  })

  test('a version: the others and the present state are read, and the check names the project', () => {
    const store = openDamaged((bytes) => change(bytes, '"name":"旧名7号"', 8, X))
    expect(store.check.all()).toMatchObject([{ kind: 'version', project: 'p8' }])
    expect(store.check.all()[0]?.message).toContain('“项目7号”在 2024-05-06 08:00 的历史版本')
    expectOthersWhole(openReading(store), [])
    expect(() => store.versions.read('p8', 1)).toThrow('历史版本在磁盘上被损坏')
    expect(store.backups.create('manual').damaged).toHaveLength(1)
    expectSavable(store, 'p8')
    store.close()

    function openReading(own: Store): Store {
      return {
        ...own,
        versions: {
          ...own.versions,
          read: (id, version) =>
            id === 'p8'
              ? { record: { project: { name: '旧名7号' } } as never, notes: [], template: '', fiscalYear: '' }
              : own.versions.read(id, version),
        },
      }
    }
  })

  test.each([
    ['a setting', '大字体的主题', 3],
    ['an undo history', '第二步的历史', 3],
    ['the name of a setting, which its index knows too', 'theme大字体的主题', 4],
  ])('%s: it is as if it were not there, the rest is, and it can be cleared away', (_, text, left) => {
    const store = openDamaged((bytes) => change(bytes, text, 1, X))
    expect(store.check.all()).toMatchObject([{ kind: 'text', project: '' }])
    expect(
      Object.keys(store.settings.read()).length + [1, 2].filter((n) => store.history.read(`p${n}`) !== null).length,
    ).toBe(left)
    expectOthersWhole(store, [])
    expect(store.backups.create('manual').damaged).toHaveLength(1)
    store.dropDamagedTexts()
    expect(store.check.all()).toEqual([])
    store.settings.write('theme', '标准')
    store.settings.write('author', '李会计')
    expect(store.settings.read()).toMatchObject({ theme: '标准', author: '李会计' })
    store.close()
  })
})

/**
 * A whole page of the file overwritten: SQLite itself cannot go on there. Whatever page it is, the workspace is refused, or every
 * project is read or named, and a backup has all that can be read in a file that is whole.
 */
test('every page in turn', { timeout: 300_000 }, () => {
  const size = whole.readUInt16BE(16)
  const outcomes = { refused: 0, whole: 0, damaged: 0 }
  for (let page = 1; page < whole.length / size; page += 1) {
    let store: Store
    try {
      store = openDamaged((bytes) => void bytes.fill(page % 2 === 0 ? 0 : 255, page * size, (page + 1) * size))
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'store-damaged' })
      outcomes.refused += 1
      continue
    }
    const listed = store.projects.list({ deleted: false }).map(({ id }) => id)
    const { whole: read, damaged } = store.projects.readEach(ids)
    expect(read.length + damaged.length).toBe(count)
    for (const { id, record } of read) expect(record.project.name).toBe(`项目${ids.indexOf(id)}号`)
    expect(listed.toSorted(), `page ${page}`).toEqual(ids.toSorted())
    const told = store.check.all().filter(({ kind }) => kind === 'project')
    expect(told.map(({ project }) => project).toSorted()).toEqual(damaged.map(({ id }) => id).toSorted())
    for (const { kind } of store.check.all()) {
      if (kind === 'index') store.rebuildIndexes()
      if (kind === 'search') store.rebuildSearch()
      if (kind === 'text') store.dropDamagedTexts()
    }
    const found = new Set(store.projects.search('目标'))
    for (const { id } of read) expect(found).toContain(id)
    const { name } = store.backups.create('manual')
    const copy = openStore({ ...workspace.options, file: join(`${workspace.file}-backups`, name), readOnly: true })
    expect(copy.projects.readEach(ids).whole.map(({ id }) => id)).toEqual(read.map(({ id }) => id))
    expect(copy.check.rows().map(({ kind }) => kind)).not.toContain('file')
    copy.close()
    store.close()
    outcomes[damaged.length > 0 ? 'damaged' : 'whole'] += 1
  }
  expect(outcomes.damaged).toBeGreaterThan(10)
  expect(outcomes.whole).toBeGreaterThan(10)
  expect(outcomes.refused).toBeLessThan(3)
})
