/** The file is removed, or another put in its place, while the program works: noticed before anything is called saved, and all is kept. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { StoreProblem } from '../../../main/store/file/store-problem.ts'
import { added, createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import { restoreBackup } from './restore-from.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
  workspace.store.settings.write('theme', '大字')
})
afterEach(() => workspace.remove())

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (thrown) {
    if (thrown instanceof StoreProblem) return thrown.code
    throw thrown
  }
}
const rename = (name: string) => {
  const { version } = workspace.store.projects.read('p1')
  const change = { id: 'p1', version, record: sampleRecord(name), findings: noFindings }
  return workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
}
const changes: [string, () => unknown][] = [
  ['a saved table', () => rename('乙')],
  ['a new project', () => workspace.store.projects.create(added('丙'), originOfWord('新建'))],
  ['the recycle bin', () => workspace.store.projects.remove(['p1'])],
  ['a setting', () => workspace.store.settings.write('theme', '标准')],
  ['an undo history', () => workspace.store.history.write('p1', '[]')],
]

/** Another workspace of ours, as somebody copies it over the file. */
function replaceByAnother(): Buffer {
  const file = join(workspace.folder, 'another.db')
  const other = openStore({ ...workspace.options, file })
  other.projects.create(added('别的'), originOfWord('新建'))
  other.close()
  renameSync(file, workspace.file)
  return readFileSync(workspace.file)
}

describe.each([
  ['removed', '被删除或移走了', () => rmSync(workspace.file)],
  ['moved away', '被删除或移走了', () => renameSync(workspace.file, join(workspace.folder, 'elsewhere.db'))],
  ['replaced', '被换成了另一个文件', () => void replaceByAnother()],
])('%s', (_, words, act) => {
  test.each(changes)('%s is not called saved', (__, change) => {
    act()
    expect(codeOf(change)).toBe('store-gone')
    expect(change).toThrow(words)
    expect(() => workspace.store.checkPlace()).toThrow(words)
  })
})

test('removed: everything is written under its name again, and goes on there', () => {
  rename('最后一次保存的')
  rmSync(workspace.file)
  expect(codeOf(() => rename('没有存上的'))).toBe('store-gone')
  expect(workspace.store.keepElsewhere()).toEqual({ file: workspace.file, isBeside: false })
  expect(workspace.store.projects.read('p1').record.project.name).toBe('最后一次保存的')
  expect(codeOf(() => rename('现在存上了'))).toBe('done')
  const store = workspace.reopen()
  expect(store.lostLogSince).toBeNull()
  expect(store.projects.read('p1').record.project.name).toBe('现在存上了')
  expect(store.versions.list('p1')).toHaveLength(3)
  expect(store.settings.read()).toMatchObject({ theme: '大字' })
  expect(store.check.all()).toEqual([])
})

test('replaced: everything is written beside, the other file is not touched, nor its log', () => {
  rename('最后一次保存的')
  const other = replaceByAnother()
  writeFileSync(`${workspace.file}-wal`, 'the log of the other file')
  workspace.setTime('2024-05-06T09:30:00.000Z')
  const kept = workspace.store.keepElsewhere()
  expect(kept).toEqual({ file: join(workspace.folder, 'workspace（找回 2024-05-06 0930）.db'), isBeside: true })
  expect(workspace.store.file).toBe(kept.file)
  expect(codeOf(() => rename('现在存上了'))).toBe('done')
  workspace.store.backups.create('manual')
  workspace.store.close()
  expect(readFileSync(workspace.file).equals(other)).toBe(true)
  expect(readFileSync(`${workspace.file}-wal`, 'utf8')).toBe('the log of the other file')
  rmSync(`${workspace.file}-wal`)
  const own = openStore({ ...workspace.options, file: kept.file })
  expect(own.projects.read('p1').record.project.name).toBe('现在存上了')
  expect(own.backups.list()).toHaveLength(1)
  own.close()
  workspace.store = openStore(workspace.options)
  expect(workspace.store.projects.list({ deleted: false }).map(({ projectName }) => projectName)).toEqual(['别的'])
})

test('put back as it was: work goes on', () => {
  const elsewhere = join(workspace.folder, 'elsewhere.db')
  renameSync(workspace.file, elsewhere)
  expect(codeOf(() => rename('乙'))).toBe('store-gone')
  renameSync(elsewhere, workspace.file)
  expect(codeOf(() => rename('乙'))).toBe('done')
})

test('a restore is no replacement: the exchanged file is the one that is open', () => {
  const { name } = workspace.store.backups.create('manual')
  rename('乙')
  restoreBackup(workspace.store, name)
  expect(codeOf(() => rename('丙'))).toBe('done')
})

test('a disk on which it cannot be written leaves the contents in the program', () => {
  rmSync(workspace.file)
  const blocked = `${workspace.file}.new`
  mkdirSync(blocked)
  expect(() => workspace.store.keepElsewhere()).toThrow()
  expect(workspace.store.projects.read('p1').record.project.name).toBe('甲')
  rmSync(blocked, { recursive: true })
  expect(workspace.store.keepElsewhere().isBeside).toBe(false)
  expect(existsSync(workspace.file)).toBe(true)
  expect(readdirSync(workspace.folder)).not.toContain('workspace.db.new')
})
