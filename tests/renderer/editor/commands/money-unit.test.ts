/** 改金额单位: asked before amounts change their meaning; either answer is one change that undo takes back. */
import { afterEach, describe, expect, test } from 'vitest'
import {
  askMoneyUnit,
  changeMoneyUnit,
  closeUnitQuestion,
  hasMoneyUnit,
  unitOutcome,
  unitQuestion,
} from '../../../../renderer/editor/commands/money-unit.ts'
import { tableSums } from '../../../../renderer/editor/table/table-sums.ts'
import { build } from '../../../../shared/layout/build.ts'
import type { Funding } from '../../../../shared/model/project.ts'
import { guangzhou, korla, openView, recordWith } from '../open-view.ts'
import { keyboard } from '../../keys/keyboard.ts'

afterEach(closeUnitQuestion)

const funded = (name: string, funding: Partial<Funding>) => {
  const record = recordWith(name, [])
  return { ...record, funding: { ...record.funding, unit: '万元', ...funding } }
}
const asked = () => {
  const { question } = unitQuestion.getState()
  if (!question) throw new Error('nothing is asked')
  return question
}

test('another unit typed into its cell asks, where there are amounts; nothing is changed before the answer', () => {
  const opened = openView(korla, [funded('送戏下乡', { total: '20', fiscal: '15', other: '5万元' })])
  const keys = keyboard(opened.view)
  keys.goTo('funding.unit')
  keys.type('元')
  keys.press('Enter')
  expect(asked()).toMatchObject({ from: '万元', to: '元' })
  expect(opened.record().funding).toMatchObject({ unit: '万元', total: '20' })
  expect(unitOutcome(asked(), 'converted')).toMatchObject({
    example: '20 万元 → 200000 元',
    withOwnUnit: 1,
    unreadable: 0,
  })
  expect(unitOutcome(asked(), 'kept').example).toBe('20 万元 → 20 元')
  changeMoneyUnit(asked(), 'converted')
  expect(opened.record().funding).toMatchObject({ unit: '元', total: '200000', fiscal: '150000', other: '5万元' })
  keys.press('Ctrl+Z')
  expect(opened.record().funding).toMatchObject({ unit: '万元', total: '20', fiscal: '15', other: '5万元' })
})

test('without amounts, or where none was printed, there is nothing to ask', () => {
  const none = { total: '', fiscal: '', special: '', other: '' }
  for (const funding of [none, { ...none, unit: '', total: '20' }]) {
    const opened = openView(korla, [funded('送戏下乡', funding)])
    const keys = keyboard(opened.view)
    keys.goTo('funding.unit')
    keys.type('元')
    keys.press('Enter')
    expect(unitQuestion.getState().question).toBeNull()
    expect(opened.record().funding.unit).toBe('元')
  }
})

describe('a list has one unit for all its projects', () => {
  const onList = () => {
    const { view } = openView(guangzhou, [
      funded('甲', { total: '10' }),
      funded('乙', { total: '100000', unit: '元' }),
      funded('丙', { total: '待定' }),
    ])
    askMoneyUnit(view)
    return { view, totals: () => view.records().map(({ funding }) => `${funding.total}${funding.unit}`) }
  }
  const total = (view: ReturnType<typeof onList>['view']) => tableSums(view.template, view.records())

  test('converted: every project, and the sum is worth the same', () => {
    const { view, totals } = onList()
    expect(total(view)).toMatchObject({ money: '20', moneyUnit: '万元' })
    expect(unitOutcome(asked(), 'converted')).toMatchObject({
      withOwnUnit: 0,
      unreadable: 1,
      firstUnreadable: '丙 总计“待定”',
    })
    changeMoneyUnit(asked(), 'converted')
    expect(totals()).toEqual(['100000元', '100000元', '待定元'])
    expect(total(view)).toMatchObject({ money: '200000', moneyUnit: '元' })
    const texts = build(view.template, view.records()).cells.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['单位：元', '200000']))
    view.editor.undo()
    expect(totals()).toEqual(['10万元', '100000元', '待定万元'])
  })

  test('kept: the numbers of those in the printed unit', () => {
    const { view, totals } = onList()
    changeMoneyUnit(asked(), 'kept')
    expect(totals()).toEqual(['10元', '100000元', '待定元'])
    view.editor.undo()
    expect(totals()).toEqual(['10万元', '100000元', '待定万元'])
  })
})

test('every form prints a unit that can be changed', () => {
  for (const form of [korla, guangzhou, 'hebei-xinle-2024', 'central-2021']) {
    expect(hasMoneyUnit(openView(form, [funded('甲', {})]).view)).toBe(true)
  }
})
