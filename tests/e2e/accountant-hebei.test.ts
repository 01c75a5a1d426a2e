import { expect, test } from 'vitest'
import type { ProjectRecord } from '../../shared/model/project.ts'
import { describeDay } from './support/accountants-day.ts'
import { recordOf } from './support/kept-records.ts'
import { column } from './support/sheet.ts'
import { copiedFromWps } from './support/wps-clipboard.ts'

const projectName = '基层防疫物资储备经费'
const purpose = '1.采购消杀药品和防护用品；\n2.仓库租赁、装卸和运输费用。'
const goal = '1、按计划储备防疫物资，保障 12 个乡镇使用；\n2、物资合格率达到100%；\n3、群众满意度不低于90%。'

/** As WPS shows them: 一级 merged downwards, 依据 not yet filled in; a quotation mark and a line break inside texts. */
const block: (string | null)[][] = [
  ['产出指标', '质量指标', '物资验收合格率', '验收合格数量占采购数量的比率', '=100%'],
  [null, '质量指标', '药品有效期内使用率', '有效期内使用的药品占"在库药品"的比率', '≥98%'],
  [null, '时效指标', '物资到位时间', '从下单到入库的天数\n（不含节假日）', '≤15天'],
  [null, '成本指标', '物资采购成本', '全年采购支出', '≤42.6万元'],
  ['效益指标', '社会效益指标', '保障乡镇数量', '得到物资保障的乡镇', '12个'],
  [null, '可持续影响指标', '储备制度健全性', '储备管理制度是否健全', '健全'],
]

const levels = (category: string, subcategory: string) => ({ category, subcategory })

const expected: ProjectRecord = recordOf(
  {
    unit: { code: '360012', name: '云溪县疾病预防控制中心' },
    project: { code: '13012024P00012', name: projectName, leader: '' },
    funding: { unit: '万元', total: '58.6', fiscal: '50.6', special: '', other: '8' },
    purpose,
    paymentPlan: ['25', '50', '75', '100'],
    goal: { term: '', annual: goal },
  },
  [
    // prettier-ignore
    { ...levels('产出指标', '数量指标'), name: '储备物资种类', description: '纳入储备目录的物资种类', target: '≥20种', basis: '工作安排' },
    // prettier-ignore
    { ...levels('产出指标', '数量指标'), name: '配送次数', description: '全年向乡镇配送物资的次数', target: '>=48次', basis: '历史依据' },
    // prettier-ignore
    { ...levels('产出指标', '数量指标'), name: '培训人次', description: '物资管理人员培训人次', target: '≥60人次', basis: '工作安排' },
    // prettier-ignore
    { ...levels('产出指标', '质量指标'), name: '药品有效期内使用率', description: '有效期内使用的药品占"在库药品"的比率', target: '≥98%', basis: '工作安排' },
    // prettier-ignore
    { ...levels('产出指标', '质量指标'), name: '物资验收合格率', description: '验收合格数量占采购数量的比率', target: '=100%', basis: '工作安排' },
    // prettier-ignore
    { ...levels('产出指标', '时效指标'), name: '物资到位时间', description: '从下单到入库的天数\n（不含节假日）', target: '≤15天', basis: '工作安排' },
    // prettier-ignore
    { ...levels('产出指标', '成本指标'), name: '物资采购成本', description: '全年采购支出', target: '≤42.6万元', basis: '工作安排' },
    // prettier-ignore
    { ...levels('产出指标', '成本指标'), name: '仓储运输成本', description: '租赁、装卸和运输支出', target: '≤16万元', basis: '预算支出标准' },
    // prettier-ignore
    { ...levels('效益指标', '社会效益指标'), name: '保障乡镇数量', description: '得到物资保障的乡镇', target: '12个', basis: '工作安排' },
    // prettier-ignore
    { ...levels('效益指标', '可持续影响指标'), name: '储备制度健全性', description: '储备管理制度是否健全', target: '健全', basis: '工作安排' },
    // prettier-ignore
    { ...levels('满意度指标', '服务对象满意度指标'), name: '乡镇卫生院满意度', description: '抽样调查满意的比率', target: '≥95%', basis: '历史依据' },
    // prettier-ignore
    { ...levels('满意度指标', '服务对象满意度指标'), name: '群众满意度', description: '抽样调查满意的比率', target: '≥90%', basis: '历史依据' },
  ],
)

const whole = [{ template: 'hebei-xinle-2024', record: expected }]

describeDay('an accountant fills the Hebei form without a mouse', whole, (day) => {
  const texts = () => day.page.locator('.sheet td').allTextContents()
  const names = async () => (await column(day.page, '三级指标')).filter((name) => name !== '')

  test('a new project from the first start', async () => {
    const { press, tabTo } = day.accountant
    await day.startNewTable()
    await day.page.getByText('河北新乐 2024').waitFor()
    await tabTo('新建并填写')
    await press('Enter')
    await day.accountant.standsIn(/单位编码和名称 空$/)
  })

  test('the head: unit in one line, amounts, purpose, payment plan and a goal of three lines', async () => {
    const { fill, press, standsIn } = day.accountant
    await fill('360012云溪县疾病预防控制中心', '', '13012024P00012', projectName)
    await standsIn(/预算数 空$/)
    await fill('58.6', '50.6', '8', purpose)
    await standsIn(/3月底 空$/)
    await fill('25', '５０', '75', '100', goal)
    await standsIn(/一级指标 空$/)
    await press('Shift+Tab', 'F2', 'Control+End')
    await press('Backspace')
    await day.accountant.write('。')
    await press('Tab')
    await standsIn(/一级指标 空$/)
  })

  test('two indicators typed', async () => {
    const { fill, press, standsIn } = day.accountant
    await fill('产出指标', '数量指标', '储备物资种类', '纳入储备目录的物资种类', '≥20种', '工作安排')
    await standsIn(/三级指标 空$/) // in the levels of the row above
    await fill('配送次数', '全年向乡镇配送物资的次数', '>=48次', '历史依据')
    await press('Home')
    await standsIn(/一级指标 产出指标$/)
  })

  test('a block copied in WPS', async () => {
    const { html, plain } = copiedFromWps(block)
    await day.accountant.paste(html, plain)
    await expect.poll(names, { timeout: 15_000 }).toHaveLength(8)
  })

  test('the basis filled down', async () => {
    const { press, moveTo, write, standsIn } = day.accountant
    await moveTo('ArrowRight', /指标值确定依据 空$/)
    await write('工作安排')
    await press('Enter', 'ArrowUp')
    await standsIn(/指标值确定依据 工作安排$/)
    for (let row = 1; row < block.length; row++) await press('Shift+ArrowDown')
    await press('Control+d')
    expect((await column(day.page, '指标值确定依据')).slice(2)).toEqual(block.map(() => '工作安排'))
  })

  test('satisfaction typed below, in levels of its own', async () => {
    const { press, fill } = day.accountant
    await press('Control+End', 'Tab', 'Home')
    await fill('满意度指标', '服务对象满意度指标', '乡镇卫生院满意度', '抽样调查满意的比率', '≥95%', '历史依据')
    await fill('群众满意度', '抽样调查满意的比率', '≥90%')
    await press('Control+d') // the basis of the row above
    expect((await column(day.page, '指标值确定依据')).slice(-2)).toEqual(['历史依据', '历史依据'])
    expect((await column(day.page, '一级指标')).at(-1)).toBe('满意度指标')
  })

  test('two rows inserted', async () => {
    const { press, moveTo, fill, standsIn } = day.accountant
    await press('Home', 'ArrowRight', 'ArrowRight')
    await moveTo('ArrowUp', /三级指标 物资验收合格率$/)
    await press('Control+Equal') // in the levels of the row above
    await standsIn(/三级指标 空$/)
    await fill('培训人次', '物资管理人员培训人次', '≥60人次', '工作安排')
    await press('Home', 'ArrowRight', 'ArrowRight')
    await moveTo('ArrowDown', /三级指标 保障乡镇数量$/)
    await press('Control+Equal')
    await standsIn(/三级指标 空$/)
    await fill('仓储运输成本', '租赁、装卸和运输支出', '≤16万元', '预算支出标准')
    expect(await names()).toHaveLength(12)
  })

  test('a whole row moved down; the last steps undone and done again', async () => {
    const { press, moveTo } = day.accountant
    await press('Home', 'ArrowRight', 'ArrowRight')
    await moveTo('ArrowUp', /三级指标 物资验收合格率$/)
    const before = await texts()
    await press('Shift+Space', 'Alt+ArrowDown')
    const moved = await texts()
    expect((await names()).slice(3, 5)).toEqual(['药品有效期内使用率', '物资验收合格率'])
    await press('Control+z')
    expect(await texts()).toEqual(before)
    for (let step = 0; step < 20; step++) await press('Control+z')
    expect(await names()).not.toContain('培训人次')
    for (let step = 0; step < 21; step++) await press('Control+y')
    expect(await texts()).toEqual(moved)
  })

  test('to the list and back: everything stands there', async () => {
    await day.goAndComeBack(projectName, 1, texts)
  })
})
