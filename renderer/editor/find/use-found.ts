/** Find and replace in one table: what is found, where among it the cursor stands, going on and replacing. */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { say } from '../../shell/notify.ts'
import { countOf, findCells, matchesInside, nextMatch, replaceCells } from './find-cells.ts'
import type { CellMatch, FindRequest } from './find-cells.ts'
import { endsOf, isSingleCell, rangeOf, selectOnly } from '../grid/selection.ts'
import { positionOf } from '../grid/sheet-map.ts'
import { commitCell } from '../commands/sheet-commands.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface FoundCells {
  /** No cell. */
  isNone: boolean
  /** How many, and which of them this is, for people; '' where nothing is searched. */
  words: string
  /** To the next place, or back. */
  go: (by: 1 | -1) => void
  /** What is here, and on to the next. */
  replaceOne: () => void
  replaceAll: () => void
}

/** In the selected range where several cells are selected, else in the whole table. */
export function useFound(view: SheetView, request: FindRequest, replacement: string): FoundCells {
  const all = useMatches(view, request)
  const { sheet, selection } = useStore(view.state)
  const range = rangeOf(sheet, selection)
  const isInRange = !isSingleCell(sheet, range)
  const matches = isInRange ? matchesInside(all, range) : all
  const here = matches.findIndex(
    ({ cell }) => cell.row === selection.anchor.row && cell.column === selection.anchor.column,
  )
  const go = (by: 1 | -1) => {
    const match = matches[nextMatch(matches, view.state.getState().selection.anchor, by)]
    if (!match) return
    const there = selectOnly(positionOf(match.cell))
    view.state.setState({ selection: isInRange ? { ...there, within: endsOf(selection) } : there })
  }
  const replace = (cells: readonly CellMatch[], label: string): boolean =>
    view.change(label, (records) =>
      replaceCells(
        view.template,
        records,
        cells.map(({ cell }) => cell),
        request,
        replacement,
      ),
    )
  const where = isInRange ? '所选范围内' : ''
  const place = here >= 0 ? `第 ${here + 1} 个，` : ''
  return {
    isNone: matches.length === 0,
    words:
      request.search === ''
        ? ''
        : matches.length === 0
          ? `${where}没有找到`
          : `${place}${where}共 ${matches.length} 个单元格`,
    go,
    replaceOne() {
      const match = matches[here]
      if (match) replace([match], '替换')
      go(1)
    },
    replaceAll() {
      const count = countOf(matches)
      if (replace(matches, '全部替换')) say(`已替换 ${count} 处，可以撤销。`)
    },
  }
}

/** The open cell is written first, so that what was just typed is found too. */
function useMatches(view: SheetView, request: FindRequest): CellMatch[] {
  const sheet = useStore(view.state, (state) => state.sheet)
  useEffect(() => commitCell(view), [view])
  return useMemo(() => findCells(view.template, view.records(), sheet, request), [view, sheet, request])
}
