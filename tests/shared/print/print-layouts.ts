/**
 * Hand-made Layouts for the tests of printing. The paper is always A4, so small pages are made by wide margins:
 * `bodyMm` is the height that is left between them.
 */
import type { Layout, LayoutCell } from '../../../shared/layout/layout.ts'
import { pointsPerMm, textHeightPt } from '../../../shared/layout/row-height.ts'

const base = { font: '宋体', sizePt: 10, bold: false, align: 'left', valign: 'middle', border: true } as const

export const styles: Layout['styles'] = {
  title: { ...base, font: '黑体', sizePt: 16, align: 'center', border: false },
  heading: { ...base, align: 'center', bold: true },
  label: { ...base, align: 'center' },
  text: base,
}

export interface CellDraft {
  at: [row: number, column: number, rowSpan?: number, colSpan?: number]
  text: string
  role?: LayoutCell['role']
  style?: string
  /** A merged cell of several indicators. */
  merged?: boolean
}

export interface LayoutDraft {
  columnsMm: number[]
  cells: CellDraft[]
  bodyMm: number
  repeatedRows?: Layout['repeatedRows']
  orientation?: Layout['page']['orientation']
  /** Rows are as high as their text, and at least this. */
  minRowPt?: number
}

export function makeLayout(draft: LayoutDraft): Layout {
  const cells = draft.cells.map(toCell)
  const rowCount = Math.max(...cells.map((cell) => cell.row + cell.rowSpan))
  const rows = Array.from({ length: rowCount }, () => ({ heightPt: draft.minRowPt ?? 20 }))
  // Cells of one row first, then merged ones: what they lack is added to their last row.
  for (const cell of cells.toSorted((one, other) => one.rowSpan - other.rowSpan)) {
    const widthMm = draft.columnsMm
      .slice(cell.column, cell.column + cell.colSpan)
      .reduce((sum, width) => sum + width, 0)
    const needed = textHeightPt(cell.text, widthMm, styles[cell.style]?.sizePt ?? 10)
    const have = rows.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, row) => sum + row.heightPt, 0)
    const last = rows[cell.row + cell.rowSpan - 1]
    if (last) last.heightPt += Math.max(0, needed - have)
  }
  const orientation = draft.orientation ?? 'portrait'
  const marginMm = ((orientation === 'portrait' ? 297 : 210) - draft.bodyMm - 1 / pointsPerMm) / 2
  return {
    templateId: 'invented',
    title: '云溪县救助项目',
    page: { orientation, marginsMm: { top: marginMm, right: 15, bottom: marginMm, left: 15 } },
    columnsMm: draft.columnsMm,
    rows,
    cells,
    styles,
    repeatedRows: draft.repeatedRows ?? { first: 0, count: 0 },
    lists: {},
  }
}

function toCell({ at: [row, column, rowSpan = 1, colSpan = 1], merged, ...draft }: CellDraft): LayoutCell {
  const binding = {
    record: 0,
    path: 'indicators[0].category',
    kind: 'category',
    before: '',
    after: '',
    whenEmpty: '',
  } as const
  return {
    row,
    column,
    rowSpan,
    colSpan,
    role: draft.role ?? 'input',
    style: draft.style ?? 'text',
    text: draft.text,
    name: '',
    ...(merged ? { binding: { ...binding, alsoPaths: ['indicators[1].category'] } } : {}),
  }
}

/** A title, a heading row, and indicators by group: `[['产出指标', 3], …]`. Rows are 20 pt high. */
export function groupedLayout(groups: readonly (readonly [string, number])[], bodyMm: number): Layout {
  const cells: CellDraft[] = [
    { at: [0, 0, 1, 3], text: '绩效目标表', role: 'label', style: 'title' },
    ...['一级指标', '三级指标', '指标值'].map((text, column): CellDraft => ({
      at: [1, column],
      text,
      role: 'label',
      style: 'heading',
    })),
  ]
  let row = 2
  for (const [name, count] of groups) {
    cells.push({ at: [row, 0, count, 1], text: name, style: 'label', merged: true })
    for (let index = 0; index < count; index++, row++) {
      cells.push({ at: [row, 1], text: `指标${row - 1}` }, { at: [row, 2], text: `≥${row - 1}人` })
    }
  }
  const inOrder = cells.toSorted((one, other) => one.at[0] - other.at[0] || one.at[1] - other.at[1])
  return makeLayout({ columnsMm: [30, 50, 30], cells: inOrder, bodyMm, repeatedRows: { first: 1, count: 1 } })
}
