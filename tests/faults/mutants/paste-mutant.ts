/** A clipboard pasted onto a form as the editor does it: reading, planning, recognising a form. */
import { build } from '../../../shared/layout/build.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { runPasteJob } from '../../../renderer/editor/clipboard/large/paste-job.ts'
import type { PasteReply } from '../../../renderer/editor/clipboard/large/paste-messages.ts'
import type { PasteTarget } from '../../../renderer/editor/clipboard/paste-plan.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import type { Clipboard } from './clipboard-of.ts'
import type { Random } from './random.ts'

/** Each form with a place in its header, at its first row of items and in its middle. */
const targets: PasteTarget[] = builtIn.all.flatMap((template, form) => {
  const records =
    template.scope === 'unit' ? [0, 1, 2].map((index) => inventedRecord(index, 2)) : [inventedRecord(form, 4)]
  const { cells, rows } = build(template, records)
  const inputs = cells.filter(({ role, binding }) => role === 'input' && binding)
  const places = [inputs[0], inputs.find(({ row }) => rows[row]?.item), inputs[Math.floor(inputs.length / 2)]]
  return places.flatMap((cell) => {
    if (!cell) return []
    const range = {
      row: cell.row,
      column: cell.column,
      lastRow: cell.row + cell.rowSpan - 1,
      lastColumn: cell.column + cell.colSpan - 1,
    }
    return [{ template, records, range, isOwnRow: false }]
  })
})

/** How much a clipboard is: its cells, the characters in them, and what a cell may stand for besides (spans). */
export interface PastedSize {
  cells: number
  characters: number
}

export function sizeOf({ html, plain }: Clipboard): PastedSize {
  const content = readClipboard(html, plain)
  const cells = content?.rows.reduce((sum, row) => sum + row.length, 0) ?? 0
  const { rows = 0, columns = 0 } = content?.grid ?? {}
  return { cells: Math.max(cells, Math.min(rows * columns, 200_000)), characters: html.length + plain.length }
}

export function paste({ html, plain }: Clipboard, random: Random): PasteReply['is'][] {
  const replies: PasteReply['is'][] = []
  runPasteJob({ do: 'paste', templates: builtIn.all, html, plain, target: random.pick(targets) }, ({ is }) => {
    if (is !== 'progress') replies.push(is)
  })
  return replies
}
