/** What a screen reader and the status line say about a cell: 第3行 三级指标 “…”. Rows count as they are shown at the left. */
import type { LayoutCell } from '../../shared/layout/layout.ts'

export function cellLabel(cell: LayoutCell | undefined, text: string): string {
  if (!cell) return ''
  const what = cell.role === 'label' ? '（表样文字，不能修改）' : cell.role === 'computed' ? '（自动计算）' : ''
  return `第${cell.row + 1}行 ${cell.name}${what} ${text === '' ? '空' : text}`
}
