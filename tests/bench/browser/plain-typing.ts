/**
 * What the browser alone needs on this machine: a page with nothing but one textarea, typed in and measured like ours. No program
 * in this browser can be quicker, so our figures are read beside these.
 */
import { part } from './figures.ts'
import { readWatched, watchThePage } from './measured-page.ts'
import type { MeasuredPage } from './measured-page.ts'

const rounds = 12
const plainPage = 'data:text/html,<textarea autofocus rows=3 cols=40></textarea>'

export async function typeInPlainPage(app: MeasuredPage, slower: number): Promise<{ p50Ms: number; p99Ms: number }> {
  const context = app.page.context()
  const page = await context.newPage()
  await page.addInitScript(watchThePage)
  await page.goto(plainPage)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.keyboard.type('warm')
  await readWatched(page)
  for (let round = 0; round < rounds; round++) {
    for (const letter of 'abcdef') {
      await page.keyboard.press(letter)
      await page.waitForTimeout(60)
    }
    await page.keyboard.press('Enter')
    await page.waitForTimeout(250)
  }
  const times = (await readWatched(page)).keys.map(({ ms }) => ms)
  await page.close()
  return { p50Ms: part(times, 0.5), p99Ms: part(times, 0.99) }
}
