/** What people do out of habit with text that is open, and what must then not happen to the text that was there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { activeLabel, cell, column, inputMethod, openCell, openExample, openProject } from './support/sheet.ts'

describeApp('habits of typing', () => {
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
  const names = async () => (await column(page, '三级指标')).slice(0, 3)
  const mode = () => openCell(page).getAttribute('data-mode')
  const undoAll = async () => {
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    while (await undo.isEnabled()) await undo.click()
  }

  test('a click into the typed text: the arrows stay in it', async () => {
    await cell(page, '车辆完好率').click()
    await page.keyboard.type('abcd')
    await openCell(page).click({ position: { x: 20, y: 8 } })
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('Y')
    expect(await openCell(page).inputValue()).toBe('abcYd')
    await page.keyboard.press('Escape')
    expect(await names()).toEqual(['运营线路数', '年运营里程', '车辆完好率'])
  })

  test('Esc gives the old text back in a cell with a list too', async () => {
    await cell(page, '行业或国家标准').click()
    await page.keyboard.type('a')
    await page.keyboard.press('Escape')
    expect(await mode()).toBe('selecting')
    await cell(page, '运营线路数').click()
    await cell(page, '行业或国家标准').waitFor()
    const method = await inputMethod(page)
    await cell(page, '行业或国家标准').click()
    await method.compose('gong')
    await method.choose('工')
    await page.keyboard.press('Escape')
    expect(await mode()).toBe('selecting')
    await cell(page, '行业或国家标准').waitFor()
  })

  test('letters that sound like a choice: Tab takes it, Enter takes it', async () => {
    await cell(page, '行业或国家标准').click()
    await page.keyboard.type('lsbz')
    await page.keyboard.press('Tab')
    expect((await column(page, '指标值设置依据'))[2]).toBe('历史标准')
    expect(await activeLabel(page)).toContain('98.6%')
    await undoAll()
    await cell(page, '行业或国家标准').click()
    await page.keyboard.type('jhbz')
    await page.keyboard.press('Enter')
    expect((await column(page, '指标值设置依据'))[2]).toBe('计划标准')
    await undoAll()
  })

  test('all that was typed taken back by Ctrl+Z, then Enter: the text that was there stays', async () => {
    await cell(page, '车辆完好率').click()
    await page.keyboard.type('abc')
    for (let step = 0; step < 4 && (await mode()) !== 'selecting'; step++) await page.keyboard.press('Control+z')
    expect(await mode()).toBe('selecting')
    await page.keyboard.press('Enter')
    expect((await names())[2]).toBe('车辆完好率')
  })

  test('typed on what the form prints: it is said, and nothing is lost elsewhere', async () => {
    await page.getByRole('gridcell', { name: '预算单位', exact: true }).click()
    await page.keyboard.type('x')
    await page.getByText('这里是表样印好的文字，不能填写').waitFor()
    expect(await openCell(page).inputValue()).toBe('')
  })

  test('after a zoom is chosen the sheet takes the letters again', async () => {
    await cell(page, '车辆完好率').click()
    await page.getByLabel('缩放').click()
    await page.getByTitle('100%').click()
    await expect.poll(() => openCell(page).evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+9')
  })

  test('Esc gives up a drag of the fill handle', async () => {
    await cell(page, '≥98%').click()
    const handle = await page.locator('.fill-handle').boundingBox()
    await page.mouse.move((handle?.x ?? 0) + 4, (handle?.y ?? 0) + 4)
    await page.mouse.down()
    await page.mouse.move((handle?.x ?? 0) + 4, (handle?.y ?? 0) + 50, { steps: 4 })
    await page.locator('.fill-target').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.fill-target').waitFor({ state: 'detached' })
    await page.mouse.up()
    expect((await column(page, '指标值'))[3]).toBe('=100%')
  })

  test('F2 brings a cell that is out of sight back', async () => {
    await page.setViewportSize({ width: 1366, height: 300 })
    await cell(page, '运营线路数').click()
    await page.locator('.editor-main > .desk').evaluate((desk) => desk.scrollTo(0, 0))
    await page.keyboard.press('F2')
    await expect
      .poll(async () => {
        const input = await openCell(page).boundingBox()
        const desk = await page.locator('.editor-main > .desk').boundingBox()
        return input && desk && input.y >= desk.y && input.y + input.height <= desk.y + desk.height
      })
      .toBe(true)
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  test('全部替换 with several cells selected changes these alone', async () => {
    await cell(page, '运营线路数').click()
    await page.keyboard.press('ArrowRight')
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
    expect(await activeLabel(page)).toContain('权重')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+h')
    await page.getByLabel('查找', { exact: true }).fill('10')
    await page.getByText('所选范围内共 2 个单元格').waitFor()
    await page.getByLabel('替换为').fill('15')
    await page.getByRole('button', { name: '全部替换' }).click()
    expect((await column(page, '指标分值权重')).slice(0, 4)).toEqual(['15', '15', '10', '10'])
    expect(await column(page, '指标值')).toContain('=100%')
    await page.keyboard.press('Escape')
    await undoAll()
  })

  test('a project of a list form is opened with the cursor on it; deleted and brought back it is the same', async () => {
    await page.keyboard.press('Control+1')
    await openProject(page, '园务工作经费')
    expect(await activeLabel(page)).toContain('园务工作经费')
    const projects = async () => (await column(page, '项目名称（资金使用单位）')).filter((name) => name !== '')
    const before = await projects()
    await page.keyboard.press('Control+Minus')
    await expect.poll(projects).not.toContain('园务工作经费')
    await page.waitForTimeout(1500) // the note of the store comes half a second later
    expect(await projects()).toEqual(before.filter((name) => name !== '园务工作经费'))
    await page.keyboard.press('Control+z')
    await expect.poll(projects).toEqual(before)
    await page.waitForTimeout(1500)
    expect(await projects()).toEqual(before)
    await page.locator('.status-line [role=status]', { hasText: '已保存' }).waitFor()
    await page.reload()
    await page.getByRole('grid').waitFor()
    expect(await projects()).toEqual(before)
    await page.keyboard.press('Control+1')
    await page.getByText('共 25 个项目').waitFor()
  })

  test('a finding inside a packed cell leads to its place in the opened indicators', async () => {
    await openProject(page, '园务工作经费')
    await page.locator('td.cell-input', { hasText: '档案整理量' }).click()
    await page.keyboard.press('F2')
    const inset = page.getByRole('region', { name: '绩效指标' })
    await inset.getByRole('gridcell', { name: '档案整理量', exact: true }).click()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Escape')
    await inset.waitFor({ state: 'detached' })
    await page.locator('.problem', { hasText: '没有填写' }).first().click()
    await inset.waitFor()
    const active = inset.locator('textarea.open-cell')
    await expect.poll(() => active.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await active.getAttribute('aria-label')).toContain('三级指标 空')
    await page.keyboard.press('Escape')
    await undoAll()
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
