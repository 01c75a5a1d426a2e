/** The project list with the keyboard alone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'

describeApp('the project list by keyboard', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: '打开示例' }).click()
    await page.getByText('共 25 个项目').waitFor()
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const names = () => page.locator('.project-row .link-button').allTextContents()
  const marked = () => page.locator('.project-chosen .link-button').allTextContents()
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  test('↓ from the search field, then over the rows; the focus is seen', async () => {
    const [first = '', second = '', third = ''] = await names()
    await press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('搜索项目')
    await press('ArrowDown')
    expect(await focused()).toBe(first)
    await press('ArrowDown', 'ArrowDown')
    expect(await focused()).toBe(third)
    await press('ArrowUp')
    expect(await focused()).toBe(second)
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    )
    expect(outline).not.toBe('none')
  })

  test('End comes to the last row, also where it is not drawn yet; Home back', async () => {
    await page.setViewportSize({ width: 1366, height: 360 })
    const row = () =>
      page.evaluate(() => document.activeElement?.closest('.project-row')?.getAttribute('aria-rowindex'))
    const isInSight = () =>
      page.evaluate(() => {
        const box = document.activeElement?.closest('.project-row')?.getBoundingClientRect()
        const area = document.querySelector('.project-table')?.getBoundingClientRect()
        return box && area ? box.bottom <= area.bottom + 1 && box.top >= area.top : false
      })
    await press('End')
    await expect.poll(row).toBe('26')
    await expect.poll(isInSight).toBe(true)
    await press('PageUp', 'Home')
    await expect.poll(row).toBe('2')
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  test('the space bar marks, Shift marks on, Ctrl+A marks all, Esc none', async () => {
    const all = await names()
    await press('Space')
    expect(await marked()).toEqual(all.slice(0, 1))
    await press('Shift+ArrowDown', 'Shift+ArrowDown')
    expect(await marked()).toEqual(all.slice(0, 3))
    await press('Space')
    expect(await marked()).toEqual(all.slice(0, 2))
    await press('Control+a')
    await page.getByText('已选 25 个').waitFor()
    await press('Escape')
    expect(await marked()).toEqual([])
  })

  test('Delete puts the row into the recycle bin, and the note brings it back', async () => {
    await press('Home')
    const name = await focused()
    await press('Delete')
    await page.getByText('共 24 个项目').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('共 25 个项目').waitFor()
    expect(await names()).toContain(name)
  })

  test('Enter opens the table; back in the list the cursor is on its row, the order is the same', async () => {
    await page.getByRole('button', { name: '项目名称' }).click()
    await page.locator('.project-row .link-button').first().focus()
    await press('ArrowDown', 'ArrowDown', 'ArrowDown')
    const [before, name] = [await names(), await focused()]
    await press('Enter')
    await page.locator('textarea.open-cell').first().waitFor()
    await press('Control+1')
    await page.getByText('共 25 个项目').waitFor()
    await expect.poll(focused).toBe(name)
    expect(await names()).toEqual(before)
  })

  test('a table that was changed stands elsewhere in the list: its row is shown, and the search keeps the focus', async () => {
    await page.setViewportSize({ width: 1366, height: 360 })
    await page.getByRole('button', { name: '修改时间' }).click()
    await page.getByRole('button', { name: '修改时间' }).click() // newest first
    await page.locator('.project-row .link-button').first().focus()
    const first = await focused()
    await press('End')
    await expect.poll(focused).not.toBe(first) // the last row is drawn once the list is scrolled to it
    const name = await focused()
    await press('Enter')
    await page.locator('textarea.open-cell').first().waitFor()
    await page.keyboard.type('1')
    await press('Tab', 'Control+z')
    await page.locator('.status-line [role=status]', { hasText: '已保存' }).waitFor()
    await press('Control+1')
    await page.getByText('共 25 个项目').waitFor()
    await expect.poll(focused).toBe(name)
    await press('Control+f')
    await page.keyboard.type('gong')
    await page.getByText('找到').waitFor()
    expect(await page.getByLabel('搜索项目').inputValue()).toBe('gong')
    await press('Escape')
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  test('Ctrl+F goes to the search field, Esc shows all again', async () => {
    await press('Control+f')
    await page.keyboard.type('gongjiao')
    await page.getByText('找到').waitFor()
    await press('Escape')
    await page.getByText('共 25 个项目').waitFor()
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
