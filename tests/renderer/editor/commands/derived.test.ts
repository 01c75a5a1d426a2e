import { describe, expect, test } from 'vitest'
import {
  canFillPlan,
  canSumTotals,
  fillPlan,
  sumTotals,
} from '../../../../renderer/editor/commands/derived-commands.ts'
import { differenceText, fundingSum } from '../../../../shared/rules/funding-sum.ts'
import { planFor } from '../../../../shared/rules/plan-fill.ts'
import { selectRows } from '../../../../renderer/editor/grid/selection.ts'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { tableSums } from '../../../../renderer/editor/table/table-sums.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import { builtIn } from '../../../../shared/templates/built-in.ts'
import type { Template } from '../../../../shared/templates/template.ts'
import { cellOf, guangzhou, indicator, korla, openView, recordWith } from '../open-view.ts'

const hebei = 'hebei-xinle-2024'

function form(id: string): Template {
  const template = builtIn.find(id)
  if (!template) throw new Error(`no template ${id}`)
  return template
}

const money = (funding: Partial<ProjectRecord['funding']>, name = '项目'): ProjectRecord => {
  const record = recordWith(name, [])
  return { ...record, funding: { ...record.funding, unit: '万元', ...funding } }
}

describe('total from its parts', () => {
  test.each([
    [{ fiscal: '100.10', other: '12.9' }, '113.00', '', true],
    [{ total: '113', fiscal: '100.10', other: '12.9' }, '113.00', '0.00', false],
    [{ total: '115', fiscal: '100.10', other: '12.9' }, '113.00', '-2.00', true],
    [{ total: '0.3', fiscal: '0.1', other: '0.2000001' }, '0.3000001', '0.0000001', false],
    [{ total: '１１０', fiscal: '100', other: '１３' }, '113', '3', true],
    [{ total: '1130000元', fiscal: '100', other: '13' }, '113', '0', false],
    [{ total: '100', fiscal: '1,000.50' }, '1000.50', '900.50', true],
    [{ total: '待定', fiscal: '100' }, '100', '', false],
  ])('%j: %s, difference %s, off %s', (funding, sum, difference, isOff) => {
    expect(fundingSum(form(korla), money(funding), 'funding')).toMatchObject({ sum, difference, isOff })
  })

  test('nothing is summed without parts, over a text that is no amount, or where the form has no such block', () => {
    expect(fundingSum(form(korla), money({ total: '5' }), 'funding')).toBeNull()
    expect(fundingSum(form(korla), money({ fiscal: '约5', other: '1' }), 'funding')).toBeNull()
    expect(fundingSum(form(korla), money({ special: '5' }), 'funding')).toBeNull() // the form has no such field
    expect(fundingSum(form(korla), money({ fiscal: '5' }), 'termFunding')).toBeNull()
    expect(fundingSum(form(guangzhou), money({ special: '5' }), 'funding')).toMatchObject({ sum: '5' })
  })

  test('in words', () => {
    expect(differenceText('-2.00')).toBe('总额多 2.00')
    expect(differenceText('3')).toBe('总额少 3')
  })

  test('一键合计 writes the total once and is one step', () => {
    const { view, record } = openView(korla, [money({ fiscal: '100.1', other: '12.9' })])
    expect(canSumTotals(view)).toBe(true)
    sumTotals(view)
    expect(record().funding.total).toBe('113.00')
    expect(canSumTotals(view)).toBe(false)
    sumTotals(view)
    expect(view.editor.state.getState().history.past).toHaveLength(1)
    view.editor.undo()
    expect(record().funding.total).toBe('')
  })

  test('on a list form the selected projects are meant; the form sums them in its computed rows', () => {
    const { view, record } = openView(guangzhou, [money({ fiscal: '1.5', special: '2' }, '甲'), money({ other: '3' })])
    const { row } = cellOf(view, 'project.name', 0)
    view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, row) }))
    sumTotals(view)
    expect([record(0).funding.total, record(1).funding.total]).toEqual(['3.50', ''])
    selectAt(view, { row: 0, column: 0 })
    sumTotals(view)
    expect([record(0).funding.total, record(1).funding.total]).toEqual(['3.50', '3'])
    const computed = view.state.getState().sheet.layout.cells.filter((cell) => cell.role === 'computed')
    expect(computed.map((cell) => cell.text)).toContain('6.50')
  })
})

describe('payment plan', () => {
  test.each([
    ['100', ['25.00', '50.00', '75.00', '100.00']],
    ['0.01', ['0.00', '0.01', '0.01', '0.01']],
    ['10.01', ['2.50', '5.01', '7.51', '10.01']],
    ['123.4567', ['30.8642', '61.7284', '92.5925', '123.4567']],
    ['8200000元', ['205.00', '410.00', '615.00', '820.00']],
    ['', []],
    ['待定', []],
  ])('of %s: %j', (total, plan) => {
    expect(planFor(money({ total }))).toEqual(plan)
  })

  test('stays a plan of percentages where it is one', () => {
    expect(planFor({ ...money({ total: '80' }), paymentPlan: ['10%', '', '', ''] })).toEqual(['25', '50', '75', '100'])
  })

  test('is filled on request, in one step, only on a form that has it', () => {
    const { view, record } = openView(hebei, [money({ total: '80' })])
    fillPlan(view)
    expect(record().paymentPlan).toEqual(['20.00', '40.00', '60.00', '80.00'])
    expect(canFillPlan(view)).toBe(false)
    view.editor.undo()
    expect(record().paymentPlan).toEqual([])
    expect(canFillPlan(openView(korla, [money({ total: '80' })]).view)).toBe(false)
  })
})

const weighed = (...rows: [category: string, weight: string][]): ProjectRecord =>
  recordWith(
    '项目',
    rows.map(([category, weight]) => ({ ...indicator(category, '', '名称'), weight })),
  )

describe('weights of the status line', () => {
  test('by first level and in all, against the scheme that fits', () => {
    const sums = tableSums(form(korla), [
      weighed(['产出指标', '30.5'], ['产出指标', '１９．５分'], ['效益指标', '20'], ['满意度指标', '10']),
    ])
    expect(sums.classes).toEqual([
      { name: '产出', sum: '50', required: '50', isRight: true },
      { name: '效益', sum: '20', required: '30', isRight: false },
      { name: '满意度', sum: '10', required: '10', isRight: true },
    ])
    expect(sums.weight).toMatchObject({ sum: '80', required: '90', isRight: false })
  })

  test('a form without weights has none; a total that is off its parts says by how much', () => {
    expect(tableSums(form(hebei), [weighed(['产出指标', '30'])])).toMatchObject({ weight: null, classes: [] })
    expect(tableSums(form(korla), [money({ total: '5', fiscal: '7' })])).toMatchObject({ money: '5', difference: '2' })
    expect(tableSums(form(korla), [money({ total: '7', fiscal: '7' })]).difference).toBe('')
  })

  test('money of a list in the unit it prints, whatever units were typed', () => {
    const sums = (...amounts: [total: string, unit: string][]) => {
      const { money: sum, moneyUnit } = tableSums(
        form('guangzhou-panyu-2024'),
        amounts.map(([total, unit]) => money({ total, unit })),
      )
      return `${sum} ${moneyUnit}`
    }
    expect(sums(['10', '万元'], ['100000', '元'])).toBe('20 万元')
    expect(sums(['10', '万元'], ['100000元', '万元'])).toBe('20 万元')
    expect(sums(['1000000', '元'], ['820万元', '元'], ['500000', '元'])).toBe('9700000 元')
    expect(sums(['5000元', ''], ['3000元', ''])).toBe('8000 元')
    expect(sums(['待定', '元'])).toBe(' 元')
  })
})
