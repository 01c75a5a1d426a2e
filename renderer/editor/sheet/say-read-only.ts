/** Typed on a cell that takes no text: said once in a while, never at every letter. */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { sayWarning } from '../../shell/notify.ts'

const pauseMs = 5000
let saidAt = Number.NEGATIVE_INFINITY

export function sayReadOnly(cell: LayoutCell | undefined): void {
  if (performance.now() - saidAt < pauseMs) return
  saidAt = performance.now()
  sayWarning(
    cell?.role === 'computed'
      ? '这一格由程序算出，不能填写。'
      : '这里是表样印好的文字，不能填写；按 Tab 到下一个可填的格。',
  )
}
