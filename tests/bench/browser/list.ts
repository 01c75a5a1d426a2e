/** The list of 10,000 projects: opening tables from it, scrolling it, searching in it while typing. */
import { median } from './figures.ts'
import { readWatched, untilPainted } from './measured-page.ts'
import type { MeasuredPage } from './measured-page.ts'

const turns = 5

/** Opening a table from the list: the sheet on the screen, and the focus in it. */
export async function openFromList({ page }: MeasuredPage, id: string): Promise<{ paintMs: number; focusMs: number }> {
  const times = { paint: [] as number[], focus: [] as number[] }
  for (let turn = 0; turn < turns; turn++) {
    for (const [kind, wanted] of [
      ['paint', { selector: '.sheet td' }],
      ['focus', { selector: 'textarea.open-cell', focused: true }],
    ] as const) {
      await untilPainted(page, { hash: '#/projects' }, { selector: '.row-check' })
      await page.waitForTimeout(500)
      times[kind].push(await untilPainted(page, { hash: `#/edit/${id}` }, wanted))
      await page.waitForTimeout(200)
    }
  }
  return { paintMs: median(times.paint), focusMs: median(times.focus) }
}

/** The longest time between two frames while the wheel turns fast over the whole list. */
export async function scrollList({ page }: MeasuredPage): Promise<{ longestFrameMs: number; framesOver50: number }> {
  await untilPainted(page, { hash: '#/projects' }, { selector: '.row-check' })
  await page.waitForTimeout(500)
  await page.mouse.move(700, 400)
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const frame = (now: number) => {
      frames.push(now - last)
      last = now
      if (frames.length < 10_000) requestAnimationFrame(frame)
    }
    Object.assign(window, { frames })
    requestAnimationFrame(frame)
  })
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel(0, turn % 3 === 2 ? 6000 : 400)
    await page.waitForTimeout(30)
  }
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames) // set above
  return { longestFrameMs: Math.max(...frames), framesOver50: frames.filter((ms) => ms > 50).length }
}

/** From a letter of a search to its result on the screen. */
export async function searchList({
  page,
}: MeasuredPage): Promise<{ medianMs: number; worstMs: number; longTasksMs: number[] }> {
  await untilPainted(page, { hash: '#/projects' }, { selector: '.row-check' })
  await page.waitForTimeout(500)
  await readWatched(page)
  const times: number[] = []
  for (const word of ['y', 'yl', 'yljz', '医疗', '医疗救助', '第77', '云溪县 校舍', 'sxxx', 'baihe', '青石']) {
    const before = await page.locator('.selection-bar span').first().textContent()
    times.push(await untilPainted(page, { search: word }, { selector: '.selection-bar', text: '找到' }))
    if (before === null) throw new Error('no list')
    await page.waitForTimeout(250)
    await untilPainted(page, { search: '' }, { selector: '.selection-bar', text: '共 10002 个' })
    await page.waitForTimeout(250)
  }
  const { longTasksMs } = await readWatched(page)
  return { medianMs: median(times), worstMs: Math.max(...times), longTasksMs }
}
