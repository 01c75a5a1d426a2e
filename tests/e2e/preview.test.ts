/** The preview by keyboard: pages, zoom, the thumbnails as one stop of Tab, printing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'

describeApp('preview', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: '打开示例' }).click()
    for (const name of ['公交线路政策性亏损补贴', '智慧公交平台运维']) {
      await page.getByRole('checkbox', { name: `选择 ${name}`, exact: true }).click()
    }
    await page.getByRole('button', { name: '预览和打印' }).click()
    await page.locator('.printed-page .jibiao-page').first().waitFor()
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const pageWidth = async () => (await page.locator('.printed-page').first().boundingBox())?.width ?? 0
  const zoom = (text: string) => page.locator('.preview-zoom').getByText(text, { exact: true }).waitFor()

  test('Ctrl and +, -, 0 and the wheel zoom the pages', async () => {
    const fit = await pageWidth()
    await page.keyboard.press('Control+Equal')
    await zoom('100%') // a window of 1366 shows a little less
    await page.keyboard.press('Control+Equal')
    await zoom('125%')
    expect(await pageWidth()).toBeGreaterThan(fit)
    await page.keyboard.press('Control+Minus')
    await zoom('100%')
    await page.keyboard.press('Control+Minus')
    await page.keyboard.press('Control+Minus')
    await page.keyboard.press('Control+Minus')
    await zoom('50%') // and no further
    await page.keyboard.press('Control+0')
    await zoom('适合宽度')
    expect(await pageWidth()).toBe(fit)
    await page.locator('.printed-pages').hover()
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, 120)
    await page.keyboard.up('Control')
    await page.locator('.preview-zoom').getByText('适合宽度', { exact: true }).waitFor({ state: 'detached' })
    expect(await pageWidth()).toBeLessThan(fit)
    await page.keyboard.press('Control+0')
  })

  test('the thumbnails are one stop of Tab; arrows go from page to page', async () => {
    const thumbnails = page.locator('.thumbnail-button')
    const count = await thumbnails.count()
    expect(count).toBeGreaterThan(1)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await page.getByText(`第 2 页，共 ${count} 页`).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('第 2 页')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('printed-pages')
    await page.keyboard.press('Home')
    await page.getByText(`第 1 页，共 ${count} 页`).waitFor()
  })

  test.skipIf(hostKind === 'electron')('Ctrl+P prints the pages, wherever the focus is', async () => {
    await page.evaluate(() => {
      window.print = () => {
        document.title = `printed ${document.querySelectorAll('.print-only .jibiao-page').length}`
        window.dispatchEvent(new Event('afterprint'))
      }
    })
    const pages = await page.locator('.printed-page').count()
    await page.getByRole('button', { name: '导出', exact: true }).focus()
    await page.keyboard.press('Control+p')
    await expect.poll(() => page.title()).toBe(`printed ${pages}`)
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
