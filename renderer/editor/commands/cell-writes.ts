/**
 * Texts on their way into cells: one list of writes becomes one change (one step of undo). A write that changes nothing
 * is left out, so that leaving a cell untouched saves nothing.
 */
import { kinds } from '../../../shared/values/kinds.ts'
import { setCells } from '../../../shared/layout/set-cells.ts'
import type { CellText } from '../../../shared/layout/set-cells.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { Binding, LayoutCell } from '../../../shared/layout/layout.ts'
import type { KindId } from '../../../shared/values/kind-id.ts'
import { unprintedText } from '../../../shared/layout/binding.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { inputsIn } from '../grid/selection.ts'
import type { Range } from '../grid/selection.ts'
import { pathsAtRow } from '../grid/sheet-map.ts'
import type { SheetMap } from '../grid/sheet-map.ts'

export type CellWrite = CellText

/** A write to everything a cell shows (all rows of a merged level). */
export const writeWhole = (binding: Binding, text: string): CellWrite => ({ binding, text })

/** A write to what a merged cell shows of this row: one indicator, or two where blocks are parallel. */
export function writeAtRow(sheet: SheetMap, cell: LayoutCell, row: number, text: string): CellWrite | null {
  if (cell.role !== 'input' || !cell.binding) return null
  const [path = cell.binding.path, ...alsoPaths] = pathsAtRow(sheet, cell, row)
  return { binding: { ...cell.binding, path, alsoPaths }, text }
}

/** One text into every input cell of a range; of a merged level only the rows inside the range. */
export function writesOver(sheet: SheetMap, range: Range, text: string): CellWrite[] {
  return inputsIn(sheet, range).flatMap((cell) => {
    if (!cell.binding) return []
    const lastRow = cell.row + cell.rowSpan - 1
    if (cell.row >= range.row && lastRow <= range.lastRow) return [writeWhole(cell.binding, text)]
    const first = Math.max(cell.row, range.row)
    const count = Math.min(lastRow, range.lastRow) - first + 1
    return Array.from({ length: count }, (_, index) => writeAtRow(sheet, cell, first + index, text)).filter(
      (one) => one !== null,
    )
  })
}

/** What was typed, as its kind keeps it; line ends are \n. */
export const cleanTyped = (kind: KindId, text: string): string => kinds[kind].clean(text.replaceAll(/\r\n?/g, '\n'))

/** The text without what the form prints around the field (“部门名称：…”, “(2023年)”), where it was written or copied with it. */
export const withoutPrint = ({ binding, text }: CellWrite): CellWrite => ({
  binding,
  text: unprintedText(binding, text) ?? withoutBrackets(binding, text),
})

/** “（2024年—2026年）” in a field that stands between brackets. */
function withoutBrackets({ before, after }: Binding, text: string): string {
  const stands = /[(（]$/u.test(before) && /^[)）]/u.test(after)
  return (stands && /^\s*[(（]([^()（）]*)[)）]\s*$/u.exec(text)?.[1]) || text
}

export const applyWrites = (template: Template, records: Records, writes: readonly CellWrite[]): Records =>
  setCells(
    template,
    records,
    writes.map(({ binding, text }) => ({ binding, text: cleanTyped(binding.kind, text) })),
  )
