/** A list form is one table a unit: whatever of it is selected, the whole table goes out, and the person is told. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../../../main/documents/read.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'

const guangzhou = 'guangzhou-panyu-2024'
const hebei = 'hebei-xinle-2024'
const library = '云溪县图书馆'
const school = '青禾区第二中学'

/** Two units of three and two projects on the list form, and one project of another form; ids by project name. */
function openTwoUnits(): TestWorkspace & { id: (name: string) => string } {
  const opened = openTestWorkspace()
  const project = (unit: string, name: string, template = guangzhou) => {
    const record = inventedRecord(1)
    const named = { ...record, year: '', unit: { code: '', name: unit }, project: { ...record.project, name } }
    return { template, record: named, findings: { error: 0, warning: 0, hint: 0 } }
  }
  const added = [
    ...['借阅系统', '馆舍维修', '读者活动'].map((name) => project(library, name)),
    ...['操场翻新', '校车补助'].map((name) => project(school, name)),
    project(library, '古籍修复', hebei),
  ]
  opened.workspace.store.projects.save({ changes: [], added, removed: [], origin: originOfWord('导入') })
  const list = opened.workspace.store.projects.list({ deleted: false })
  return { ...opened, id: (name) => list.find(({ projectName }) => projectName === name)?.id ?? '' }
}

const whole = '表样“广州番禺 2024”一单位一表，已带上'

test('one selected project exports its unit’s table whole, in the order of the table', async () => {
  const { value, id, folder } = openTwoUnits()
  const ids = [id('读者活动')]
  const notes = [`${whole}“云溪县图书馆”的另外 2 个项目。`]
  expect(await value('export.plan', { ids })).toEqual({ tables: 1, notes })
  const outcome = await value('export.run', { ids, format: 'xlsx', single: true, job: 'a' })
  expect(outcome?.notes).toEqual(notes)
  expect(outcome?.problems).toEqual([])
  expect(outcome?.written).toMatchObject([
    { file: '云溪县图书馆 项目支出绩效目标表.xlsx', project: '借阅系统、馆舍维修、读者活动' },
  ])
  const bytes = readFileSync(join(folder, 'exports', '云溪县图书馆 项目支出绩效目标表.xlsx'))
  const tables = readDocument('a.xlsx', bytes).grids.flatMap((grid) => readGrid(grid, builtIn.all))
  expect(tables.map(({ record }) => record.project.name)).toEqual(['借阅系统', '馆舍维修', '读者活动'])
})

test('nothing is said when every project of the table is selected, in whatever order', async () => {
  const { value, id } = openTwoUnits()
  const ids = [id('读者活动'), id('借阅系统'), id('馆舍维修'), id('古籍修复'), id('借阅系统')]
  expect(await value('export.plan', { ids })).toEqual({ tables: 2, notes: [] })
  const outcome = await value('export.run', { ids, format: 'html', single: false, job: 'a' })
  expect(outcome?.notes).toEqual([])
  expect(outcome?.written.map(({ file, project }) => [file, project])).toEqual([
    ['云溪县图书馆 项目支出绩效目标表.html', '借阅系统、馆舍维修、读者活动'],
    ['云溪县图书馆 古籍修复.html', '古籍修复'],
  ])
})

test('several units in one volume: one sentence counts them, every table is whole once', async () => {
  const { value, id, folder } = openTwoUnits()
  const ids = [id('校车补助'), id('馆舍维修'), id('读者活动'), id('古籍修复')]
  const outcome = await value('export.run', { ids, format: 'html', single: true, job: 'a' })
  expect(outcome?.notes).toEqual([`${whole} 2 个单位的另外 2 个项目。`])
  expect(outcome?.written).toMatchObject([{ project: '操场翻新、校车补助、借阅系统、馆舍维修、读者活动、古籍修复' }])
  const html = readFileSync(join(folder, 'exports', outcome?.written[0]?.file ?? ''), 'utf8')
  expect([...html.matchAll(/id="table-\d+"/g)]).toHaveLength(3)
})

test('printing takes the whole table too; projects in the recycle bin stay out of it', async () => {
  const { value, id, printed } = openTwoUnits()
  await value('projects.remove', { ids: [id('馆舍维修')] })
  await value('print.run', { ids: [id('借阅系统')] })
  expect(printed[0]).toContain('读者活动')
  expect(printed[0]).not.toContain('馆舍维修')
})

test('.json is data and no table: the selected project alone', async () => {
  const { value, id, folder } = openTwoUnits()
  const outcome = await value('export.run', { ids: [id('馆舍维修')], format: 'json', single: false, job: 'a' })
  expect(outcome?.notes).toEqual([])
  const file = JSON.parse(readFileSync(join(folder, 'exports', outcome?.written[0]?.file ?? ''), 'utf8')) as object
  expect(file).toMatchObject({ template: guangzhou, record: { project: { name: '馆舍维修' } } })
})
