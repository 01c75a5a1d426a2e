/**
 * 中央部门 项目支出绩效目标申报表: one table a project, portrait, the term's and the year's goals and indicators side by side.
 * 依据: 财预〔2015〕88号 附件 (待核对); layout confirmed by the forms 武汉 2020 and 东莞 2019 derive from it.
 */
import { levelsWithCostAsOutput } from './levels.ts'
import { formStyles } from './styles.ts'
import type { Template } from './template.ts'

export const central2021: Template = {
  id: 'central-2021',
  name: '中央部门申报表 2021',
  title: '项目支出绩效目标申报表',
  kind: 'target',
  source: '财预〔2015〕88号附件（待核对）',
  scope: 'project',
  showsUnknown: true,
  defaults: { currencyUnit: '万元', printsYear: true },
  page: { orientation: 'portrait', marginsMm: { top: 20, right: 18, bottom: 20, left: 18 } },
  columnsMm: [12, 20, 22, 30, 19, 22, 30, 19],
  styles: formStyles(10.5),
  blocks: [
    {
      type: 'rows',
      rows: [
        { minHeightMm: 12, cells: [{ style: 'title', columns: 8, content: { label: '项目支出绩效目标申报表' } }] },
        {
          minHeightMm: 7,
          cells: [
            {
              style: 'subtitle',
              columns: 8,
              content: {
                path: 'year',
                kind: 'year',
                before: '（',
                after: '年度）',
                whenEmpty: '（    年度）',
                name: '年度',
              },
            },
          ],
        },
        {
          minHeightMm: 9,
          cells: [
            { style: 'label', columns: 2, content: { label: '项目名称' } },
            { style: 'left', columns: 6, content: { path: 'project.name', kind: 'text' } },
          ],
        },
        {
          minHeightMm: 9,
          cells: [
            { style: 'label', columns: 2, content: { label: '主管部门及代码' } },
            { style: 'left', columns: 2, content: { path: 'extra.主管部门及代码', kind: 'text' } },
            { style: 'label', content: { label: '实施单位' } },
            { style: 'left', columns: 3, content: { path: 'unit.name', kind: 'text' } },
          ],
        },
        {
          minHeightMm: 9,
          cells: [
            { style: 'label', columns: 2, content: { label: '项目属性' } },
            { style: 'left', columns: 2, content: { path: 'extra.项目属性', kind: 'text' } },
            { style: 'label', content: { label: '项目期' } },
            { style: 'left', columns: 3, content: { path: 'extra.项目期', kind: 'text' } },
          ],
        },
        {
          minHeightMm: 9,
          cells: [
            {
              style: 'label',
              columns: 2,
              rows: 3,
              content: {
                path: 'funding.unit',
                kind: 'currency-unit',
                before: '项目资金（',
                after: '）',
                whenEmpty: '项目资金',
                name: '金额单位',
              },
            },
            { style: 'label', columns: 2, content: { label: '中期资金总额：' } },
            { style: 'center', content: { path: 'termFunding.total', kind: 'money' } },
            { style: 'label', columns: 2, content: { label: '年度资金总额：' } },
            { style: 'center', content: { path: 'funding.total', kind: 'money' } },
          ],
        },
        {
          minHeightMm: 9,
          cells: [
            { style: 'label', columns: 2, content: { label: '其中：财政拨款' } },
            { style: 'center', content: { path: 'termFunding.fiscal', kind: 'money' } },
            { style: 'label', columns: 2, content: { label: '其中：财政拨款' } },
            { style: 'center', content: { path: 'funding.fiscal', kind: 'money' } },
          ],
        },
        {
          minHeightMm: 9,
          cells: [
            { style: 'label', columns: 2, content: { label: '其他资金' } },
            { style: 'center', content: { path: 'termFunding.other', kind: 'money' } },
            { style: 'label', columns: 2, content: { label: '其他资金' } },
            { style: 'center', content: { path: 'funding.other', kind: 'money' } },
          ],
        },
        {
          minHeightMm: 9,
          cells: [
            { style: 'label', rows: 2, content: { label: '总体目标' } },
            {
              style: 'label',
              columns: 4,
              content: {
                path: 'extra.中期目标年份',
                kind: 'text',
                before: '中期目标（',
                after: '）',
                whenEmpty: '中期目标（    年—    年）',
                alsoBlank: 'term-years',
                name: '中期目标年份',
              },
            },
            { style: 'label', columns: 3, content: { label: '年度目标' } },
          ],
        },
        {
          minHeightMm: 24,
          cells: [
            { style: 'left', columns: 4, content: { path: 'goal.term', kind: 'paragraphs', name: '中期目标' } },
            { style: 'left', columns: 3, content: { path: 'goal.annual', kind: 'paragraphs', name: '年度目标' } },
          ],
        },
      ],
    },
    {
      type: 'indicators',
      side: { label: '绩效指标', style: 'label', columns: 1 },
      headers: [
        {
          minHeightMm: 9,
          cells: [
            { style: 'heading', content: { label: '一级指标' } },
            { style: 'heading', content: { label: '二级指标' } },
            { style: 'heading', content: { label: '三级指标' } },
            { style: 'heading', content: { label: '指标值' } },
            { style: 'heading', content: { label: '二级指标' } },
            { style: 'heading', content: { label: '三级指标' } },
            { style: 'heading', content: { label: '指标值' } },
          ],
        },
      ],
      columns: [
        { path: 'category', kind: 'category', style: 'center', merge: true },
        { path: 'subcategory', kind: 'subcategory', style: 'center', merge: true, part: 'term' },
        { path: 'name', kind: 'text', style: 'left', part: 'term' },
        { path: 'termTarget', kind: 'measure', style: 'center', part: 'term' },
        { path: 'subcategory', kind: 'subcategory', style: 'center', merge: true, part: 'annual' },
        { path: 'name', kind: 'text', style: 'left', part: 'annual' },
        { path: 'target', kind: 'measure', style: 'center', part: 'annual' },
      ],
      minRows: 10,
    },
  ],
  vocabulary: { levels: levelsWithCostAsOutput, basis: [], scoring: [], evidence: [] },
  weights: null,
  rules: {},
  recognition: {
    titles: ['项目支出绩效目标申报表'],
    anchors: ['实施单位', '中期资金总额', '年度资金总额', '年度目标', '一级指标', '三级指标', '指标值'],
    absent: ['指标赋分规则', '绩效指标描述', '项目编码'],
  },
}
