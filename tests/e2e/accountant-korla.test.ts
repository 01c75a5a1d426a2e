import { expect, test } from 'vitest'
import type { ProjectRecord } from '../../shared/model/project.ts'
import { describeDay } from './support/accountants-day.ts'
import { recordOf } from './support/kept-records.ts'
import { column } from './support/sheet.ts'
import { copiedFromWps } from './support/wps-clipboard.ts'

const projectName = '城区公共绿地养护'
const goal = '目标1：完成城区公共绿地养护120万平方米；\n目标2：苗木成活率不低于95%，群众出行环境改善。'

/** As WPS shows them: 一级 and 二级 merged downwards, no 佐证资料 yet. */
const block: (string | null)[][] = [
  ['产出指标', '质量指标', '苗木成活率', '≥95%', '行业或国家标准', '94%', '10', '按照正常比例赋分'],
  [null, null, '养护验收合格率', '=100%', '计划标准', '100%', '10', '直接赋分'],
  [null, '时效指标', '养护任务完成时限', '2024年12月31日前', '计划标准', '2023年12月31日前', '10', '直接赋分'],
  ['成本指标', '经济成本指标', '每平方米养护成本', '≤0.95元', '预算支出标准', '0.96元', '10', '按照正常比例赋分'],
  [null, null, '机械租用\n（含燃油）费用', '≤12万元', '预算支出标准', '12.4万元', '5', '按照正常比例赋分'],
  ['效益指标', '社会效益指标', '城区环境整洁度', '明显改善', '历史标准', '有所改善', '10', '按评判等级赋分'],
  [null, null, '绿地投诉件数', '≤8件', '历史标准', '11件', '5', '按照正常比例赋分'],
]

const levels = (category: string, subcategory: string) => ({ category, subcategory })
const worksheet = { evidence: '工作资料' }

const expected: ProjectRecord = recordOf(
  {
    year: '2024',
    unit: { code: '', name: '云溪县园林所' },
    project: { code: '', name: projectName, leader: '周明远' },
    funding: { unit: '万元', total: '126.5', fiscal: '106.5', special: '', other: '20' },
    goal: { term: '', annual: goal },
  },
  [
    // prettier-ignore
    { ...levels('产出指标', '数量指标'), name: '绿地养护面积', target: '≥120万平方米', basis: '计划标准', lastActual: '118万平方米', weight: '5', scoring: '按照正常比例赋分', evidence: '工作资料' },
    // prettier-ignore
    { ...levels('产出指标', '数量指标'), name: '补植苗木', target: '≥3000株', basis: '历史标准', lastActual: '2860株', weight: '5', scoring: '按照正常比例赋分', evidence: '原始凭证' },
    // prettier-ignore
    { ...levels('产出指标', '质量指标'), name: '养护验收合格率', target: '=100%', basis: '计划标准', lastActual: '100%', weight: '10', scoring: '直接赋分', ...worksheet },
    // prettier-ignore
    { ...levels('产出指标', '质量指标'), name: '苗木成活率', target: '≥95%', basis: '行业或国家标准', lastActual: '94%', weight: '10', scoring: '按照正常比例赋分', ...worksheet },
    // prettier-ignore
    { ...levels('产出指标', '时效指标'), name: '养护任务完成时限', target: '2024年12月31日前', basis: '计划标准', lastActual: '2023年12月31日前', weight: '10', scoring: '直接赋分', ...worksheet },
    // prettier-ignore
    { ...levels('成本指标', '经济成本指标'), name: '每平方米养护成本', target: '≤0.95元', basis: '预算支出标准', lastActual: '0.96元', weight: '10', scoring: '按照正常比例赋分', ...worksheet },
    // prettier-ignore
    { ...levels('成本指标', '经济成本指标'), name: '水费总额', target: '≤9万元', basis: '预算支出标准', lastActual: '9.2万元', weight: '3', scoring: '按照正常比例赋分', evidence: '原始凭证' },
    // prettier-ignore
    { ...levels('成本指标', '经济成本指标'), name: '药剂费总额', target: '≤4万元', basis: '预算支出标准', lastActual: '', weight: '2', scoring: '按照正常比例赋分', evidence: '原始凭证' },
    // prettier-ignore
    { ...levels('成本指标', '经济成本指标'), name: '机械租用\n（含燃油）费用', target: '≤12万元', basis: '预算支出标准', lastActual: '12.4万元', weight: '5', scoring: '按照正常比例赋分', ...worksheet },
    // prettier-ignore
    { ...levels('效益指标', '社会效益指标'), name: '城区环境整洁度', target: '明显改善', basis: '历史标准', lastActual: '有所改善', weight: '10', scoring: '按评判等级赋分', ...worksheet },
    // prettier-ignore
    { ...levels('效益指标', '社会效益指标'), name: '绿地投诉件数', target: '≤8件', basis: '历史标准', lastActual: '11件', weight: '5', scoring: '按照正常比例赋分', ...worksheet },
    // prettier-ignore
    { ...levels('满意度指标', '满意度指标'), name: '居民满意度', target: '≥90%', basis: '历史标准', lastActual: '88.5%', weight: '5', scoring: '满意度赋分', evidence: '说明材料' },
  ],
)

const whole = [{ template: 'xinjiang-korla-2023', record: expected }]

describeDay('an accountant fills the Korla form without a mouse', whole, (day) => {
  const texts = () => day.page.locator('.sheet td').allTextContents()
  const names = async () => (await column(day.page, '三级指标')).filter((name) => name !== '')

  test('a new project from the first start', async () => {
    const { press, tabTo, write } = day.accountant
    await day.startNewTable()
    await tabTo('表样')
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await tabTo('所属年度')
    await press('Control+a')
    await write('2024')
    await tabTo('单位')
    await write('云溪县园林所')
    await tabTo('新建并填写')
    await press('Enter')
    await day.accountant.standsIn(/年度 2024$/)
  })

  test('the head of the form: composed texts, full-width digits, a goal of two lines', async () => {
    const { fill, standsIn } = day.accountant
    await fill('', '', projectName, '周明远')
    await standsIn(/金额单位 万元$/)
    await fill('', '１２６．５', '106.5', '20', goal)
    await standsIn(/一级指标 空$/)
  })

  test('two indicators typed, choices taken from the list', async () => {
    const { fill, press, standsIn, write } = day.accountant
    await write('cczb') // initials of 产出指标
    await press('ArrowDown', 'Tab')
    await fill(
      '数量指标',
      '绿地养护面积',
      '≥120万平方米',
      '计划标准',
      '118万平方米',
      '5',
      '按照正常比例赋分',
      '工作资料',
    )
    await standsIn(/三级指标 空$/) // Tab in the last cell has added a row, in the levels of the one above
    await fill('补植苗木', '≥3000株', '历史标准', '2860株', '5')
    await fill('按照正常比例赋分', '原始凭证')
    await standsIn(/三级指标 空$/)
    await press('Home')
    expect(await names()).toEqual(['绿地养护面积', '补植苗木'])
  })

  test('a block copied in WPS', async () => {
    const { html, plain } = copiedFromWps(block)
    await day.accountant.paste(html, plain)
    await expect.poll(names, { timeout: 15_000 }).toHaveLength(9)
  })

  test('evidence filled down', async () => {
    const { press, moveTo, write, standsIn } = day.accountant
    await moveTo('ArrowRight', /佐证资料 空$/)
    await write('工作资料')
    await press('Enter', 'ArrowUp')
    await standsIn(/佐证资料 工作资料$/)
    for (let row = 1; row < block.length; row++) await press('Shift+ArrowDown')
    await press('Control+d')
    expect((await column(day.page, '佐证资料')).slice(2, 9)).toEqual(block.map(() => '工作资料'))
  })

  test('the last indicator typed below', async () => {
    const { press, moveTo, fill } = day.accountant
    await press('Control+End', 'Tab')
    await press('Home')
    await fill('满意度指标', '满意度指标', '居民满意度', '≥90%', '', '88.5%', '5')
    await moveTo('ArrowLeft', /三级指标 居民满意度$/)
    expect((await column(day.page, '指标赋分规则')).at(-1)).toBe('满意度赋分')
  })

  test('two rows inserted in the middle', async () => {
    const { press, moveTo, fill } = day.accountant
    await moveTo('ArrowUp', /三级指标 机械租用/)
    await press('Control+Equal', 'Control+Equal')
    await fill('水费总额', '≤9万元', '', '9.2万元', '3', '', '原始凭证')
    await fill('药剂费总额', '≤4万元', '', '', '2', '', '')
    expect(await names()).toHaveLength(12)
  })

  test('a row moved up; the last steps undone and done again', async () => {
    const { press, moveTo } = day.accountant
    await press('Home', 'ArrowRight', 'ArrowRight')
    await moveTo('ArrowUp', /三级指标 养护验收合格率$/)
    const before = await texts()
    await press('Shift+Space', 'Alt+ArrowUp')
    const moved = await texts()
    expect((await names()).slice(2, 4)).toEqual(['养护验收合格率', '苗木成活率'])
    await press('Control+z')
    expect(await texts()).toEqual(before)
    for (let step = 0; step < 20; step++) await press('Control+z')
    expect(await names()).not.toContain('水费总额')
    for (let step = 0; step < 21; step++) await press('Control+y')
    expect(await texts()).toEqual(moved)
  })

  test('to the list and back: everything stands there, and can still be undone', async () => {
    const { press } = day.accountant
    const before = await texts()
    await day.goAndComeBack(projectName, 1, texts)
    await press('Control+z')
    expect((await names()).slice(2, 4)).toEqual(['苗木成活率', '养护验收合格率'])
    await press('Control+y')
    expect(await texts()).toEqual(before)
  })
})
