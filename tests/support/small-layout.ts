/**
 * A small Layout made by hand for the tests of the writers: five columns, a title without borders, a label that spans
 * rows, merged levels, a number cell, lists, repeated headings. Its words are nobody's form.
 */
import type { Layout, LayoutCell } from '../../shared/layout/layout.ts'
import type { CellStyle } from '../../shared/templates/template.ts'

const body: CellStyle = { font: '宋体', sizePt: 10.5, bold: false, align: 'center', valign: 'middle', border: true }

const styles: Record<string, CellStyle> = {
  title: { ...body, font: '黑体', sizePt: 16, border: false },
  line: { ...body, align: 'right', border: false },
  label: { ...body, bold: true },
  text: { ...body, align: 'left', valign: 'top' },
  amount: { ...body, align: 'right' },
}

type Draft = Partial<LayoutCell> & { at: [row: number, column: number, rowSpan?: number, colSpan?: number] }

function cell({ at: [row, column, rowSpan = 1, colSpan = 1], ...rest }: Draft): LayoutCell {
  return { row, column, rowSpan, colSpan, role: 'label', style: 'label', text: '', name: '', ...rest }
}

/** `targets`: the texts of the last column, one indicator row each; the first two rows share a merged level. */
export function smallLayout(targets: readonly string[] = ['=3人', '≥95%', '有效提高']): Layout {
  const firstRow = 4
  const drafts: Draft[] = [
    { at: [0, 0, 1, 5], style: 'title', text: '云溪项目绩效表' },
    { at: [1, 0, 1, 5], style: 'line', text: '单位：万元' },
    { at: [2, 0], text: '预算数' },
    { at: [2, 1, 1, 2], role: 'input', style: 'amount', text: '100.30', number: { value: '100.3', format: '0.00' } },
    { at: [2, 3], text: '目标' },
    { at: [2, 4], role: 'input', style: 'text', text: '1.按时拨付。\n2.专款专用。' },
    { at: [3, 0, 1 + targets.length, 1], text: '绩效指标' },
    ...['一级指标', '二级指标', '三级指标', '指标值'].map((text, index): Draft => ({ at: [3, index + 1], text })),
  ]
  targets.forEach((text, index) => {
    const row = firstRow + index
    if (index === 0 || index > 1) {
      const span = index === 0 ? Math.min(2, targets.length) : 1
      drafts.push({ at: [row, 1, span, 1], role: 'input', text: '产出指标', list: 'category' })
    }
    drafts.push({ at: [row, 2], role: 'input', style: 'text', text: '数量指标', list: 'subcategory' })
    drafts.push({ at: [row, 3], role: 'input', style: 'text', text: `指标${index + 1}`, list: 'long' })
    drafts.push({ at: [row, 4], role: 'input', style: 'text', text })
  })
  return {
    templateId: 'small',
    title: '云溪项目',
    page: { orientation: 'portrait', marginsMm: { top: 20, right: 15, bottom: 20, left: 15 } },
    columnsMm: [20, 30, 30, 60, 40],
    rows: Array.from({ length: firstRow + targets.length }, (_, row) => ({ heightPt: row === 0 ? 36 : 24 })),
    cells: drafts.map(cell),
    styles,
    repeatedRows: { first: 3, count: 1 },
    lists: {
      category: ['产出指标', '效益指标'],
      subcategory: ['数量指标', '质量指标'],
      long: Array.from({ length: 40 }, (_, index) => `第${index + 1}项较长的可选三级指标名称`),
    },
  }
}
