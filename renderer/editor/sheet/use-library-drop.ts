/**
 * Where an item of the library, dragged out of its panel, would go on this sheet: a line between the rows, or a frame around
 * the project's row of a list form; and letting it go there.
 */
import { useEffect, useState } from 'react'
import type { DragEvent, RefObject } from 'react'
import { handleUnder, lineBox, rowsBox } from './cell-box.ts'
import type { Box } from './cell-box.ts'
import { dropFromLibrary } from '../commands/rows/insert-indicator.ts'
import { carriedIndicator, libraryPlace } from '../commands/library-drag.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface LibraryDrop {
  /** In px inside the paper; null: nothing is dragged over it. */
  mark: { box: Box; kind: 'line' | 'frame' } | null
  onDragOver: (event: DragEvent) => void
  onDragLeave: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
}

export function useLibraryDrop(
  view: SheetView,
  paper: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
  focusSheet: () => void,
): LibraryDrop {
  const [mark, setMark] = useState<LibraryDrop['mark']>(null)
  useEffect(() => {
    const end = () => setMark(null) // given up with Esc, or let go elsewhere
    document.addEventListener('dragend', end)
    return () => document.removeEventListener('dragend', end)
  }, [])
  const placeOf = ({ clientY }: DragEvent) => {
    if (!table.current) return null
    const handle = handleUnder(table.current, clientY)
    if (!handle) return null
    const { top, height } = handle.getBoundingClientRect()
    return libraryPlace(view, Number(handle.dataset['row']), clientY > top + height / 2)
  }
  const show = (place: ReturnType<typeof libraryPlace>) => {
    if (!place || !table.current || !paper.current) return setMark(null)
    if ('before' in place) return setMark({ kind: 'line', box: lineBox(table.current, place.lineRow, paper.current) })
    const rows = { row: place.row, lastRow: place.row, column: 0, lastColumn: 0 }
    return setMark({ kind: 'frame', box: rowsBox(table.current, rows, paper.current) })
  }
  return {
    mark,
    onDragOver(event) {
      if (carriedIndicator() === null) return
      const place = placeOf(event)
      show(place)
      if (!place) return
      event.preventDefault() // it may be dropped here
      event.dataTransfer.dropEffect = 'copy'
    },
    onDragLeave({ clientX, clientY, currentTarget }) {
      // from one cell into the next it leaves nothing
      const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
      if (clientX <= left || clientX >= right || clientY <= top || clientY >= bottom) setMark(null)
    },
    onDrop(event) {
      const texts = carriedIndicator()
      const place = placeOf(event)
      setMark(null)
      if (!texts || !place) return
      event.preventDefault()
      dropFromLibrary(view, texts, place)
      focusSheet()
    },
  }
}
