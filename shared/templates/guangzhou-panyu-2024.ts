/**
 * Guangdong, 广州市番禺区, 2024: one table a unit, its projects as rows, all indicators of a project packed in one cell.
 * 依据: 番禺区 2024 年部门预算公开，项目支出绩效目标表（含转移支付项目） (published form).
 */
import { levelsWithCostAsOutput } from './levels.ts'
import { formStyles } from './styles.ts'
import type { Template } from './template.ts'

/** The form prints the second levels of 效益指标 without 指标: 22-社会效益, 24-可持续影响. */
const levels = levelsWithCostAsOutput.map((level) =>
  level.name === '效益指标'
    ? { ...level, subcategories: level.subcategories.map((sub) => ({ ...sub, name: sub.name.replace('指标', '') })) }
    : level,
)

export const guangzhouPanyu2024: Template = {
  id: 'guangzhou-panyu-2024',
  name: '广州番禺 2024',
  title: '项目支出绩效目标表（含转移支付项目）',
  kind: 'target',
  source: '番禺区 2024 年部门预算公开，项目支出绩效目标表（含转移支付项目）',
  scope: 'unit',
  defaults: { currencyUnit: '万元', printsYear: false },
  page: { orientation: 'landscape', marginsMm: { top: 16, right: 15, bottom: 16, left: 15 } },
  columnsMm: [40, 20, 20, 22, 20, 58, 87],
  styles: formStyles(9),
  blocks: [
    {
      type: 'rows',
      rows: [
        {
          minHeightMm: 12,
          cells: [{ style: 'title', columns: 7, content: { label: '项目支出绩效目标表（含转移支付项目）' } }],
        },
        {
          minHeightMm: 7,
          cells: [
            {
              style: 'lineLeft',
              columns: 6,
              content: { path: 'unit.name', kind: 'text', before: '部门名称：', name: '部门名称' },
            },
            {
              style: 'lineRight',
              content: { path: 'funding.unit', kind: 'currency-unit', before: '单位：', name: '金额单位' },
            },
          ],
        },
      ],
    },
    {
      type: 'projects',
      headers: [
        {
          minHeightMm: 10,
          cells: [
            { style: 'heading', content: { label: '项目名称（资金使用单位）' } },
            { style: 'heading', content: { label: '总计' } },
            { style: 'heading', content: { label: '财政拨款' } },
            { style: 'heading', content: { label: '财政专户拨款' } },
            { style: 'heading', content: { label: '其他资金' } },
            { style: 'heading', content: { label: '绩效目标' } },
            { style: 'heading', content: { label: '绩效指标' } },
          ],
        },
      ],
      columns: [
        { path: 'project.name', kind: 'text', style: 'left' },
        { path: 'funding.total', kind: 'money', style: 'right', sum: true },
        { path: 'funding.fiscal', kind: 'money', style: 'right', sum: true },
        { path: 'funding.special', kind: 'money', style: 'right', sum: true },
        { path: 'funding.other', kind: 'money', style: 'right', sum: true },
        { path: 'goal.annual', kind: 'paragraphs', style: 'left' },
        { path: 'indicators', kind: 'indicator-list', style: 'left' },
      ],
      totals: [
        { first: { label: '合计' }, style: 'totalText', amountStyle: 'totalAmount' },
        { first: { path: 'unit.name', kind: 'text' }, style: 'left', amountStyle: 'right' },
      ],
      minRows: 1,
    },
  ],
  vocabulary: { levels, basis: [], scoring: [], evidence: [] },
  weights: null,
  rules: {},
  recognition: {
    titles: ['项目支出绩效目标表（含转移支付项目）', '项目支出绩效目标表'],
    anchors: ['项目名称（资金使用单位）', '财政专户拨款', '绩效目标', '绩效指标'],
    absent: ['一级指标', '三级指标'],
  },
}
