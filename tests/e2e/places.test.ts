/** Where the focus and the cursor go: round the areas of the window, into one row of a merged group, back to a change. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { activeLabel, cell, column, openCell, openExample, openProject, saved } from './support/sheet.ts'

describeApp('places', () => {
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
  /** The area that has the focus. */
  const isIn = (area: string) =>
    page.locator(`[data-area="${area}"]:focus-within, [data-area="${area}"]:focus`).waitFor()
  const undoAll = async () => {
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    while (await undo.isEnabled()) await undo.click()
  }

  test('F6 and Shift+F6 go round sheet, panel, status line, pages and bar; Esc leads back to the sheet', async () => {
    await cell(page, '年运营里程').click()
    await page.locator('[data-area=panel]').waitFor() // drawn after the sheet
    const here = await activeLabel(page)
    for (const area of ['panel', 'status', 'rail', 'bar', 'sheet']) {
      await page.keyboard.press('F6')
      await isIn(area)
    }
    for (const area of ['bar', 'rail', 'status', 'panel']) {
      await page.keyboard.press('Shift+F6')
      await isIn(area)
    }
    for (let tab = 0; tab < 2; tab++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('[role=tab][aria-selected=true]', { hasText: '历史' }).waitFor()
    await page.keyboard.press('Escape')
    await isIn('sheet')
    expect(await activeLabel(page)).toBe(here)
    await page.keyboard.type('公里')
    await page.keyboard.press('Escape')
  })

  test('a row of a merged group by Ctrl+L and by the menu: this row alone gets another level', async () => {
    const before = await column(page, '二级指标')
    await cell(page, '年运营里程').click()
    await page.keyboard.press('Control+l')
    await page.getByRole('option', { name: '时效指标', exact: true }).waitFor()
    const [list, input] = [await page.getByRole('listbox').last().boundingBox(), await openCell(page).boundingBox()]
    expect(Math.abs((list?.x ?? 0) - (input?.x ?? 99))).toBeLessThan(3) // under its cell
    await page.keyboard.type('sx')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await column(page, '二级指标')).toEqual(['数量指标', '时效指标', ...before.slice(1)])
    await undoAll()
    expect(await column(page, '二级指标')).toEqual(before)
    await cell(page, '年运营里程').click({ button: 'right' })
    const menu = await page.getByRole('menu').boundingBox()
    expect((menu?.y ?? 0) + (menu?.height ?? 999)).toBeLessThanOrEqual(768)
    await page.getByRole('menuitem', { name: /改所选行的级别/ }).click()
    await page.getByRole('option', { name: '质量指标', exact: true }).click()
    expect((await column(page, '二级指标')).slice(0, 2)).toEqual(['数量指标', '质量指标'])
    await isIn('sheet')
    await undoAll()
  })

  test('a click on the merged level beside a row just added means that row, as it does for the keys', async () => {
    const before = await column(page, '二级指标')
    await cell(page, '年运营里程').click()
    await page.keyboard.press('Control+Equal')
    await page.locator('button[aria-label="撤销"]:enabled').waitFor()
    const row = Number(await cell(page, '年运营里程').getAttribute('data-row')) - 1
    const handle = await page.locator(`.row-handle[data-row="${row}"]`).first().boundingBox()
    const level = await cell(page, '数量指标').boundingBox()
    if (!handle || !level) throw new Error('the row is on the screen')
    await cell(page, '年运营里程').click()
    await page.mouse.click(level.x + level.width / 2, handle.y + handle.height / 2)
    await page.keyboard.type('质量指标')
    await page.keyboard.press('Tab')
    expect((await column(page, '二级指标')).slice(0, 3)).toEqual(['数量指标', '质量指标', '数量指标'])
    await undoAll()
    expect(await column(page, '二级指标')).toEqual(before)
  })

  test('paste by the menu, where reading the clipboard is refused: told how to', async () => {
    await cell(page, '年运营里程').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '粘贴' }).click()
    await page.getByText('请按 Ctrl+V 粘贴').waitFor()
    expect(await column(page, '三级指标')).toContain('年运营里程')
    await isIn('sheet')
  })

  test('undo of what was changed in the indicators of a list form opens them at the cell, redo too; then back on the form', async () => {
    await saved(page)
    await page.keyboard.press('Control+1')
    await openProject(page, '园务工作经费')
    await cell(page, '园务工作经费').click()
    await page.keyboard.type('园务经费')
    await page.keyboard.press('Enter')
    await page.locator('td', { hasText: '档案整理量' }).first().dblclick()
    const inset = page.getByRole('region', { name: '绩效指标' })
    await inset.getByRole('gridcell', { name: '档案整理量', exact: true }).click()
    await page.keyboard.type('整理档案')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await inset.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+z')
    await inset.getByRole('gridcell', { name: '档案整理量', exact: true }).waitFor()
    await isIn('indicators')
    expect(await inset.locator('textarea.open-cell').getAttribute('aria-label')).toContain('档案整理量')
    await page.keyboard.press('Control+z')
    await isIn('sheet')
    expect(await openCell(page).getAttribute('aria-label')).toContain('园务工作经费')
    await page.keyboard.press('Control+y')
    await isIn('sheet')
    await page.keyboard.press('Control+y')
    await isIn('indicators')
    expect(await inset.locator('textarea.open-cell').getAttribute('aria-label')).toContain('整理档案')
    await undoAll()
  })

  test('查找 and 替换为 are one Tab apart; Esc in the sheet closes the bar', async () => {
    await page.keyboard.press('Control+h')
    await page.keyboard.type('车')
    await page.keyboard.press('Tab')
    await page.keyboard.type('车辆')
    expect(await page.getByLabel('替换为').inputValue()).toBe('车辆')
    await page.keyboard.press('Shift+Tab')
    expect(await page.getByLabel('查找', { exact: true }).inputValue()).toBe('车')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('查找')
    await page.locator('.sheet td.cell-input').first().click()
    await page.keyboard.press('Escape')
    await page.locator('.find-bar').waitFor({ state: 'detached' })
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
