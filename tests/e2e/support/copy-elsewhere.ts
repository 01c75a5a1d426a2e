/**
 * Another program's copy: both texts are on the clipboard exactly as given, for the next copy event is answered by us
 * before the page hears of it. (navigator.clipboard.write would clean the HTML up.)
 */
import type { Page } from 'playwright-core'

export async function copyElsewhere(page: Page, html: string, plain: string): Promise<void> {
  await page.evaluate(
    ([htmlText, plainText]) => {
      const give = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/html', htmlText ?? '')
        event.clipboardData?.setData('text/plain', plainText ?? '')
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      window.addEventListener('copy', give, { capture: true, once: true })
    },
    [html, plain],
  )
  await page.keyboard.press('Control+c')
}
