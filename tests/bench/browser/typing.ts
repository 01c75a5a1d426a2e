/** Typing in a table as a person does: text into cells down a column, committed by Enter, with live findings on. */
import type { MeasuredPage } from './measured-page.ts'
import { readWatched, untilPainted } from './measured-page.ts'
import { part } from './figures.ts'

export interface TypingFigures {
  letters: { p50Ms: number; p99Ms: number }
  commits: { p50Ms: number; p99Ms: number }
  /** The browser's event entries; keys without one count as under 16 ms. */
  entriesP99Ms: number
  longestTaskMs: number
  longTasks: number
  /** Work of the page's thread a key, in ms: what the processor did, whatever the frames waited for. */
  workMs: number
}

/** 三级指标 of the indicator rows. */
const nameCell = 'tr:has(.row-handle[data-item]) td[data-column="2"]'
const cells = 12
const lettersEach = 6

export async function typeInTable({ page, session }: MeasuredPage, id: string, slower: number): Promise<TypingFigures> {
  await untilPainted(page, { hash: `#/edit/${id}` }, { selector: 'textarea.open-cell', focused: true })
  await page.waitForTimeout(800)
  await page.locator(nameCell).first().click()
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.keyboard.type('warm')
  await page.keyboard.press('Enter')
  await readWatched(page)
  const before = await taskMs(session)
  for (let cell = 0; cell < cells; cell++) {
    for (let letter = 0; letter < lettersEach; letter++) {
      await page.keyboard.press('abcdef'.charAt(letter))
      await page.waitForTimeout(60)
    }
    await page.keyboard.press('Enter')
    await page.waitForTimeout(250) // the pause after which findings come
  }
  const work = (await taskMs(session)) - before
  const watched = await readWatched(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const figures = (isCommit: boolean) => {
    const times = watched.keys.filter(({ key }) => (key === 'Enter') === isCommit).map(({ ms }) => ms)
    return { p50Ms: part(times, 0.5), p99Ms: part(times, 0.99) }
  }
  const keys = cells * (lettersEach + 1)
  const quick = Array.from({ length: Math.max(0, keys - watched.entriesMs.length) }, () => 8)
  return {
    letters: figures(false),
    commits: figures(true),
    entriesP99Ms: part([...watched.entriesMs, ...quick], 0.99),
    longestTaskMs: Math.max(0, ...watched.longTasksMs),
    longTasks: watched.longTasksMs.length,
    workMs: work / keys,
  }
}

async function taskMs(session: MeasuredPage['session']): Promise<number> {
  await session.send('Performance.enable', {})
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}
