/** What is said when text written over a packed indicator cell was not understood: it is kept, and where. */
import type { Records } from '../../../shared/layout/edit.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { isUnreadPiece, quotePieces } from '../../../shared/values/packed/indicator-list-cell.ts'
import { formName } from '../table/spot.ts'
import type { Spot } from '../table/spot.ts'

/** null: nothing new that was not understood, or no change of the form's own cells (a row of the opened table may be half filled). */
export function unreadNote(template: Template, before: Records, after: Records, place: Spot): string | null {
  const isPacked = template.blocks.some(
    (block) => block.type === 'projects' && block.columns.some(({ kind }) => kind === 'indicator-list'),
  )
  if (!isPacked || place.view !== formName) return null
  const known = new Set(piecesOf(before))
  const fresh = piecesOf(after).filter((piece) => !known.has(piece))
  if (fresh.length === 0) return null
  return `这几段没有看懂，已原样放进三级指标：${quotePieces(fresh)}。按 F2 展开成指标表补填；Ctrl+Z 可撤销。`
}

const piecesOf = (records: Records): string[] =>
  records.flatMap(({ indicators }) => indicators.filter(isUnreadPiece).map(({ name }) => name))
