/** The past entries for the active cell, a moment after the cursor came to it; empty until they are there. */
import { rowOfPath } from '../../../shared/model/field-path.ts'
import { useEffect, useMemo, useState } from 'react'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { call } from '../../api.ts'
import { createPastEntries, entryField } from './past-entries.ts'
import type { SheetView } from '../view/sheet-view.ts'

/** The cursor that only passes asks nothing. */
const pauseMs = 80

const none: readonly string[] = []

export function usePastEntries(view: SheetView, cell: LayoutCell | undefined): readonly string[] {
  const past = useMemo(() => createPastEntries((question) => call('entries.list', question)), [])
  const [found, setFound] = useState<{ key: string; texts: string[] } | null>(null)
  const binding = cell?.role === 'input' ? cell.binding : undefined
  const field = binding ? entryField(binding.path) : null
  const record = binding && binding.record !== 'all' ? view.records()[binding.record] : undefined
  const subcategory = record?.indicators[rowOfPath(binding?.path ?? '') ?? -1]?.subcategory ?? ''
  const unitName = record?.unit.name ?? ''
  const key = field === null ? '' : JSON.stringify([unitName, field, subcategory])
  useEffect(() => {
    if (field === null) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      void past.read({ unitName, field, subcategory }).then((texts) => {
        if (isCurrent) setFound({ key, texts })
      })
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [past, key, field, subcategory, unitName])
  return found?.key === key ? found.texts : none
}
