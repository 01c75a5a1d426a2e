/** Copy and paste through the browser's own clipboard: the menu, the open cell, Ctrl+C to Ctrl+V. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { copyElsewhere } from './support/copy-elsewhere.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, column, openCell, openExample } from './support/sheet.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'clipboard', name), 'utf8')

describeApp('the clipboard', () => {
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

  test('a cell of Excel into the open text: no quotes, no line too many, undone by the browser', async () => {
    await cell(page, '年运营里程').click()
    await copyElsewhere(page, '', '"第一行\n第二行"\r\n')
    await page.keyboard.press('F2')
    await page.keyboard.press('End')
    await page.keyboard.press('Control+v')
    await expect.poll(() => openCell(page).inputValue()).toBe('年运营里程第一行\n第二行')
    await page.keyboard.press('Control+z')
    await expect.poll(() => openCell(page).inputValue()).toBe('年运营里程')
    await page.keyboard.press('Escape')
  })

  test('a block over two selected blocks repeats', async () => {
    const before = await column(page, '三级指标')
    await cell(page, before[0] ?? '').click()
    await copyElsewhere(page, '<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>', '甲\r\n乙\r\n')
    for (let row = 0; row < 3; row++) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await column(page, '三级指标')).slice(0, 4)).toEqual(['甲', '乙', '甲', '乙'])
    await page.keyboard.press('Control+z')
    expect(await column(page, '三级指标')).toEqual(before)
  })

  test('after many rows the view stays where they begin, also when they are cut then', async () => {
    const before = await column(page, '三级指标')
    await cell(page, before[1] ?? '').click()
    const lines = Array.from({ length: 60 }, (_, index) => `第 ${index} 行`)
    await copyElsewhere(
      page,
      `<table>${lines.map((line) => `<tr><td>${line}</td></tr>`).join('')}</table>`,
      lines.join('\n'),
    )
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await column(page, '三级指标')).at(-1)).toBe('第 59 行')
    await page.keyboard.press('Control+x')
    await page.locator('.cut-frame').first().waitFor()
    const desk = await page.locator('.desk').first().boundingBox()
    const active = await page.locator('.active-frame').first().boundingBox()
    if (!desk || !active) throw new Error('the sheet is drawn')
    expect(active.y).toBeGreaterThanOrEqual(desk.y)
    expect(active.y + active.height).toBeLessThanOrEqual(desk.y + desk.height)
    await page.keyboard.press('Shift+ArrowUp')
    await expect.poll(async () => (await page.locator('.active-frame').first().boundingBox())?.y).toBeLessThan(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => column(page, '三级指标')).toEqual(before)
  })

  test('粘贴 of the menu reads what Ctrl+V reads: a text over empty cells is no merged cell', async () => {
    if (hostKind === 'browser') await page.context().grantPermissions(['clipboard-read'])
    const before = await column(page, '三级指标')
    await cell(page, before[0] ?? '').click()
    await copyElsewhere(page, fixture('excel-oddities.html'), fixture('excel-oddities.tsv'))
    await cell(page, before[0] ?? '').click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^粘贴/ }).click()
    await expect.poll(async () => (await column(page, '三级指标'))[0]).toBe('乡村公路养护补助资金（含上年结转）')
    expect((await column(page, '指标值设置依据'))[0]).toBe('1,234,567.50')
    expect((await column(page, '指标值设置依据'))[3]).toBe('8765432.10')
    await page.keyboard.press('Control+z')
    expect(await column(page, '三级指标')).toEqual(before)
  })
})
