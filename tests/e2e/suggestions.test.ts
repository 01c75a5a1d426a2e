/** Choices beside the typing, and what the editor fills in or offers, as a person meets them. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { activeLabel, cell, column, openCell, openExample } from './support/sheet.ts'

describeApp('suggestions', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, '智慧公交平台运维')
  })
  afterEach(async () => {
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    for (let step = 0; step < 20 && (await undo.isEnabled()); step++) await undo.click()
  })
  afterAll(async () => {
    expect(app.faults).toEqual([])
    await app.close()
    removeData(app.data)
  })
  const option = (name: string) => page.getByRole('option', { name, exact: true })

  test('what the unit wrote in other tables is offered while typing, by initials; arrows still leave the cell', async () => {
    await cell(page, '系统升级次数').click()
    await page.keyboard.type('mfcc')
    await option('免费乘车人数').waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await activeLabel(page)).toContain('接入车辆数')
    expect((await column(page, '三级指标'))[0]).toBe('mfcc')
  })

  test('Alt+↓ goes into the choices, the arrow on, Enter takes one; Esc gives the text back, what was typed on after the choices', async () => {
    await cell(page, '系统升级次数').click()
    await page.keyboard.type('yyxl')
    await option('运营线路数').waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    const chosen = await openCell(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${chosen}"]`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    expect((await column(page, '三级指标'))[0]).toBe('运营线路数')
    await page.keyboard.press('Alt+ArrowDown')
    await option('免费乘车人数').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('option').count()).toBe(0)
    expect(await openCell(page).getAttribute('data-mode')).toBe('selecting')
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.type('免费')
    await option('免费乘车人数').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('option').count()).toBe(0)
    expect(await openCell(page).getAttribute('data-mode')).toBe('editing')
    await page.keyboard.press('Escape')
    expect(await openCell(page).getAttribute('data-mode')).toBe('selecting')
    expect((await column(page, '三级指标'))[0]).toBe('运营线路数')
  })

  test('the open choices follow their cell when the window or the zoom changes', async () => {
    await cell(page, '系统升级次数').click()
    await page.keyboard.type('yyxl')
    await option('运营线路数').waitFor()
    const offset = async () => {
      const [list, input] = [await page.getByRole('listbox').boundingBox(), await openCell(page).boundingBox()]
      return [(list?.x ?? 0) - (input?.x ?? 0), (list?.y ?? 0) - (input?.y ?? 0) - (input?.height ?? 0)].map(Math.round)
    }
    const before = await offset()
    const width = async () => (await page.locator('.paper').first().boundingBox())?.width ?? 0
    const wide = await width()
    await page.setViewportSize({ width: 1024, height: 768 })
    await expect.poll(width).toBeLessThan(wide)
    await expect.poll(offset).toEqual(before)
    await page.setViewportSize({ width: 1366, height: 768 })
    await expect.poll(width).toBe(wide)
    await expect.poll(offset).toEqual(before)
    await page.keyboard.press('Escape')
  })

  test('a click takes a choice', async () => {
    await cell(page, '系统升级次数').click()
    await page.keyboard.type('xiushan')
    await option('修缮候车亭').click()
    expect((await column(page, '三级指标'))[0]).toBe('修缮候车亭')
  })

  test('a new row is preset when its value is known; the first undo takes the preset back alone', async () => {
    await cell(page, '接入车辆数').click()
    await page.keyboard.press('Control+Equal')
    await page.keyboard.press('Tab') // from 二级指标, where the new row begins, or from its name
    for (let step = 0; step < 4 && !(await activeLabel(page)).includes('指标值 空'); step++)
      await page.keyboard.press('Tab')
    await page.keyboard.type('≥5次')
    await page.keyboard.press('Tab')
    expect(await activeLabel(page)).toContain('历史标准')
    expect((await column(page, '指标赋分规则'))[1]).toBe('按照正常比例赋分')
    await page.keyboard.press('Control+z')
    expect((await column(page, '指标赋分规则'))[1]).toBe('')
    expect((await column(page, '指标值'))[1]).toBe('≥5次')
  })

  test('what the unit chose in its other tables fills the blank cells of chosen rows', async () => {
    const before = await column(page, '指标值设置依据')
    await cell(page, '系统故障率').click()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Delete')
    await cell(page, '系统故障率').click()
    await page.keyboard.press('Shift+Space')
    await cell(page, '系统故障率').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '按本单位习惯填充' }).click()
    await page.getByText('按习惯填了 1 格').waitFor()
    expect(before[2]).toBe('历史标准')
    expect(await column(page, '指标值设置依据')).toEqual(before.with(2, '行业或国家标准'))
  })

  test('a total that is off its parts is offered and said in the status line', async () => {
    await cell(page, '22.00').click()
    await page.keyboard.type('２３．５')
    await page.keyboard.press('Enter')
    await page.locator('.status-line').getByText('总额少 1.50').waitFor()
    await cell(page, '24.00').click()
    await page.getByRole('button', { name: '各项合计 25.50（总额少 1.50），填入总额' }).waitFor()
    await page.keyboard.press('F4')
    expect(await activeLabel(page)).toContain('25.50')
    await page.locator('.status-line').getByText('总额少').waitFor({ state: 'detached' })
    expect(await page.locator('.status-line').textContent()).toContain('25.50')
  })
})
