/** The list's search and filters, kept while other pages are open: whoever comes back from a table finds the list as it was. */
import { useCallback, useState } from 'react'
import type { SetStateAction } from 'react'
import { noFilter } from './list-filter.ts'
import type { ListFilter } from './list-filter.ts'

let kept = noFilter

export function useKeptFilter(): [ListFilter, (change: SetStateAction<ListFilter>) => void] {
  const [filter, setFilter] = useState(kept)
  const change = useCallback((to: SetStateAction<ListFilter>) => {
    setFilter((before) => {
      kept = typeof to === 'function' ? to(before) : to
      return kept
    })
  }, [])
  return [filter, change]
}
