/** Where cells are on the paper, in px from its top left corner; read from the drawn table, which is the only truth. */
import type { Range } from '../grid/selection.ts'
import { cellAt } from '../grid/sheet-map.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export const noBox: Box = { left: 0, top: 0, width: 0, height: 0 }

export const cellId = (viewName: string, row: number, column: number): string => `cell:${viewName}:${row}:${column}`

/** The element a cell is drawn as. */
export const drawnCell = (viewName: string, { row, column }: Position): HTMLElement | null =>
  document.getElementById(cellId(viewName, row, column))

/** Where the styles of what lies over the table (styles/selection.css) find a box: `--active-left` and so on, in px. */
export function placeBox(overlay: HTMLElement, name: 'active' | 'range' | 'cut', box: Box): void {
  for (const side of ['left', 'top', 'width', 'height'] as const)
    overlay.style.setProperty(`--${name}-${side}`, `${box[side]}px`)
}

/** The box that `placeBox` has put there. */
export function placedBox(overlay: HTMLElement, name: 'active' | 'range'): Box {
  const read = (side: keyof Box) => Number.parseFloat(overlay.style.getPropertyValue(`--${name}-${side}`)) || 0
  return { left: read('left'), top: read('top'), width: read('width'), height: read('height') }
}

/** The box around a range. `paper`: the element the boxes are placed in. */
export function rangeBox(sheet: SheetMap, viewName: string, range: Range, paper: HTMLElement): Box {
  const corners = [
    cellAt(sheet, { row: range.row, column: range.column }),
    cellAt(sheet, { row: range.lastRow, column: range.lastColumn }),
  ]
  const rects = corners.flatMap((cell) => {
    const element = cell && drawnCell(viewName, cell)
    return element ? [element.getBoundingClientRect()] : []
  })
  if (rects.length === 0) return noBox
  const origin = paper.getBoundingClientRect()
  const left = Math.min(...rects.map((rect) => rect.left)) - origin.left
  const top = Math.min(...rects.map((rect) => rect.top)) - origin.top
  const right = Math.max(...rects.map((rect) => rect.right)) - origin.left
  const bottom = Math.max(...rects.map((rect) => rect.bottom)) - origin.top
  return { left, top, width: right - left, height: bottom - top }
}

/** The box of whole rows, also where merged cells reach beyond them. */
export function rowsBox(table: HTMLTableElement, range: Range, paper: HTMLElement): Box {
  const origin = paper.getBoundingClientRect()
  const first = table.tBodies[0]?.rows[range.row]?.getBoundingClientRect()
  const last = table.tBodies[0]?.rows[range.lastRow]?.getBoundingClientRect()
  if (!first || !last) return noBox
  return {
    left: first.left - origin.left,
    top: first.top - origin.top,
    width: first.width,
    height: last.bottom - first.top,
  }
}

/** A line above a row, or below the last one. */
export function lineBox(table: HTMLTableElement, row: number, paper: HTMLElement): Box {
  const above = rowsBox(table, { row: row - 1, lastRow: row - 1, column: 0, lastColumn: 0 }, paper)
  return { left: above.left, top: above.top + above.height - 1, width: above.width, height: 3 }
}

/** The handle of the row at a height of the window: a merged cell under the pointer says nothing about the row. */
export function handleUnder(table: HTMLTableElement, clientY: number): HTMLElement | undefined {
  return [...table.querySelectorAll<HTMLElement>('.row-handle')].find((handle) => {
    const { top, bottom } = handle.getBoundingClientRect()
    return clientY >= top && clientY < bottom
  })
}

export function rowUnder(table: HTMLTableElement, clientY: number): number | null {
  const handle = handleUnder(table, clientY)
  return handle ? Number(handle.dataset['row']) : null
}

/** The place on the grid under a point of the window, merged or not; beside the sheet that of its nearest edge. */
export function placeUnder(
  table: HTMLTableElement,
  columnsMm: readonly number[],
  point: { clientX: number; clientY: number },
): Position {
  const handles = [...table.querySelectorAll<HTMLElement>('.row-handle')]
  const below = handles.findIndex((handle) => point.clientY < handle.getBoundingClientRect().bottom)
  const left = handles[0]?.getBoundingClientRect().right ?? 0
  const width = table.getBoundingClientRect().right - left
  const total = columnsMm.reduce((sum, mm) => sum + mm, 0)
  const atMm = ((point.clientX - left) / width) * total
  let passedMm = 0
  const column = columnsMm.findIndex((mm) => atMm < (passedMm += mm))
  return { row: below < 0 ? handles.length - 1 : below, column: column < 0 ? columnsMm.length - 1 : column }
}
