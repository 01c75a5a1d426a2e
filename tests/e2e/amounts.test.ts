/** Amounts as a person types them with an input method, and the unit of money of a whole table changed and taken back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, inputMethod, openExample, openProject, saved } from './support/sheet.ts'

describeApp('amounts', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, '公园绿地日常养护经费')
  })
  afterAll(async () => {
    expect(app.faults).toEqual([])
    await app.close()
    removeData(app.data)
  })
  const sum = () =>
    page
      .locator('.status-line')
      .getByText(/^资金 /)
      .textContent()
  const dialog = () => page.getByRole('dialog')

  test('the unit of the table: asked by the keyboard, converted exactly, taken back by one undo', async () => {
    const before = await sum()
    const unit = page.locator('.status-line').getByRole('button', { name: '万元' })
    await unit.focus()
    await page.keyboard.press('Enter')
    await dialog().getByText('386.40 万元 → 3864000 元').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await cell(page, '3864000').waitFor()
    await expect.poll(sum).toContain('7280000 元')
    await page.keyboard.press('Control+z')
    await cell(page, '386.40').waitFor()
    await expect.poll(sum).toBe(before)
  })

  test('only the unit: the numbers stay; Escape changes nothing', async () => {
    const unit = page.locator('.status-line').getByRole('button', { name: '万元' })
    await unit.click()
    await dialog().waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await unit.click()
    await dialog().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('金额单位已改为元，数字没有变。').waitFor()
    await expect.poll(sum).toContain('728.00 元')
    await page.keyboard.press('Control+z')
    await page.locator('.status-line').getByRole('button', { name: '万元' }).waitFor()
  })

  test('numbers typed with a Chinese input method', async () => {
    await saved(page)
    await page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '项目' }).click()
    await openProject(page, '部门专项-疾控实验楼运行专项经费')
    const ime = await inputMethod(page)
    for (const [typed, kept] of [
      ['12。5', '12.5'],
      ['1，200。50', '1,200.50'],
    ] as const) {
      await clickBudget(page)
      await ime.choose(typed)
      await page.keyboard.press('Enter')
      await cell(page, kept).waitFor()
    }
  })
})

/** The cell behind the label 年度预算总额. */
async function clickBudget(page: Page): Promise<void> {
  const at = await page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLTableCellElement>('.sheet td')]
    const label = cells.find(({ textContent }) => textContent.replaceAll(/\s/g, '').includes('预算总额'))
    const input = cells.find(
      (one) =>
        one.classList.contains('cell-input') &&
        one.dataset['row'] === label?.dataset['row'] &&
        Number(one.dataset['column']) > Number(label?.dataset['column']),
    )
    return { row: input?.dataset['row'] ?? '', column: input?.dataset['column'] ?? '' }
  })
  await page.locator(`.sheet td[data-row="${at.row}"][data-column="${at.column}"]`).click()
}
