/** A text put on the clipboard at a click. Through the copy event: the window gives the page no permission for the other way. */

/** false where the browser refuses. */
export function copyText(text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation() // the focus may be in a sheet, which would copy its cells
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', give, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', give, { capture: true })
  }
}
