/** The central form: the halves of a row filled left to right, as a person does with Tab. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { saved } from './support/sheet.ts'

describeApp('parallel halves', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: '新建' }).first().click()
    await page.getByRole('dialog').getByRole('combobox').first().click()
    await page.locator('.ant-select-item-option').filter({ hasText: '中央部门' }).click()
    await page.getByRole('dialog').getByRole('button').last().click()
    await page.getByRole('grid').waitFor()
  })
  afterAll(async () => {
    expect(app.faults).toEqual([])
    await app.close()
    removeData(app.data)
  })

  /** The texts of the cells of the last row, and those that reach into it. */
  const lastRow = () =>
    page.evaluate(() => {
      const cells = [...document.querySelectorAll<HTMLTableCellElement>('.sheet td.cell-input')]
      const row = Math.max(...cells.map((one) => Number(one.dataset['row'])))
      return cells.filter((one) => Number(one.dataset['row']) === row).map(({ textContent }) => textContent)
    })

  test('no cell refuses, no name is mirrored, a value may come before its name', async () => {
    const inputs = page.locator('.sheet td.cell-input')
    await inputs.nth((await inputs.count()) - 7).click()
    const texts = ['产出指标', '数量指标', '设备采购数', '≥3台', '数量指标']
    for (const text of texts) {
      await page.keyboard.insertText(text)
      await page.keyboard.press('Tab')
    }
    expect(await lastRow()).toEqual([...texts, '', ''])
    await page.keyboard.press('Tab') // the value first
    await page.keyboard.insertText('≥1台')
    await page.keyboard.press('ArrowLeft')
    expect(await lastRow()).toEqual([...texts, '', '≥1台'])
    await page.keyboard.insertText('当年采购数')
    await page.keyboard.press('Enter')
    expect(await lastRow()).toEqual([...texts, '当年采购数', '≥1台'])
    await saved(page)
    await page.reload()
    await page.getByRole('grid').waitFor()
    expect(await lastRow()).toEqual([...texts, '当年采购数', '≥1台'])
  })
})
