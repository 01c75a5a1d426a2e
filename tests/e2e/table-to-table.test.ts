/** From one open table straight to another: by what was found in the selected tables, and by the browser's back and forward. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, openCell, openExample, openProject } from './support/sheet.ts'

describeApp('table to table', () => {
  let app: OpenedApp
  let page: Page
  const [one, other] = ['公交线路政策性亏损补贴', '智慧公交平台运维']
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, one)
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const isShown = (name: string) => page.locator('.editor-bar').getByText(name, { exact: true }).waitFor()

  test('what was found in another selected table opens that table, also when this one had something to save', async () => {
    await isShown(one)
    const addressOfOne = await page.evaluate(() => location.hash)
    await page.keyboard.press('Control+1')
    for (const name of [one, other]) await page.getByRole('checkbox', { name: `选择 ${name}`, exact: true }).click()
    await openProject(page, one)
    await cell(page, '年运营里程').click()
    await page.keyboard.type('全年运营总里程')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('公交')
    await page.getByRole('combobox', { name: '查找范围' }).click()
    await page.getByText('列表中选中的 2 个项目').click()
    await page.getByRole('button', { name: '在选中的表里查找' }).click()
    await page.locator('.find-table', { hasText: other }).click()
    await isShown(other)
    await page.locator('.find-table[aria-current]', { hasText: other }).waitFor() // the list is still there
    expect(await openCell(page).getAttribute('aria-label')).toContain('公交')
    expect(await page.evaluate(() => location.hash)).not.toBe(addressOfOne)
    await page.waitForTimeout(600) // the first table's save ends meanwhile
    await page.reload()
    await isShown(other)
    await page.goBack()
    await isShown(one)
    await cell(page, '全年运营总里程').waitFor()
    await page.goForward()
    await isShown(other)
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
