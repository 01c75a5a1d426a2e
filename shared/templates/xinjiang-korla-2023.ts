/**
 * Xinjiang, 库尔勒市, 2023: one table a project, landscape, with weights, scoring rules and evidence.
 * 依据: 库尔勒市 2023 年部门预算公开 (published form); weights 财预〔2021〕101号 (待核对).
 */
import { levelsWithCostFirst } from './levels.ts'
import { formStyles } from './styles.ts'
import type { Template } from './template.ts'

export const xinjiangKorla2023: Template = {
  id: 'xinjiang-korla-2023',
  name: '新疆库尔勒 2023',
  title: '项目支出绩效目标表',
  kind: 'target',
  source: '库尔勒市 2023 年部门预算公开，项目支出绩效目标表',
  scope: 'project',
  defaults: { currencyUnit: '万元', printsYear: true },
  page: { orientation: 'landscape', marginsMm: { top: 16, right: 20, bottom: 16, left: 20 } },
  columnsMm: [24, 28, 48, 28, 29, 28, 20, 31, 21],
  styles: formStyles(10),
  blocks: [
    {
      type: 'rows',
      rows: [
        { minHeightMm: 12, cells: [{ style: 'title', columns: 9, content: { label: '项目支出绩效目标表' } }] },
        {
          minHeightMm: 7,
          cells: [
            {
              style: 'subtitle',
              columns: 9,
              content: { path: 'year', kind: 'year', before: '(', after: '年)', whenEmpty: '(    年)', name: '年度' },
            },
          ],
        },
        {
          minHeightMm: 8,
          cells: [
            { style: 'label', columns: 2, content: { label: '预算单位' } },
            { style: 'left', columns: 7, content: { path: 'unit.name', kind: 'text' } },
          ],
        },
        {
          minHeightMm: 8,
          cells: [
            { style: 'label', columns: 2, content: { label: '项目名称' } },
            { style: 'left', columns: 3, content: { path: 'project.name', kind: 'text' } },
            { style: 'label', columns: 2, content: { label: '项目负责人' } },
            { style: 'center', columns: 2, content: { path: 'project.leader', kind: 'text' } },
          ],
        },
        {
          minHeightMm: 8,
          cells: [
            {
              style: 'label',
              columns: 2,
              content: {
                path: 'funding.unit',
                kind: 'currency-unit',
                before: '项目资金(',
                after: ')',
                whenEmpty: '项目资金',
                name: '金额单位',
              },
            },
            { style: 'label', content: { label: '年度预算总额:' } },
            { style: 'center', content: { path: 'funding.total', kind: 'money' } },
            { style: 'label', content: { label: '其中:财政拨款' } },
            { style: 'center', content: { path: 'funding.fiscal', kind: 'money' } },
            { style: 'label', content: { label: '其他资金:' } },
            { style: 'center', columns: 2, content: { path: 'funding.other', kind: 'money' } },
          ],
        },
        {
          minHeightMm: 18,
          cells: [
            { style: 'label', columns: 2, content: { label: '项目总体目标' } },
            { style: 'left', columns: 7, content: { path: 'goal.annual', kind: 'paragraphs' } },
          ],
        },
      ],
    },
    {
      type: 'indicators',
      headers: [
        {
          minHeightMm: 9,
          cells: [
            { style: 'heading', content: { label: '一级指标' } },
            { style: 'heading', content: { label: '二级指标' } },
            { style: 'heading', content: { label: '三级指标' } },
            { style: 'heading', content: { label: '指标值' } },
            { style: 'heading', content: { label: '指标值设置依据' } },
            { style: 'heading', content: { label: '上年完成值' } },
            { style: 'heading', content: { label: '指标分值权重' } },
            { style: 'heading', content: { label: '指标赋分规则' } },
            { style: 'heading', content: { label: '佐证资料' } },
          ],
        },
      ],
      columns: [
        { path: 'category', kind: 'category', style: 'center', merge: true },
        { path: 'subcategory', kind: 'subcategory', style: 'center', merge: true },
        { path: 'name', kind: 'text', style: 'left' },
        { path: 'target', kind: 'measure', style: 'center' },
        { path: 'basis', kind: 'basis', style: 'center' },
        { path: 'lastActual', kind: 'measure', style: 'center' },
        { path: 'weight', kind: 'weight', style: 'center' },
        { path: 'scoring', kind: 'scoring', style: 'center' },
        { path: 'evidence', kind: 'evidence', style: 'center' },
      ],
      minRows: 8,
    },
  ],
  vocabulary: {
    levels: levelsWithCostFirst('满意度指标'),
    basis: ['计划标准', '行业或国家标准', '历史标准', '预算支出标准', '其他标准'],
    scoring: ['直接赋分', '按照正常比例赋分', '按评判等级赋分', '满意度赋分'],
    evidence: ['正式资料', '工作资料', '原始凭证', '说明材料'],
  },
  weights: {
    total: '90',
    variants: [
      {
        present: ['成本指标', '满意度指标'],
        absent: [],
        sums: { 产出指标: '40', 成本指标: '20', 效益指标: '20', 满意度指标: '10' },
      },
      { present: ['成本指标'], absent: ['满意度指标'], sums: { 产出指标: '40', 成本指标: '20', 效益指标: '30' } },
      { present: ['满意度指标'], absent: ['成本指标'], sums: { 产出指标: '50', 效益指标: '30', 满意度指标: '10' } },
      { present: [], absent: ['成本指标', '满意度指标'], sums: { 产出指标: '50', 效益指标: '40' } },
    ],
  },
  rules: { 'R-ST-14': 'error', 'R-WT-01': 'error', 'R-BS-01': 'error' },
  recognition: {
    titles: ['项目支出绩效目标表'],
    anchors: ['预算单位', '指标值设置依据', '上年完成值', '指标分值权重', '指标赋分规则', '佐证资料'],
    absent: ['绩效指标描述', '项目编码'],
  },
}
