/**
 * Text of a packed indicator cell that could not be read stands as typed in 三级指标, alone (values/indicator-list-cell.ts):
 * said once more than the blank fields, or a person wonders where they come from.
 */
import { rowPath } from '../model/field-path.ts'
import { isUnreadPiece, quotePieces } from '../values/packed/indicator-list-cell.ts'
import type { Finding, Subject } from './rule.ts'

export function unreadPieces({ record, template }: Subject): Finding[] {
  const isPacked = template.blocks.some(
    (block) => block.type === 'projects' && block.columns.some(({ kind }) => kind === 'indicator-list'),
  )
  if (!isPacked) return []
  return record.indicators.flatMap((indicator, index): Finding[] =>
    isUnreadPiece(indicator)
      ? [
          {
            path: rowPath(index, 'name'),
            severity: 'warning',
            message: `第 ${index + 1} 条指标只有三级指标${quotePieces([indicator.name])}：没有看懂的文字会原样放在这里，请展开成指标表（F2）补填一级、二级指标和指标值，或改写。`,
          },
        ]
      : [],
  )
}
