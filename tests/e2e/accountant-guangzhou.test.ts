import { expect, test } from 'vitest'
import type { ProjectRecord } from '../../shared/model/project.ts'
import { describeDay } from './support/accountants-day.ts'
import { recordOf } from './support/kept-records.ts'
import { copiedFromWps } from './support/wps-clipboard.ts'

const unitName = '青禾区体育中心'
const trails = '健身步道维护'
const matches = '群众体育赛事补助'

/** As WPS shows them: 一级 and 二级 merged downwards. */
const block: (string | null)[][] = [
  ['产出指标', '质量指标', '设施完好率', '', '≥95%'],
  [null, '时效指标', '维修响应时间', '≤24小时', '≤24小时'],
  [null, '成本指标', '维护总成本', '', '≤32.5万元'],
  ['效益指标', '社会效益', '受益居民人数', '30万人次', '10万人次'],
  [null, '可持续影响', '步道使用年限', '', '≥8年'],
]

const levels = (category: string, subcategory: string) => ({ category, subcategory })
const unit = { code: '', name: unitName }

const expected: ProjectRecord[] = [
  recordOf(
    {
      unit,
      project: { code: '', name: trails, leader: '' },
      funding: { unit: '万元', total: '32.50', fiscal: '30.00', special: '', other: '2.50' },
      goal: { term: '', annual: '维护健身步道18公里；\n保障居民日常锻炼。' },
    },
    [
      { ...levels('产出指标', '数量指标'), name: '维护步道里程', termTarget: '54公里', target: '18公里' },
      { ...levels('产出指标', '数量指标'), name: '更换标识牌', target: '≥60块' },
      { ...levels('产出指标', '时效指标'), name: '维修响应时间', termTarget: '≤24小时', target: '≤24小时' },
      { ...levels('产出指标', '质量指标'), name: '设施完好率', target: '≥95%' },
      { ...levels('产出指标', '质量指标'), name: '验收合格率', target: '≥95%' },
      { ...levels('产出指标', '成本指标'), name: '维护总成本', target: '≤32.5万元' },
      { ...levels('效益指标', '社会效益'), name: '受益居民人数', termTarget: '30万人次', target: '10万人次' },
      { ...levels('效益指标', '社会效益'), name: '安全事故起数', termTarget: '0起', target: '0起' },
      { ...levels('效益指标', '可持续影响'), name: '步道使用年限', target: '≥8年' },
      { ...levels('满意度指标', '服务对象满意度指标'), name: '居民满意度', termTarget: '≥90%', target: '≥90%' },
    ],
  ),
  recordOf(
    {
      unit,
      project: { code: '', name: matches, leader: '' },
      funding: { unit: '万元', total: '18', fiscal: '18', special: '', other: '' },
      goal: { term: '', annual: '举办群众体育赛事。' },
    },
    [
      { ...levels('产出指标', '数量指标'), name: '举办赛事场次', target: '12场' },
      { ...levels('满意度指标', '服务对象满意度指标'), name: '参赛者满意度', target: '≥90%' },
    ],
  ),
]

const whole = expected.map((record) => ({ template: 'guangzhou-panyu-2024', record }))

describeDay('an accountant fills the Guangzhou form of a unit without a mouse', whole, (day) => {
  /** The form; the grid of the opened indicators. */
  const form = () => day.page.locator('.editor-main > .desk .sheet td').allTextContents()
  const inset = () => day.page.getByRole('region', { name: '绩效指标' })
  const names = () => inset().locator('td.cell-input[data-column="2"]').allTextContents()

  test('a new table from the first start', async () => {
    const { press, tabTo, write } = day.accountant
    await day.startNewTable()
    await tabTo('表样')
    await press('ArrowDown', 'ArrowDown', 'Enter')
    await tabTo('单位')
    await write(unitName)
    await tabTo('新建并填写')
    await press('Enter')
    await day.accountant.standsIn(/部门名称 青禾区体育中心$/)
  })

  test('two projects with their amounts and goals', async () => {
    const { fill, press, standsIn } = day.accountant
    await fill('', '')
    await standsIn(/项目名称（资金使用单位） 空$/)
    await fill(trails, '32.50', '30.00', '', '２.50', '维护健身步道18公里；\n保障居民日常锻炼。')
    await standsIn(/绩效指标 空$/)
    await press('Tab') // the last cell: a row for the next project
    await standsIn(/项目名称（资金使用单位） 空$/)
    await fill(matches, '18', '18', '', '', '举办群众体育赛事。')
    await standsIn(/绩效指标 空$/)
    expect(await form()).toContain('50.50')
  })

  test('the indicators of the second project, through the grid of its packed cell', async () => {
    const { fill, press } = day.accountant
    await press('F2')
    await inset().getByRole('grid').waitFor()
    await day.accountant.standsIn(/一级指标 空$/)
    await fill('产出指标', '数量指标', '举办赛事场次', '', '12场')
    await day.accountant.standsIn(/三级指标 空$/)
    await press('Home')
    await fill('满意度指标', '服务对象满意度指标', '参赛者满意度', '')
    await day.accountant.write('≥90%')
    await press('Enter', 'Escape')
    await inset().waitFor({ state: 'detached' })
    await day.accountant.standsIn(/绩效指标 1、1-产出指标；11-数量指标；举办赛事场次；/)
  })

  test('the indicators of the first: typed, pasted from WPS, filled to the right', async () => {
    const { fill, press, moveTo } = day.accountant
    await moveTo('ArrowUp', /绩效指标 空$/)
    await press('F2')
    await inset().getByRole('grid').waitFor()
    await day.accountant.standsIn(/一级指标 空$/)
    await fill('产出指标', '数量指标', '维护步道里程', '54公里', '18公里')
    await fill('更换标识牌', '', '≥60块')
    await press('Home')
    const { html, plain } = copiedFromWps(block)
    await day.accountant.paste(html, plain)
    await expect.poll(names, { timeout: 15_000 }).toHaveLength(7)
    await press('Control+End', 'Tab', 'Home')
    await fill('满意度指标', '服务对象满意度指标', '居民满意度', '≥90%')
    await press('Control+r') // the value of the term is the year's
    expect((await form()).join('')).toContain('居民满意度；实施周期指标值:≥90%；年度指标值:≥90%')
  })

  test('two rows inserted, one filled down, a row moved, undone and done again', async () => {
    const { fill, press, moveTo } = day.accountant
    await press('Home', 'ArrowRight', 'ArrowRight')
    await moveTo('ArrowUp', /三级指标 步道使用年限$/)
    await press('Control+Equal')
    await fill('安全事故起数', '0起')
    await press('Control+r')
    await press('Home', 'ArrowRight', 'ArrowRight')
    await moveTo('ArrowUp', /三级指标 维修响应时间$/)
    await press('Control+Equal')
    await fill('验收合格率', '')
    await press('Control+d') // the value of the row above
    await press('Home', 'ArrowRight', 'ArrowRight')
    await moveTo('ArrowUp', /三级指标 设施完好率$/)
    await moveTo('ArrowDown', /三级指标 维修响应时间$/)
    const before = await form()
    await press('Shift+Space', 'Alt+ArrowUp', 'Alt+ArrowUp')
    const moved = await form()
    expect((await names()).slice(2, 5)).toEqual(['维修响应时间', '设施完好率', '验收合格率'])
    await press('Control+z', 'Control+z')
    expect(await form()).toEqual(before)
    for (let step = 0; step < 10; step++) await press('Control+z')
    expect((await form()).join('')).not.toContain('安全事故起数')
    for (let step = 0; step < 12; step++) await press('Control+y')
    expect(await form()).toEqual(moved)
    await press('Escape')
    await inset().waitFor({ state: 'detached' })
  })

  test('to the list and back: everything stands there', async () => {
    await day.goAndComeBack(matches, 2, form)
  })
})
