import { expect, test } from 'vitest'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import { cell, column, openCell, openExample, openProject, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

describeApp('the program is killed while a cell is being typed', () => {
  test('everything committed is there after the next start; the page says plainly that it cannot save', async () => {
    const first = await openApp()
    await openExample(first.page, project)
    await cell(first.page, '运营线路数').click()
    await first.page.keyboard.type('第一处')
    await first.page.keyboard.press('Enter')
    await first.page.keyboard.type('第二处')
    await first.page.keyboard.press('Enter')
    await saved(first.page)
    await first.page.keyboard.type('没有写完')
    await first.kill()
    if (!first.page.isClosed()) {
      await first.page.keyboard.press('Enter')
      await first.page.getByText('未保存：', { exact: false }).waitFor()
      expect(await column(first.page, '三级指标')).toContain('没有写完')
    }
    await first.close().catch(() => undefined) // the desktop window is gone with its process

    const second = await openApp({ data: first.data })
    await openProject(second.page, project)
    expect((await column(second.page, '三级指标')).slice(0, 2)).toEqual(['第一处', '第二处'])
    await second.close()
    removeData(first.data)
  })

  test('a page that is lost while typing: the open cell is found again', async () => {
    const app = await openApp()
    const { page } = app
    await openExample(page, project)
    await cell(page, '运营线路数').click()
    await page.keyboard.type('写到一半')
    expect(await openCell(page).inputValue()).toBe('写到一半')
    await page.goto('about:blank', { waitUntil: 'commit' })
    await page.goBack()
    await page.getByRole('grid').waitFor()
    await page.getByRole('gridcell', { name: '写到一半', exact: true }).waitFor()
    await app.close()
    removeData(app.data)
  })
})
