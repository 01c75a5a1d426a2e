/** A cell that is open while something else happens: commands by button, another window, leaving and coming back, the mouse. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { activeLabel, cell, column, inputMethod, openCell, openExample, openProject, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

describeApp('an open cell', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, project)
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const names = async () => (await column(page, '三级指标')).slice(0, 3)
  const undoAll = async () => {
    while (await button('撤销').isEnabled()) await button('撤销').click()
  }

  test('the undo button takes back what is being typed, in its own row, and redo brings it again', async () => {
    await cell(page, '运营线路数').click()
    await page.keyboard.type('线路')
    await button('撤销').click()
    expect(await openCell(page).getAttribute('data-mode')).toBe('selecting')
    expect((await names()).slice(0, 2)).toEqual(['运营线路数', '年运营里程'])
    await button('重做').click()
    expect((await names())[0]).toBe('线路')
    await undoAll()
  })

  test('a button pressed during a composition: the letters stay in their cell, the command is done after', async () => {
    const method = await inputMethod(page)
    await cell(page, '年运营里程').click()
    await method.compose('licheng')
    await button('在下方插入行').click()
    expect(await column(page, '三级指标')).toContain('licheng')
    expect((await column(page, '三级指标')).filter((text) => text.includes('licheng'))).toHaveLength(1)
    expect(await openCell(page).inputValue()).toBe('')
    await page.keyboard.type('新行')
    await page.keyboard.press('Enter')
    expect(await names()).toEqual(['运营线路数', 'licheng', '新行'])
    await undoAll()
  })

  test('the title follows the name of the project', async () => {
    await cell(page, project).click()
    await page.keyboard.type('公交补贴')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '公交补贴', exact: true }).waitFor()
    await page.getByRole('grid', { name: /^公交补贴，/ }).waitFor()
    await undoAll()
  })

  test.runIf(hostKind === 'browser')(
    'a row inserted above in another window: the typed text stays with its row',
    async () => {
      const other = await app.openWindow(new URL(page.url()).hash)
      await other.getByRole('grid').waitFor()
      await cell(page, '年运营里程').click()
      await page.keyboard.type('全年')
      await other.getByRole('gridcell', { name: '运营线路数', exact: true }).click()
      await other.keyboard.press('Control+Equal')
      await other.keyboard.type('另一窗口的行')
      await other.keyboard.press('Enter')
      await saved(other)
      await cell(page, '另一窗口的行').waitFor()
      expect(await openCell(page).inputValue()).toBe('全年')
      await page.keyboard.type('里程')
      await page.keyboard.press('Enter')
      expect(await names()).toEqual(['另一窗口的行', '运营线路数', '全年里程'])
      await saved(page)
      await other.getByRole('gridcell', { name: '全年里程', exact: true }).waitFor()
      // the row that is being written in goes
      await cell(page, '运营线路数').click()
      await page.keyboard.type('还没写完')
      await other.getByRole('gridcell', { name: '运营线路数', exact: true }).click()
      await other.keyboard.press('Control+Minus')
      await saved(other)
      await page.getByText('这段内容没有写进表里').waitFor()
      await page.getByText('还没写完').waitFor()
      expect(await names()).not.toContain('还没写完')
      await page.getByRole('button', { name: '关闭' }).last().click()
      await page.getByText('这段内容没有写进表里').waitFor({ state: 'detached' })
      await other.close()
      await undoAll()
      await saved(page)
    },
  )

  test('a double click puts the caret where it was made', async () => {
    const target = cell(page, '年运营里程')
    await target.scrollIntoViewIfNeeded()
    const box = await letterBox(target, 2)
    await page.mouse.dblclick(box.left + 1, box.top + box.height / 2)
    await page.keyboard.type('总')
    expect(await openCell(page).inputValue()).toBe('年运总营里程')
    await page.keyboard.press('Escape')
  })

  test('the middle button pastes nothing', async () => {
    await cell(page, '年运营里程').click({ button: 'middle' })
    await cell(page, '运营线路数').click()
    await page.mouse.move(5, 5)
    const box = await cell(page, '运营线路数').boundingBox()
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5)
    await page.mouse.down({ button: 'middle' })
    await page.mouse.up({ button: 'middle' })
    expect((await names())[0]).toBe('运营线路数')
    expect(await openCell(page).getAttribute('data-mode')).toBe('selecting')
  })

  test('the menu of a cell by keyboard: Shift+F10, arrows, Enter; Esc leaves everything as it was', async () => {
    await cell(page, '年运营里程').click()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /删除行/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem', { name: /删除行/ }).waitFor({ state: 'hidden' })
    expect(await activeLabel(page)).toContain('年运营里程')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /删除行/ }).waitFor()
    const chosen = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let step = 0; step < 12 && !(await chosen()).startsWith('删除行'); step++) {
      const before = await chosen()
      await page.keyboard.press('ArrowDown')
      await expect.poll(chosen).not.toBe(before) // the next key would pass it over
    }
    await page.keyboard.press('Enter')
    await expect.poll(names).not.toContain('年运营里程')
    await page.keyboard.press('Control+z')
    await expect.poll(names).toContain('年运营里程')
    expect(await openCell(page).evaluate((input) => input === document.activeElement)).toBe(true)
  })

  test('an open text keeps its own menu and stays open', async () => {
    await cell(page, '年运营里程').dblclick()
    await openCell(page).click({ button: 'right' })
    expect(await page.getByRole('menuitem', { name: /删除行/ }).count()).toBe(0)
    expect(await openCell(page).getAttribute('data-mode')).toBe('editing')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  test('the cursor is where it was after the list, another table and the preview', async () => {
    await cell(page, '年运营里程').click()
    await page.keyboard.press('Control+1')
    await openProject(page, project)
    expect(await activeLabel(page)).toContain('年运营里程')
    await page.keyboard.press('Control+p')
    await page.getByRole('button', { name: '打印' }).first().waitFor()
    await page.keyboard.press('Control+2')
    await page.getByRole('grid').waitFor()
    expect(await activeLabel(page)).toContain('年运营里程')
    await page.keyboard.type('x')
    expect(await openCell(page).inputValue()).toBe('x')
    await page.keyboard.press('Escape')
  })

  test('Ctrl and the wheel zoom the sheet, not the page', async () => {
    const width = async () => (await page.locator('.sheet').boundingBox())?.width ?? 0
    const before = await width()
    await page.locator('.sheet').hover()
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, 120)
    await expect.poll(width).toBeLessThan(before)
    await page.mouse.wheel(0, -120)
    await page.keyboard.up('Control')
    await page.keyboard.press('Control+9')
    await expect.poll(width).toBe(before)
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1)
  })

  test('a range dragged beyond the desk goes on there', async () => {
    await page.setViewportSize({ width: 1366, height: 420 })
    const first = cell(page, '运营线路数')
    await first.scrollIntoViewIfNeeded()
    const box = await first.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 8)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + 8, 418, { steps: 4 })
    const last = page.locator('.sheet tr').last()
    await expect
      .poll(async () => {
        const tint = await page.locator('.range-tint').boundingBox()
        const row = await last.boundingBox()
        return tint && row ? Math.round(tint.y + tint.height - row.y - row.height) : null
      })
      .toBeGreaterThan(-3)
    await page.mouse.up()
    await page.setViewportSize({ width: 1366, height: 768 })
    await first.click()
  })

  test('the button of a packed cell leaves the next cell in reach', async () => {
    await page.keyboard.press('Control+1')
    await openProject(page, '园务工作经费')
    const packed = page.locator('td.cell-input').filter({ hasText: '档案整理量' })
    await packed.click()
    const unpack = await page.getByRole('button', { name: /展开/ }).boundingBox()
    const own = await packed.boundingBox()
    expect((unpack?.y ?? 0) + (unpack?.height ?? 0)).toBeLessThanOrEqual((own?.y ?? 0) + (own?.height ?? 0) + 1)
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})

/** Where a letter of a cell's text stands in the window. */
const letterBox = (target: Locator, index: number): Promise<{ left: number; top: number; height: number }> =>
  target.evaluate((element, at) => {
    const text = element.firstChild
    const range = document.createRange()
    if (!text) throw new Error('no text')
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const { left, top, height } = range.getBoundingClientRect()
    return { left, top, height }
  }, index)
