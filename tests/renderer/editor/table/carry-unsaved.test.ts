/** A table that got another form elsewhere is opened anew: what was not saved here goes along, nothing is doubled or lost. */
import { expect, test } from 'vitest'
import { carryUnsaved, reopenedText } from '../../../../renderer/editor/table/carry-unsaved.ts'
import { hasUnsaved } from '../../../../renderer/editor/table/open-tables.ts'
import { duplicateItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import { keyboard } from '../../keys/keyboard.ts'
import { guangzhou, indicator, korla, openView, recordWith, settle, threeIndicators } from '../open-view.ts'

const hebei = 'hebei-xinle-2024'
const start = () => ({ ...recordWith('送戏下乡', threeIndicators()), purpose: '演出' })

/** A table on the old form that could not save what was typed into its cells. */
async function unsaved(form: string, records: ProjectRecord[], texts: [path: string, text: string][]) {
  const old = openView(form, records)
  old.failWith('conflict')
  const keys = keyboard(old.view)
  for (const [path, text] of texts) {
    keys.goTo(path)
    keys.type(text)
    keys.press('Enter')
  }
  await settle()
  return { ...old, editor: old.view.editor, keys }
}

test('an unsaved cell stands in the new form and is sent from there; undo shows what the other place had', async () => {
  const old = await unsaved(korla, [start()], [['indicators[0].name', '演出次数']])
  const fresh = openView(hebei, [{ ...start(), purpose: '别处改的用途' }])
  expect(carryUnsaved(old.editor, fresh.view.editor)).toEqual({ projects: 1, beside: null })
  expect(fresh.record().indicators[0]?.name).toBe('演出次数')
  expect(fresh.record().purpose).toBe('别处改的用途')
  await settle()
  expect(fresh.sent.at(-1)?.changes[0]?.record).toMatchObject({ purpose: '别处改的用途' })
  fresh.view.editor.undo()
  expect(fresh.record().indicators[0]?.name).toBe('演出场次')
})

test('the old table has nothing to save any more, so that its end sends nothing twice', async () => {
  const old = await unsaved(korla, [start()], [['project.name', '改名']])
  expect(hasUnsaved(old.editor)).toBe(true)
  carryUnsaved(old.editor, openView(hebei, [start()]).view.editor)
  expect(hasUnsaved(old.editor)).toBe(false)
})

test('where all was saved nothing is carried and nothing becomes a step', () => {
  const old = openView(korla, [start()])
  const fresh = openView(hebei, [start()])
  expect(carryUnsaved(old.view.editor, fresh.view.editor)).toEqual({ projects: 0, beside: null })
  expect(fresh.view.editor.state.getState().history.past).toEqual([])
})

test('a place changed on both sides keeps what was typed here; rows added here and fields added there both stay', async () => {
  const old = await unsaved(korla, [start()], [['goal.annual', '这里的目标']])
  old.keys.goTo('indicators[2].name')
  duplicateItems(old.view)
  const there = { ...start(), goal: { term: '', annual: '那里的目标' }, extra: { 备注: '那里加的' } }
  const fresh = openView(hebei, [there])
  carryUnsaved(old.editor, fresh.view.editor)
  expect(fresh.record().goal.annual).toBe('这里的目标')
  expect(fresh.record().extra).toEqual({ 备注: '那里加的' })
  expect(fresh.record().indicators).toHaveLength(4)
})

test('projects of a list form: those that are not in the new table are saved beside it, once', async () => {
  const two = [recordWith('甲', []), recordWith('乙', [indicator('产出指标', '数量指标', '场次')])]
  const old = await unsaved(guangzhou, two, [['funding.total', '5']])
  old.keys.goTo('project.name', 1)
  old.keys.type('乙改')
  old.keys.press('Tab')
  old.keys.goTo('indicators', 1)
  old.keys.press('Tab')
  old.keys.type('丙')
  old.keys.press('Enter')
  const fresh = openView(korla, [recordWith('甲', [])])
  const { projects, beside } = carryUnsaved(old.editor, fresh.view.editor)
  expect(projects).toBe(1)
  expect(fresh.record().funding.total).toBe('5')
  expect(beside?.changes.map(({ id }) => id)).toEqual(['p1'])
  expect(beside?.added.map(({ record }) => (record as unknown as ProjectRecord).project.name)).toEqual(['丙'])
  expect(beside?.added[0]?.template).toBe(guangzhou)
  expect(reopenedText('新疆库尔勒 2023', { projects, beside })).toMatch(/换成了“新疆库尔勒 2023”.*Ctrl\+Z.*另外保存/)
})

test('on a list form again the unsaved projects stand at its end', async () => {
  const old = await unsaved(guangzhou, [recordWith('甲', [])], [])
  old.keys.goTo('indicators', 0)
  old.keys.press('Tab')
  old.keys.type('丙')
  old.keys.press('Enter')
  const fresh = openView(guangzhou, [recordWith('甲', []), recordWith('乙', [])])
  expect(carryUnsaved(old.editor, fresh.view.editor)).toEqual({ projects: 1, beside: null })
  expect(fresh.view.editor.records().map(({ project }) => project.name)).toEqual(['甲', '乙', '丙'])
})
