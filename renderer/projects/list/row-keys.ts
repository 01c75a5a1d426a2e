/** What a key means on a row of the list, as data. Enter is the row's own button; letters are nobody's. */

export type RowCommand =
  | { do: 'move'; to: number; extend: boolean }
  | { do: 'toggle' | 'mark-all' | 'remove' | 'search' | 'unmark' }

export interface RowKey {
  key: string
  ctrl: boolean
  shift: boolean
  alt: boolean
}

/** `at`: the row of the cursor; `page`: how many rows fit; `rows`: how many there are. */
export function rowCommand(
  { key, ctrl, shift, alt }: RowKey,
  at: number,
  page: number,
  rows: number,
): RowCommand | null {
  if (alt) return null
  const steps: Record<string, number> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - page,
    PageDown: at + page,
    Home: 0,
    End: rows - 1,
  }
  const to = steps[key]
  if (to !== undefined) return { do: 'move', to: Math.max(0, Math.min(rows - 1, to)), extend: shift }
  if (key === ' ') return { do: 'toggle' }
  if (ctrl && key.toLowerCase() === 'a') return { do: 'mark-all' }
  if ((ctrl && key.toLowerCase() === 'f') || (!ctrl && key === '/')) return { do: 'search' }
  if (!ctrl && key === 'Delete') return { do: 'remove' }
  return !ctrl && key === 'Escape' ? { do: 'unmark' } : null
}
