/** Cut and pasted by keys: a dashed frame, nothing taken away before the paste, Esc, whole rows. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, column, openExample, saved } from './support/sheet.ts'

describeApp('cutting', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, '公交线路政策性亏损补贴')
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })

  const frame = () => page.locator('.cut-frame')
  const names = () => column(page, '三级指标')

  test('the frame is around the cells; Esc takes it away, and what is pasted then is a copy', async () => {
    const [first = '', second = '', ...rest] = await names()
    await cell(page, first).click()
    await page.keyboard.press('Control+x')
    await frame().waitFor()
    const [framed, cut] = [await frame().boundingBox(), await cell(page, first).boundingBox()]
    expect(Math.abs((framed?.y ?? 0) - (cut?.y ?? 0))).toBeLessThan(2)
    expect(Math.abs((framed?.width ?? 0) - (cut?.width ?? 0))).toBeLessThan(3)
    expect(await names()).toEqual([first, second, ...rest])
    await page.keyboard.press('Escape')
    await frame().waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+v')
    await expect.poll(names).toEqual([first, first, ...rest])
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual([first, second, ...rest])
  })

  test('pasted it is moved, and one undo brings all of it back', async () => {
    const [first = '', second = '', ...rest] = await names()
    await cell(page, first).click()
    await page.keyboard.press('Control+x')
    await page.keyboard.press('ArrowDown')
    await frame().waitFor()
    await page.keyboard.press('Control+v')
    await expect.poll(names).toEqual(['', first, ...rest])
    await frame().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual([first, second, ...rest])
  })

  test('whole rows move to above the row they are pasted on', async () => {
    const before = await names()
    const [first = '', second = '', third = '', ...rest] = before
    await cell(page, third).click()
    await page.keyboard.press('Shift+Space')
    await page.keyboard.press('Control+x')
    await frame().waitFor()
    await cell(page, first).click()
    await page.keyboard.press('Control+v')
    await expect.poll(names).toEqual([third, first, second, ...rest])
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(before)
    await saved(page)
    expect(app.faults).toEqual([])
  })
})
