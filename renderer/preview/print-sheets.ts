/** Prints through the system's dialog: the desktop window does it itself, in a browser this page prints the sheets. */
import { documentCss } from '../../shared/print/page-css.ts'
import type { Sheet } from '../../shared/print/html.ts'
import { call } from '../api.ts'
import { sayFailure } from '../shell/notify.ts'

export async function printSheets(ids: string[], sheets: readonly Sheet[]): Promise<void> {
  const answer = await call('print.run', { ids })
  if (!answer.ok) return sayFailure(answer.error)
  if (!answer.value.printed) printHere(sheets)
}

/** Everything but the sheets is hidden on paper (preview.css); pageCss is on the page already. */
function printHere(sheets: readonly Sheet[]): void {
  const style = document.createElement('style')
  style.media = 'print'
  style.textContent = documentCss
  const paper = document.createElement('div')
  paper.className = 'print-only'
  paper.innerHTML = sheets.map((sheet) => sheet.html).join('')
  document.body.append(style, paper)
  window.addEventListener(
    'afterprint',
    () => {
      style.remove()
      paper.remove()
    },
    { once: true },
  )
  window.print()
}
