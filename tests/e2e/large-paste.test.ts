/** Pastes that once held the page up, or take long: nothing freezes, and what runs can be given up with nothing half pasted. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { copyElsewhere } from './support/copy-elsewhere.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, column, openExample, saved } from './support/sheet.ts'

/** As a spreadsheet writes it: much more markup than text. */
const spreadsheet = (rows: number, columns: number): string => {
  const cells = (row: number) =>
    Array.from(
      { length: columns },
      (_, column) =>
        `<td class=xl65 align=left style='border-top:none;border-left:none;width:54pt;mso-number-format:"\\@"'>${row} 行 ${column} 列</td>`,
    )
  const body = Array.from(
    { length: rows },
    (_, row) => `<tr height=19 style='height:14.25pt'>${cells(row).join('')}</tr>`,
  )
  return `<html><body><table border=0 cellpadding=0 cellspacing=0>${body.join('')}</table></body></html>`
}

describeApp('a paste that takes long', () => {
  let app: OpenedApp
  let page: Page
  let before: string[]
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, '公交线路政策性亏损补贴')
    before = await column(page, '三级指标')
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })

  const names = () => column(page, '三级指标')
  const bar = () => page.getByRole('status', { name: '正在粘贴' })
  const paste = async (html: string, plain: string) => {
    await cell(page, before[0] ?? '').click()
    await copyElsewhere(page, html, plain)
    await page.keyboard.press('Control+v')
  }

  test('headings on two lines are pasted, and the page goes on', async () => {
    const rows = [
      ['项目名称', '渠道清淤'],
      ['绩效目标', '完成渠道清淤'],
      ['一级指标', '二级指标'],
      ['三级指标', '指标值'],
      ['数量指标', '清淤渠道5公里'],
    ]
    await paste('', rows.map((cells) => cells.join('\t')).join('\r\n'))
    await cell(page, '清淤渠道5公里').waitFor()
    await cell(page, '完成渠道清淤').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(before)
  })

  test('a hundred thousand cells are given up by Esc, and by 取消: the table is as it was', async () => {
    const html = spreadsheet(2000, 50)
    for (const giveUp of [
      () => page.keyboard.press('Escape'),
      () => bar().getByRole('button', { name: '取消' }).click(),
    ]) {
      await paste(html, '')
      await bar().waitFor()
      await giveUp()
      await page.getByText('已取消粘贴，表格没有改动。').first().waitFor()
      expect(await bar().count()).toBe(0)
      expect(await names()).toEqual(before)
    }
    // nothing comes after it, and the sheet takes letters
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('后来填的')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names())[1]).toBe('后来填的')
    await saved(page)
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(before)
  })

  test('a large paste shows how far it is, and is one step of undo', async () => {
    await paste(spreadsheet(200, 6), '')
    await expect.poll(async () => (await names()).length, { timeout: 60_000 }).toBe(200)
    expect((await names()).at(-1)).toBe('199 行 0 列')
    expect(await bar().count()).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(before)
  })

  test('what is changed meanwhile is not pasted over', async () => {
    await paste(spreadsheet(2000, 50), '')
    await bar().waitFor()
    await page.keyboard.press('Delete')
    await page.getByText('粘贴的时候表格有改动，没有粘贴，请再粘贴一次。').waitFor({ timeout: 60_000 })
    expect((await names()).slice(1)).toEqual(before.slice(1))
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(before)
  })

  test('a text too long for a cell is refused at the cell, and the table is still saved', async () => {
    await cell(page, before[0] ?? '').click()
    await copyElsewhere(page, '', '渠'.repeat(100_001))
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+v')
    await page.getByText('没有粘贴：要粘贴的有 100001 个字，一格最多 100000 个字。').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+v')
    await page
      .getByText('“三级指标”没有改动：文字太长，最多 100000 个字。')
      .or(page.getByText(/没有改动：文字太长/))
      .first()
      .waitFor()
    expect(await names()).toEqual(before)
    await page.keyboard.type('照常')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names())[0]).toBe('照常')
    await saved(page)
  })
})
