import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import { cell, column, openExample, openProject, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'
const indicators = (page: Page) => column(page, '三级指标')

const handleOf = async (page: Page, name: string): Promise<Locator> =>
  page.locator(`.row-handle[data-row="${await cell(page, name).getAttribute('data-row')}"]`).first()

/** Presses the mouse on one place and lets it go on another, moving in between. */
async function drag(page: Page, from: Locator, to: Locator, half: 'upper' | 'lower'): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('both rows are on the screen')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  const y = end.y + (half === 'upper' ? 3 : end.height - 3)
  await page.mouse.move(end.x + end.width / 2, (start.y + y) / 2)
  await page.mouse.move(end.x + end.width / 2, y)
  await page.locator('.drop-line').waitFor()
  await page.mouse.up()
}

describeApp('rows of indicators', () => {
  test('dragged, moved by key, deleted with a note; all of it undone after the program was started again', async () => {
    const first = await openApp()
    await openExample(first.page, project)
    const start = await indicators(first.page)
    const [one = '', two = '', three = ''] = start

    await (await handleOf(first.page, one)).click()
    await drag(first.page, await handleOf(first.page, one), await handleOf(first.page, three), 'lower')
    expect((await indicators(first.page)).slice(0, 3)).toEqual([two, three, one])

    await first.page.keyboard.press('Alt+ArrowUp')
    expect((await indicators(first.page)).slice(0, 3)).toEqual([two, one, three])

    const note = first.page.getByText('已删除 1 行指标。')
    const takenBack = note.getByRole('button', { name: '撤销' }).click() // waits for the note, which goes by itself
    await first.page.keyboard.press('Control+Minus')
    await takenBack
    expect((await indicators(first.page)).slice(0, 3)).toEqual([two, one, three])
    await note.waitFor({ state: 'detached' })

    await first.page.keyboard.press('Control+Minus')
    await saved(first.page)
    expect(first.faults).toEqual([])
    await first.close()

    const second = await openApp({ data: first.data })
    await openProject(second.page, project)
    expect((await indicators(second.page)).slice(0, 2)).toEqual([two, three])
    const undo = second.page.getByRole('button', { name: '撤销', exact: true })
    for (const shown of [
      [two, one, three],
      [two, three, one],
      [one, two, three],
    ]) {
      await second.page.locator('button[aria-label="撤销"]:enabled').waitFor()
      await undo.click()
      expect((await indicators(second.page)).slice(0, 3)).toEqual(shown)
    }
    expect(await undo.isDisabled()).toBe(true)
    expect(await indicators(second.page)).toEqual(start)
    await saved(second.page)
    await second.close()
    removeData(first.data)
  })
})
