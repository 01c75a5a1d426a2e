/** What is doubtful about a packed indicator cell that was read, for the person: which project, which text, what became of it. */
import { rowPath } from '../../model/field-path.ts'
import type { Problem } from '../../model/problem.ts'
import { isUnreadPiece, quotePieces } from '../../values/packed/indicator-list-cell.ts'
import type { IndicatorCell } from '../../values/packed/indicator-list-cell.ts'
import { note } from './notes.ts'

export function packedNotes({ indicators, problems, loose }: IndicatorCell, projectName: string): Problem[] {
  const notes = problems.map(({ index, message }) =>
    note('D4', 'warning', rowPath(index), `第${index + 1}条指标：${message}`),
  )
  if (loose === 0) return notes
  const cell = `${projectName === '' ? '' : `项目“${projectName}”的`}“绩效指标”一格`
  const made = indicators.slice(0, loose)
  const unread = made.findIndex(isUnreadPiece)
  if (unread < 0)
    notes.push(
      note(
        'D10',
        'hint',
        rowPath(0),
        `${cell}有文字不是“序号、一级；二级；三级；指标值”的写法，已拆成 ${loose} 条指标，请核对。`,
      ),
    )
  else
    notes.push(
      note(
        'D10',
        'warning',
        rowPath(unread, 'name'),
        `${cell}：这几段没有看懂，已原样放进三级指标：${quotePieces(made.filter(isUnreadPiece).map(({ name }) => name))}。请补填一级、二级指标和指标值。`,
      ),
    )
  return notes
}
