/** One-click corrections: what is offered, and that the finding is gone when it is taken. */
import { describe, expect, test } from 'vitest'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { checkRecordRules } from '../../../shared/rules/check.ts'
import { applyFix, findFix } from '../../../shared/rules/fix.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import type { Template } from '../../../shared/templates/template.ts'

function form(id: string): Template {
  const template = builtIn.find(id)
  if (!template) throw new Error(id)
  return template
}

const hebei = form('hebei-xinle-2024')
const korla = form('xinjiang-korla-2023')

const withIndicator = (parts: Partial<ProjectRecord['indicators'][number]>): ProjectRecord => ({
  ...emptyRecord(),
  indicators: [{ ...emptyIndicator(), category: '产出指标', subcategory: '数量指标', name: '演出场次', ...parts }],
})

const withFunding = (parts: Partial<ProjectRecord['funding']>, paymentPlan: string[] = []): ProjectRecord => ({
  ...emptyRecord(),
  funding: { ...emptyRecord().funding, unit: '万元', ...parts },
  paymentPlan,
})

const cases: [string, Template, string, ProjectRecord, { path: string; text: string } | null][] = [
  [
    'a total is taken from its parts, exactly',
    hebei,
    'R-MN-01',
    withFunding({ total: '120', fiscal: '100.10', other: '12.90' }),
    { path: 'funding.total', text: '113.00' },
  ],
  [
    'the last point of the plan is the budget',
    hebei,
    'R-PL-02',
    withFunding({ total: '80' }, ['20', '40', '60', '70']),
    { path: 'paymentPlan[3]', text: '80.00' },
  ],
  [
    'the last point of a plan in percent is 100%',
    hebei,
    'R-PL-02',
    withFunding({ total: '80' }, ['20%', '40%', '60%', '90%']),
    { path: 'paymentPlan[3]', text: '100%' },
  ],
  [
    'the word 百分比 is the sign',
    korla,
    'R-VL-14',
    withIndicator({ target: '≥95 百分比' }),
    { path: 'indicators[0].target', text: '≥95%' },
  ],
  [
    'a first level without 指标, with a blank',
    korla,
    'R-ST-04',
    withIndicator({ category: ' 产出' }),
    { path: 'indicators[0].category', text: '产出指标' },
  ],
  [
    'a second level without 指标',
    korla,
    'R-ST-04',
    withIndicator({ subcategory: '质量' }),
    { path: 'indicators[0].subcategory', text: '质量指标' },
  ],
  [
    'a second level under the wrong first one: the first is corrected',
    korla,
    'R-ST-04',
    withIndicator({ subcategory: '社会效益指标' }),
    { path: 'indicators[0].category', text: '效益指标' },
  ],
  ['a level nobody knows is left to the person', korla, 'R-ST-04', withIndicator({ subcategory: '其他' }), null],
  ['a level where the name belongs', korla, 'R-ST-04', withIndicator({ name: '质量指标' }), null],
  [
    'an amount as an input method writes it',
    hebei,
    'R-MN-03',
    withFunding({ total: '1，200。50' }),
    { path: 'funding.total', text: '1,200.50' },
  ],
  ['an amount nobody can read', hebei, 'R-MN-03', withFunding({ total: '约120' }), null],
  [
    'a point of the plan likewise',
    hebei,
    'R-PL-01',
    withFunding({ total: '80' }, ['20。5', '40', '60', '80']),
    { path: 'paymentPlan[0]', text: '20.5' },
  ],
  [
    'a weight likewise',
    korla,
    'R-WT-05',
    withIndicator({ weight: '２。５' }),
    { path: 'indicators[0].weight', text: '2.5' },
  ],
  [
    'a level in characters that look alike',
    korla,
    'R-ST-04',
    withIndicator({ category: '效益指标', subcategory: '⽣态效益指标' }),
    { path: 'indicators[0].subcategory', text: '生态效益指标' },
  ],
  [
    'a choice with a blank in it',
    korla,
    'R-BS-01',
    withIndicator({ basis: '计划 标准' }),
    { path: 'indicators[0].basis', text: '计划标准' },
  ],
]

describe('one-click corrections', () => {
  test.each(cases)('%s', (_, template, code, record, expected) => {
    const problem = checkRecordRules(template, record).find((one) => one.code === code)
    if (!problem) throw new Error(`no ${code}`)
    const fix = findFix(template, record, problem)
    expect(fix).toEqual(expected)
    if (!fix) return
    const left = checkRecordRules(template, applyFix(record, fix))
    expect(left.filter((one) => one.code === code && one.path === problem.path)).toEqual([])
  })

  test('a finding of another time offers nothing', () => {
    const problem = { code: 'R-VL-14', severity: 'hint', path: 'indicators[7].target', message: '', basis: '' } as const
    expect(findFix(korla, withIndicator({}), problem)).toBeNull()
  })
})
