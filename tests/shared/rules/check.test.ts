import { describe, expect, test } from 'vitest'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { standingIn } from '../../../shared/model/halves.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { catalogue, checkRecordRules } from '../../../shared/rules/check.ts'
import { findFix } from '../../../shared/rules/fix.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { formExamples } from '../../forms/form-examples.ts'

const form = (id: string): Template => {
  const template = builtIn.find(id)
  if (!template) throw new Error(id)
  return template
}
const example = (id: string): ProjectRecord => structuredClone(formExamples[id]?.[0] ?? emptyRecord())
const korla = form('xinjiang-korla-2023')
const hebei = form('hebei-xinle-2024')

/** The findings of one rule as `path severity`. */
function findings(template: Template, record: ProjectRecord, code: string): string[] {
  return checkRecordRules(template, record)
    .filter((problem) => problem.code === code)
    .map((problem) => `${problem.path} ${problem.severity}`)
}

/** The example of a form with one change, checked for one rule. */
function after(template: Template, code: string, change: (record: ProjectRecord) => void): string[] {
  const record = example(template.id)
  expect(findings(template, record, code), 'the example itself has no such finding').toEqual([])
  change(record)
  return findings(template, record, code)
}

const row = (record: ProjectRecord, index: number) => {
  const indicator = record.indicators[index]
  if (!indicator) throw new Error('no such row')
  return indicator
}

describe('structure', () => {
  test('a blank form asks for what the form prints, and for nothing else', () => {
    expect(findings(korla, emptyRecord(), 'R-ST-01')).toEqual([
      'project.name error',
      'unit.name error',
      'year error',
      'funding.total error',
    ])
    expect(findings(hebei, emptyRecord(), 'R-ST-01')).not.toContain('year error')
  })
  test('the goal', () => {
    expect(after(korla, 'R-ST-02', (record) => void (record.goal.annual = ' '))).toEqual(['goal.annual error'])
    expect(after(korla, 'R-ST-02', (record) => void (record.goal.annual = '……'))).toEqual(['goal.annual error'])
  })
  test('a row without name or value', () => {
    expect(after(korla, 'R-ST-03', (record) => void (row(record, 2).name = ''))).toEqual(['indicators[2].name error'])
    expect(after(korla, 'R-ST-03', (record) => void (row(record, 2).target = ''))).toEqual([
      'indicators[2].target error',
    ])
  })
  test('a name of one half asks for the value of that half', () => {
    const central = form('central-2021')
    const [indicator = emptyIndicator()] = example(central.id).indicators
    const named = { ...indicator, termTarget: '', target: '' }
    const missing = (half: 'term' | 'annual') => {
      const one = standingIn(named, { term: half === 'term', annual: half === 'annual' })
      return findings(central, { ...example(central.id), indicators: [one] }, 'R-ST-03')
    }
    expect(missing('term')).toEqual(['indicators[0].termTarget error'])
    expect(missing('annual')).toEqual(['indicators[0].target error'])
  })
  test('the name of a level where the indicator is named', () => {
    expect(after(korla, 'R-ST-04', (record) => void (row(record, 1).name = ' 产出指标'))).toEqual([
      'indicators[1].name warning',
    ])
    expect(after(hebei, 'R-ST-04', (record) => void (row(record, 1).name = '数量指标'))).toEqual([
      'indicators[1].name warning',
    ])
  })
  test('levels that do not belong together', () => {
    expect(after(korla, 'R-ST-04', (record) => void (row(record, 0).subcategory = '经济成本指标'))).toEqual([
      'indicators[0].subcategory error',
    ])
    expect(after(korla, 'R-ST-04', (record) => void (row(record, 0).category = '项目完成指标'))).toEqual([
      'indicators[0].category error',
    ])
  })
  test('output and benefit are both there; satisfaction is asked for', () => {
    expect(after(korla, 'R-ST-05', (record) => void record.indicators.splice(4, 1))).toEqual([' error'])
    expect(after(korla, 'R-ST-06', (record) => void record.indicators.splice(5, 1))).toEqual([' warning'])
  })
  test('two rows of the same name, unless their units differ', () => {
    expect(after(korla, 'R-ST-09', (record) => void (row(record, 1).name = '全年开放天数'))).toEqual([])
    expect(
      after(korla, 'R-ST-09', (record) => void Object.assign(row(record, 1), { name: '全年开放天数', target: '≥5天' })),
    ).toEqual(['indicators[1].name warning'])
  })
  test('a description that repeats the name', () => {
    expect(findings(hebei, example(hebei.id), 'R-ST-12')).toEqual(['indicators[0].description hint'])
  })
  test('every column of a form that asks for it', () => {
    expect(after(korla, 'R-ST-14', (record) => void (row(record, 3).evidence = ''))).toEqual([
      'indicators[3].evidence error',
    ])
    expect(findings(hebei, emptyRecord(), 'R-ST-14')).toEqual([])
  })
})

describe('lengths', () => {
  test('a name of more than 100 characters', () => {
    expect(after(korla, 'R-LN-01', (record) => void (row(record, 0).name = '长'.repeat(101)))).toEqual([
      'indicators[0].name error',
    ])
  })
  test('a goal of more than 4000 bytes', () => {
    expect(after(korla, 'R-LN-02', (record) => void (record.goal.annual = '长'.repeat(2000)))).toEqual([])
    expect(after(korla, 'R-LN-02', (record) => void (record.goal.annual = `${'长'.repeat(2000)}a`))).toEqual([
      'goal.annual error',
    ])
  })
})

describe('money', () => {
  test('parts that do not make the total, exactly', () => {
    expect(after(korla, 'R-MN-01', (record) => void (record.funding.other = '0.1'))).toEqual(['funding.total error'])
    expect(after(korla, 'R-MN-01', (record) => void (record.funding.other = '0.005'))).toEqual([])
    expect(after(korla, 'R-MN-01', (record) => void (record.funding.fiscal = '75000元'))).toEqual([])
  })
  test('what is no amount, is negative, is nothing', () => {
    expect(after(korla, 'R-MN-03', (record) => void (record.funding.total = '约七万'))).toEqual(['funding.total error'])
    expect(after(korla, 'R-MN-03', (record) => void (record.funding.fiscal = '-1'))).toEqual(['funding.fiscal error'])
    // a dash is how a spreadsheet prints zero: no finding on a part, and none on the sum
    expect(after(korla, 'R-MN-03', (record) => void (record.funding.other = ' - '))).toEqual([])
    expect(after(korla, 'R-MN-01', (record) => void (record.funding.other = '－'))).toEqual([])
    expect(after(korla, 'R-MN-03', (record) => void (record.funding.total = '-'))).toEqual(['funding.total error'])
    expect(after(korla, 'R-MN-03', (record) => void (record.funding.total = '0'))).toEqual(['funding.total warning'])
    expect(after(korla, 'R-MN-05', (record) => void (record.funding.unit = '欧元'))).toEqual(['funding.unit warning'])
    expect(after(korla, 'R-ST-01', (record) => void (record.year = '24'))).toEqual(['year error'])
  })
})

describe('payment plan', () => {
  test('is cumulative and ends at the budget', () => {
    expect(after(hebei, 'R-PL-01', (record) => void (record.paymentPlan[1] = '10'))).toEqual(['paymentPlan[1] error'])
    expect(after(hebei, 'R-PL-02', (record) => void (record.paymentPlan[3] = '99.99'))).toEqual([
      'paymentPlan[3] error',
    ])
  })
  test('percentages and a payment at the year’s end are fine', () => {
    for (const plan of [
      ['25', '50', '75', '100'],
      ['25%', '50%', '75%', '100%'],
      ['', '', '', '100.30'],
    ]) {
      expect(after(hebei, 'R-PL-01', (record) => void (record.paymentPlan = plan))).toEqual([])
      expect(after(hebei, 'R-PL-02', (record) => void (record.paymentPlan = plan))).toEqual([])
    }
  })
})

describe('weights', () => {
  test('the sums of the form’s scheme and the total', () => {
    expect(after(korla, 'R-WT-01', (record) => void (row(record, 0).weight = '25'))).toEqual([
      'indicators[0].weight error',
      'indicators[0].weight error',
    ])
    expect(after(korla, 'R-WT-01', (record) => void (row(record, 0).weight = '20.00'))).toEqual([])
  })
  test('without 成本指标 other sums hold', () => {
    const record = example(korla.id)
    record.indicators.splice(3, 1)
    row(record, 0).weight = '30'
    row(record, 3).weight = '30'
    expect(findings(korla, record, 'R-WT-01')).toEqual([])
  })
  test('a weight is a positive number of at most two decimals', () => {
    expect(after(korla, 'R-WT-05', (record) => void (row(record, 0).weight = '0'))).toEqual([
      'indicators[0].weight error',
    ])
    expect(after(korla, 'R-WT-05', (record) => void (row(record, 0).weight = '二十'))).toEqual([
      'indicators[0].weight error',
    ])
    expect(after(korla, 'R-WT-06', (record) => void (row(record, 0).weight = '20.125'))).toEqual([
      'indicators[0].weight error',
    ])
  })
})

describe('values', () => {
  test('placeholders, the word 百分比, choices outside the list', () => {
    expect(after(korla, 'R-VL-03', (record) => void (row(record, 0).target = '≥XX天'))).toEqual([
      'indicators[0].target error',
    ])
    for (const text of ['x%', '待定', '***人', '＿＿', '…', '完成××项', '≥__%']) {
      expect(
        after(korla, 'R-VL-03', (record) => void (row(record, 0).target = text)),
        text,
      ).toEqual(['indicators[0].target error'])
    }
    for (const text of ['/', '—', '无', '2×3米', '4xl', 'x光片']) {
      expect(
        after(korla, 'R-VL-03', (record) => void (row(record, 0).target = text)),
        text,
      ).toEqual([])
    }
    expect(findings(hebei, example(hebei.id), 'R-VL-14')).toEqual(['indicators[1].target hint'])
    expect(after(korla, 'R-BS-01', (record) => void (row(record, 0).scoring = '随意赋分'))).toEqual([
      'indicators[0].scoring error',
    ])
  })

  test('levels in characters that look alike are hints, and their rows count as what they show', () => {
    const record = example(korla.id)
    const before = checkRecordRules(korla, record)
    const other = {
      ...record,
      indicators: record.indicators.map((one) => ({
        ...one,
        category: one.category.replace('指标', ' 指\u200B标'),
        subcategory: one.subcategory.replace('生', '⽣').replace('指标', '指 标'),
      })),
    }
    const found = checkRecordRules(korla, other)
    expect(found.filter(({ code }) => code !== 'R-ST-04')).toEqual(before)
    const levels = found.filter(({ code }) => code === 'R-ST-04')
    expect(levels.map(({ severity }) => severity)).toEqual(levels.map(() => 'hint'))
    expect(levels).toHaveLength(2 * record.indicators.length)
    for (const problem of levels) expect(findFix(korla, other, problem)).not.toBeNull()
  })

  test('a choice in other characters that look alike is a hint, and one click away', () => {
    const lookAlike = (record: ProjectRecord) => void (row(record, 0).evidence = '⼯作\u200B资料')
    expect(after(korla, 'R-BS-01', lookAlike)).toEqual(['indicators[0].evidence hint'])
    const record = example(korla.id)
    lookAlike(record)
    const problem = checkRecordRules(korla, record).find(({ code }) => code === 'R-BS-01')
    expect(problem && findFix(korla, record, problem)).toEqual({ path: 'indicators[0].evidence', text: '工作资料' })
  })
})

test('no rule throws on a record of any content, and codes are unique', () => {
  const odd = {
    ...emptyRecord(),
    paymentPlan: ['x', '%', '', '-5', '9'],
    indicators: [emptyIndicator(), { ...emptyIndicator(), weight: '∞', target: '\n' }],
  }
  for (const id of Object.keys(formExamples)) expect(() => checkRecordRules(form(id), odd)).not.toThrow()
  expect(new Set(catalogue.map((rule) => rule.code)).size).toBe(catalogue.length)
})
