/** Rows and their merged 一级/二级 cells as a person works on them, by keys alone; after each step the columns are read as drawn. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, column, openExample, saved } from './support/sheet.ts'

describeApp('levels', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, '公交线路政策性亏损补贴')
    await cell(page, '运营线路数').waitFor()
  })
  afterEach(async () => {
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    await page.keyboard.press('Escape')
    for (let step = 0; step < 30 && (await undo.isEnabled()); step++) await undo.click()
  })
  afterAll(async () => {
    expect(app.faults).toEqual([])
    await app.close()
    removeData(app.data)
  })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = (text: string) => page.keyboard.type(text)
  const names = () => column(page, '三级指标')
  const levels = () => column(page, '二级指标')

  test('two rows inserted at once take another level than the group they were put into, which keeps its own', async () => {
    const before = await levels()
    await cell(page, '运营线路数').click()
    await press('Shift+Space', 'Shift+ArrowDown', 'Control+Equal')
    expect((await names()).slice(0, 3)).toEqual(['', '', '运营线路数'])
    expect(await levels()).toEqual(before) // the rows joined the group they stand in
    await press('Control+l')
    await page.getByRole('option', { name: '时效指标', exact: true }).waitFor()
    await type('sxzb')
    await press('Enter')
    expect(await levels()).toEqual(['时效指标', ...before])
    await press('Control+z')
    expect(await levels()).toEqual(before)
    await press('Control+z')
    expect((await names())[0]).toBe('运营线路数')
  })

  test('a merged level typed anew changes all its rows; taken back it is one cell again', async () => {
    const before = await levels()
    await cell(page, before[0] ?? '').click()
    await type('zlzb')
    await page.getByRole('option').first().waitFor()
    await press('Enter')
    expect(await levels()).toEqual(before.slice(1)) // the group of the same level below takes it in
    await press('Control+z')
    expect(await levels()).toEqual(before)
  })

  test('a merged level cleared, then typed again: the table is as it was', async () => {
    const [before, all] = [await levels(), await names()]
    await cell(page, before[0] ?? '').click()
    await press('Delete')
    expect(await names()).toEqual(all)
    expect((await levels())[0]).toBe('')
    await type(before[0] ?? '')
    await press('Enter')
    expect(await levels()).toEqual(before)
    expect(await names()).toEqual(all)
  })

  test('a row moved over the edge of its group and back; duplicated; deleted by keys', async () => {
    const [before, all] = [await levels(), await names()]
    await cell(page, all[0] ?? '').click()
    await press('Shift+Space')
    for (const _ of all) await press('Alt+ArrowDown')
    expect((await names()).at(-1)).toBe(all[0])
    for (const _ of all) await press('Alt+ArrowUp')
    expect(await names()).toEqual(all)
    expect(await levels()).toEqual(before)
    await press('Control+Minus')
    expect(await names()).toEqual(all.slice(1))
    await press('Control+z')
    expect(await names()).toEqual(all)
    await saved(page)
    await page.reload()
    await cell(page, all[0] ?? '').waitFor()
    expect(await levels()).toEqual(before)
  })
})
