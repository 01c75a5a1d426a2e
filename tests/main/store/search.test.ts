import { originOfWord } from '../../../shared/model/origin.ts'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { emptyIndicator } from '../../../shared/model/project.ts'
import { added, createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  workspace.store.projects.create(added('城乡居民医保参保补助'), originOfWord('新建')) // p1
  workspace.store.projects.create(added('乡村道路养护', '1', '白河镇人民政府'), originOfWord('新建')) // p2
  const record = { ...sampleRecord('困难群众救助'), purpose: '医保个人缴费资助，ＡＢＣ-12' }
  workspace.store.projects.create({ ...added(''), record }, originOfWord('新建')) // p3
})
afterEach(() => workspace.remove())
const find = (text: string) => workspace.store.projects.search(text)

test.each([
  ['医保', ['p1', 'p3'], 'two characters; the name counts more than the purpose'],
  ['白河镇', ['p2'], 'the unit'],
  ['养护', ['p2'], 'the end of a name'],
  ['护', ['p2'], 'one character at the end of a text'],
  ['路', ['p2'], 'one character in the middle'],
  ['参', ['p1', 'p2', 'p3'], 'one character: names first, then the indicators 参保人数'],
  ['≥95%', ['p1', 'p2', 'p3'], 'marks and digits'],
  ['abc-12', ['p3'], 'capital and full-width letters alike'],
  ['医保　缴费', ['p3'], 'all words must occur'],
  ['医保 养护', [], 'not in one project'],
  ['保医', [], 'the order of characters counts'],
  ['医保补', [], 'pairs that stand apart are no word'],
  ['', [], 'nothing'],
  ['" OR *', [], 'no query language'],
])('%s → %j (%s)', (text, ids) => expect(find(text)).toEqual(ids))

test('an edit, an added and a removed indicator are found, and what went is not', () => {
  const record = sampleRecord('乡村道路养护', '1', '白河镇人民政府')
  const [first, second] = record.indicators
  const save = (version: number, indicators: typeof record.indicators) =>
    workspace.store.projects.save({
      changes: [{ id: 'p2', version, record: { ...record, indicators }, findings: noFindings }],
      added: [],
      removed: [],
      origin: originOfWord('编辑'),
    })
  if (!first || !second) throw new Error('the sample has two indicators')
  save(1, [first, { ...emptyIndicator(), name: '桥梁检测次数' }, second])
  expect(find('桥梁')).toEqual(['p2'])
  expect(find('知晓率')).toContain('p2')
  save(2, [{ ...first, name: '里程' }])
  expect([find('桥梁'), find('里程')]).toEqual([[], ['p2']])
  expect(find('知晓率')).not.toContain('p2')
  expect(find('参保人数')).not.toContain('p2')
})

test('what JSON writes in another way is found as it stands in the table', () => {
  for (const name of ['引“号"乙丙', '斜\\杠丁戊', '全角＂引号', '空\u0007格己庚'])
    workspace.store.projects.create(added(name), originOfWord('新建'))
  for (const word of ['号"乙丙', '斜\\杠丁', '角"引号', '全角＂引', '空\u0007格己'])
    expect([word, find(word).length]).toEqual([word, 1])
  expect(find('号"丙乙')).toEqual([])
})

test('a purged project is not found, nor mistaken for the one that takes its number', () => {
  workspace.store.projects.search('参保')
  workspace.store.projects.remove(['p3'])
  expect(find('救助')).toEqual([])
  workspace.store.projects.purge(['p3'])
  workspace.store.projects.create(added('医疗设备购置'), originOfWord('新建'))
  expect(find('设备')).toEqual(['p4'])
})

const searches = () => [find('旧名').length, find('新桥').length, find('新').length, find('新桥 参保').length]
test('an index that lost something is found out and made anew', () => {
  expect(workspace.store.check.all()).toEqual([])
  workspace.store.close()
  const database = new Database(workspace.file)
  database.exec('DELETE FROM search WHERE rowid = 6') // the indicators of p1
  database.close()
  workspace.store = openStore(workspace.options)
  expect(workspace.store.check.rows()).toEqual([])
  expect(workspace.store.check.all().map(({ message }) => message)).toEqual([expect.stringContaining('搜索索引已损坏')])
  expect(find('参保人数')).toEqual(['p2', 'p3'])
  workspace.store.rebuildSearch()
  expect(workspace.store.check.all()).toEqual([])
  expect(find('参保人数')).toEqual(['p1', 'p2', 'p3'])
})

test('what was changed is found before and after the idle moment that indexes it', () => {
  const names = Array.from({ length: 30 }, (_, index) => `旧名${index}`)
  const made = names.map((name) => workspace.store.projects.create(added(name), originOfWord('新建')).id)
  const rename = (ids: string[], version: number, name: string) =>
    workspace.store.projects.save({
      changes: ids.map((id) => ({ id, version, record: sampleRecord(name), findings: noFindings })),
      added: [],
      removed: [],
      origin: originOfWord('编辑'),
    })
  rename(made.slice(0, 3), 1, '新桥')
  expect(searches()).toEqual([27, 3, 3, 3])
  workspace.reopen().checkpoint()
  expect(searches()).toEqual([27, 3, 3, 3])
  rename(made.slice(3), 1, '新桥') // more than are searched text by text
  expect(searches()).toEqual([0, 30, 30, 30])
  workspace.store.projects.remove(made.slice(0, 2))
  expect(searches()).toEqual([0, 28, 28, 28])
  expect(workspace.store.check.all()).toEqual([])
})
