/**
 * Hebei, 新乐市, 2024: one table a project, portrait.
 * 依据: 新乐市 2024 年部门预算公开 §3-6 重大政策和重点项目等绩效目标 (published form).
 */
import { levelsWithCostAsOutput } from './levels.ts'
import { formStyles } from './styles.ts'
import type { Template } from './template.ts'

export const hebeiXinle2024: Template = {
  id: 'hebei-xinle-2024',
  name: '河北新乐 2024',
  title: '绩效目标表',
  kind: 'target',
  source: '新乐市 2024 年部门预算公开，§3-6 重大政策和重点项目等绩效目标',
  scope: 'project',
  defaults: { currencyUnit: '万元', printsYear: false },
  page: { orientation: 'portrait', marginsMm: { top: 20, right: 20, bottom: 20, left: 20 } },
  columnsMm: [22, 26, 22, 22, 34, 22, 22],
  styles: formStyles(10.5),
  blocks: [
    {
      type: 'rows',
      rows: [
        {
          minHeightMm: 14,
          cells: [
            {
              style: 'title',
              columns: 7,
              content: { path: 'project.name', kind: 'text', after: '绩效目标表', repeated: true, name: '标题' },
            },
          ],
        },
        {
          minHeightMm: 7,
          cells: [
            { style: 'lineLeft', columns: 5, content: { path: 'unit', kind: 'unit-line', name: '单位编码和名称' } },
            {
              style: 'lineRight',
              columns: 2,
              content: { path: 'funding.unit', kind: 'currency-unit', before: '单位：', name: '金额单位' },
            },
          ],
        },
        {
          minHeightMm: 10,
          cells: [
            { style: 'label', content: { label: '项目编码' } },
            { style: 'center', columns: 2, content: { path: 'project.code', kind: 'code' } },
            { style: 'label', content: { label: '项目名称' } },
            { style: 'left', columns: 3, content: { path: 'project.name', kind: 'text' } },
          ],
        },
        {
          minHeightMm: 10,
          cells: [
            { style: 'label', rows: 2, content: { label: '预算规模及资金用途' } },
            { style: 'label', content: { label: '预算数' } },
            { style: 'center', content: { path: 'funding.total', kind: 'money' } },
            { style: 'label', content: { label: '其中：财政资金' } },
            { style: 'center', content: { path: 'funding.fiscal', kind: 'money' } },
            { style: 'label', content: { label: '其他资金' } },
            { style: 'center', content: { path: 'funding.other', kind: 'money' } },
          ],
        },
        {
          minHeightMm: 12,
          cells: [{ style: 'left', columns: 6, content: { path: 'purpose', kind: 'paragraphs', name: '资金用途' } }],
        },
        {
          minHeightMm: 8,
          cells: [
            { style: 'label', rows: 2, content: { label: '资金支出计划（%）' } },
            { style: 'label', content: { label: '3月底' } },
            { style: 'label', columns: 2, content: { label: '6月底' } },
            { style: 'label', content: { label: '10月底' } },
            { style: 'label', columns: 2, content: { label: '12月底' } },
          ],
        },
        {
          minHeightMm: 8,
          cells: [
            { style: 'center', content: { path: 'paymentPlan[0]', kind: 'plan', name: '3月底' } },
            { style: 'center', columns: 2, content: { path: 'paymentPlan[1]', kind: 'plan', name: '6月底' } },
            { style: 'center', content: { path: 'paymentPlan[2]', kind: 'plan', name: '10月底' } },
            { style: 'center', columns: 2, content: { path: 'paymentPlan[3]', kind: 'plan', name: '12月底' } },
          ],
        },
        {
          minHeightMm: 16,
          cells: [
            { style: 'label', content: { label: '绩效目标' } },
            { style: 'left', columns: 6, content: { path: 'goal.annual', kind: 'paragraphs' } },
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
            { style: 'heading', columns: 2, content: { label: '三级指标' } },
            { style: 'heading', content: { label: '绩效指标描述' } },
            { style: 'heading', content: { label: '指标值' } },
            { style: 'heading', content: { label: '指标值确定依据' } },
          ],
        },
      ],
      columns: [
        { path: 'category', kind: 'category', style: 'center', merge: true },
        { path: 'subcategory', kind: 'subcategory', style: 'center' },
        { path: 'name', kind: 'text', style: 'left', columns: 2 },
        { path: 'description', kind: 'text', style: 'left' },
        { path: 'target', kind: 'measure', style: 'center' },
        { path: 'basis', kind: 'basis', style: 'center' },
      ],
      minRows: 8,
    },
  ],
  vocabulary: {
    levels: levelsWithCostAsOutput,
    basis: ['工作安排', '历史依据', '政策文件', '行业标准', '预算支出标准'],
    scoring: [],
    evidence: [],
  },
  weights: null,
  rules: {},
  recognition: {
    titles: ['绩效目标表'],
    anchors: ['项目编码', '预算规模及资金用途', '绩效指标描述', '指标值确定依据'],
    absent: ['指标赋分规则', '上年完成值'],
  },
}
