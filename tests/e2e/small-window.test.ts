/** A window of 683×384 px: a screen of 1366×768 at 200 %. Everything can be reached. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { openExample } from './support/sheet.ts'

const size = { width: 683, height: 384 }

describeApp('a small window', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, '公交线路政策性亏损补贴')
    await page.setViewportSize(size)
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const isInside = async (what: Locator) => {
    const box = await what.boundingBox()
    return (
      box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height
    )
  }

  test('every button of the editor’s bar is in the window', async () => {
    await page.getByRole('button', { name: '预览和导出' }).waitFor()
    for (const name of [/^撤销$/, /^在下方插入行$/, /^立即检查$/, /^预览和导出$/, /右侧面板$/]) {
      expect(await isInside(page.getByRole('button', { name })), String(name)).toBe(true)
    }
    expect(await isInside(page.locator('.status-line [role=status]'))).toBe(true)
  })

  test('F6 goes on where nothing in an area can be used', async () => {
    const areas = new Set<string>()
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('F6')
      areas.add(
        await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-area]')?.dataset['area'] ?? ''),
      )
    }
    expect(areas.has('')).toBe(false)
  })

  test('the list shows names that can be read, and all that is done with selected projects', async () => {
    await page.keyboard.press('Control+1')
    const name = page.locator('.project-row .link-button').first()
    await name.waitFor()
    const cell = await name.locator('..').boundingBox()
    expect(cell?.width).toBeGreaterThan(120)
    for (const action of ['检查', '导出', '预览和打印', '复制到下一年', '换表样', '删除']) {
      expect(await isInside(page.locator('.selection-bar').getByRole('button', { name: action })), action).toBe(true)
    }
  })
})
