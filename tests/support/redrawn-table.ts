/**
 * The same form drawn otherwise, as offices do without changing a word of it: a margin, spare columns and rows, labels
 * spaced or broken, full-width signs made half-width, merged cells torn apart, every column made of two, levels repeated.
 */
import type { DeclaredCell, DeclaredFile, DeclaredRow, DeclaredTable } from './declared-table.ts'
import { placeCells } from './declared-table.ts'

export type Redraw = (table: DeclaredTable) => DeclaredTable

export function redrawFile({ sheets }: DeclaredFile, redraw: Redraw): DeclaredFile {
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      parts: sheet.parts.map((part) => (typeof part === 'string' ? part : redraw(part))),
    })),
  }
}

export const redraws: Record<string, Redraw> = {
  'with a free column at the left and two at the right': ({ rows, ...rest }) => ({
    ...rest,
    rows: rows.map((row) => ['', ...row, '', '']),
  }),
  'with blank rows above and below': ({ rows, hiddenRows = [] }) => {
    const blank = (rows[0] ?? []).map(() => '')
    return { rows: [blank, blank, ...rows, blank, blank], hiddenRows: hiddenRows.map((row) => row + 2) }
  },
  'with labels spaced out': relabel((label) => label.split('').join(' ')),
  'with labels broken into lines': relabel((label) => `${label.slice(0, 2)}\n${label.slice(2)}`),
  'with labels ending in a colon': relabel((label) => `${label}：`),
  'with labels between blanks': relabel((label) => `　${label} `),
  'every column made of two': ({ rows, ...rest }) => ({ ...rest, rows: rows.map((row) => row.flatMap(twoColumns)) }),
  'merged cells torn apart': tearApart,
  'levels repeated on every row': repeatLevels,
}

/** Labels that any form prints, whatever stands around them. */
const labels = new Set(
  '项目名称 预算单位 单位名称 部门名称 主管部门 实施单位 项目负责人 联系电话 项目属性 年度资金总额 其中财政拨款 其他资金 年度目标 总体目标 绩效目标 年度总体目标 一级指标 二级指标 三级指标 指标值 年度指标值 指标值设置依据 上年完成值 指标分值权重 指标赋分规则 佐证资料 绩效指标描述 指标值确定依据 项目编码 绩效指标 实际完成值 分值 得分 备注 权重'.split(
    ' ',
  ),
)

function relabel(change: (label: string) => string): Redraw {
  return ({ rows, ...rest }) => ({
    ...rest,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' && labels.has(cell) ? change(cell) : cell))),
  })
}

const twoColumns = (cell: string | DeclaredCell): DeclaredRow => [cell, cell === '^' ? '^' : '<']

function tearApart(table: DeclaredTable): DeclaredTable {
  const rows: DeclaredRow[] = table.rows.map((row) => row.map(() => ''))
  for (const { row, column, cell } of placeCells(table)) rows[row]![column] = cell // placed inside the drawn rows
  return { ...table, rows }
}

const level = /^.{0,12}(产出|效益|满意度|成本|数量|质量|时效|项目完成|效果|影响)(指标)?$/

function repeatLevels(table: DeclaredTable): DeclaredTable {
  const rows = table.rows.map((row) => [...row])
  for (const { row, column, rowSpan, colSpan, cell } of placeCells(table)) {
    if (rowSpan === 1 || colSpan > 1 || !level.test(cell.shown)) continue
    for (let line = row; line < row + rowSpan; line++) rows[line]![column] = cell // inside the drawn rows
  }
  return { ...table, rows }
}
