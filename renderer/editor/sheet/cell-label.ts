/** What a screen reader and the status line say about a cell: 第3行 三级指标 “…”. Rows count as they are shown at the left. */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { Selection } from '../grid/selection.ts'
import type { Rows } from '../commands/rows/level-rows.ts'

/** Which whole rows are selected, before what is said of the active cell; '' where none are. */
export function wholeRowsLabel({ wholeRows, within }: Selection): string {
  if (!wholeRows || !within) return ''
  const [first, last] = [within.anchor.row, within.focus.row].toSorted((one, other) => one - other)
  return first === last ? `已选中第${Number(first) + 1}行。` : `已选中第${Number(first) + 1}至${Number(last) + 1}行。`
}

/** `rows`: those of a merged cell that are meant, where these are not all. `comment`: what was said about it. */
export function cellLabel(cell: LayoutCell | undefined, text: string, rows: Rows | null = null, comment = ''): string {
  if (!cell) return ''
  const what = cell.role === 'label' ? '（表样文字，不能修改）' : cell.role === 'computed' ? '（自动计算）' : ''
  const first = (rows?.row ?? cell.row) + 1
  const last = (rows?.lastRow ?? cell.row) + 1
  const said = comment === '' ? '' : `，有意见：${comment}`
  return `第${first === last ? first : `${first}至${last}`}行 ${cell.name}${what} ${text === '' ? '空' : text}${said}`
}
