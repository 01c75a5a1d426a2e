/** Says which cell a change was not made in, as a record could not hold it; everything is as it was. */
import { useEffect } from 'react'
import { sayWarning } from '../shell/notify.ts'
import { fieldNames } from './panels/field-names.ts'
import { notedField } from './panels/comments/note-place.ts'
import type { SheetView } from './view/sheet-view.ts'

export function useRefusedChange(view: SheetView): void {
  useEffect(
    () =>
      view.editor.state.subscribe(({ refused }, before) => {
        if (refused === null || refused === before.refused) return
        const names = fieldNames(view.state.getState().sheet.layout)
        const field = refused.path === 'indicators' ? '指标' : notedField(refused.path, names)
        sayWarning(`“${field}”没有改动：${refused.message}。`)
      }),
    [view],
  )
}
