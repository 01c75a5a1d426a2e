/** Which packed cell of a list form is open below it, and the cursor sent to where a change was made, there or on the form. */
import { useCallback, useState } from 'react'
import type { Selection } from './grid/selection.ts'
import type { SheetView } from './view/sheet-view.ts'
import { spotOnForm } from './view/spot-in-view.ts'
import type { Spot } from './table/spot.ts'

export interface PackedCell {
  /** The project whose indicators are shown; null: none. */
  shown: string | null
  /** Where the cursor is wanted in them; a new object each time. */
  arrival: Selection | null
  open: (projectKey: string) => void
  close: () => void
  visit: (spot: Spot) => void
}

export function usePackedCell(form: SheetView, focusForm: () => void): PackedCell {
  const [{ shown, arrival }, setState] = useState<Pick<PackedCell, 'shown' | 'arrival'>>({ shown: null, arrival: null })
  const open = useCallback((projectKey: string) => setState({ shown: projectKey, arrival: null }), [])
  const close = useCallback(() => setState({ shown: null, arrival: null }), [])
  const visit = useCallback(
    (spot: Spot) => {
      const place = spotOnForm(form, spot)
      if (!place) return
      form.state.setState({ selection: place.selection })
      if (place.packed !== null) setState({ shown: place.packed, arrival: { ...spot.selection } })
      else if (document.activeElement?.closest('.inset')) focusForm() // a button that was pressed keeps the focus
    },
    [form, focusForm],
  )
  return { shown, arrival, open, close, visit }
}
