import { expect, test } from 'vitest'
import { describeApp } from './support/describe-app.ts'
import type { Page } from 'playwright-core'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
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

  test.runIf(hostKind === 'browser')(
    'the page goes on without the program and saves everything by itself when it is started again',
    async () => {
      const app = await openApp()
      const { page } = app
      await openExample(page, project)
      await cell(page, '运营线路数').click()
      await page.keyboard.type('写到')
      await app.kill()
      await page.keyboard.type('一半')
      await page.keyboard.press('Enter')
      await page.keyboard.type('断开后写的')
      await page.keyboard.press('Enter')
      await page.getByText('重新打开程序：打开后这里会自动保存').waitFor()
      await app.startAgain()
      await saved(page)
      await page.getByText('未保存：').waitFor({ state: 'detached' })
      await cell(page, '断开后写的').dblclick()
      await page.keyboard.type('，接着写')
      await page.keyboard.press('Enter')
      await saved(page)
      const other = await app.openWindow(new URL(page.url()).hash)
      await other.getByRole('grid').waitFor()
      expect((await column(other, '三级指标')).slice(0, 2)).toEqual(['写到一半', '断开后写的，接着写'])
      await app.close()
      removeData(app.data)
    },
  )

  test('a page that is lost while typing: the open cell is found again', async () => {
    const app = await openApp()
    const { page } = app
    await openExample(page, project)
    await cell(page, '运营线路数').click()
    await page.keyboard.type('写到一半')
    expect(await openCell(page).inputValue()).toBe('写到一半')
    // it is kept once the letter has been drawn: a moment a crash may still fall into
    await expect.poll(() => page.evaluate(() => Object.values(localStorage).join('\n'))).toContain('写到一半')
    const again = await lose(app)
    await again.getByRole('grid').waitFor()
    await again.getByRole('gridcell', { name: '写到一半', exact: true }).waitFor()
    await app.close()
    removeData(app.data)
  })
})

/** The page's process dies, unasked; the page of a second window on the same table. The desktop window can only be loaded anew. */
async function lose({ page, openWindow }: OpenedApp): Promise<Page> {
  if (hostKind === 'electron') {
    await page.reload()
    return page
  }
  const { hash } = new URL(page.url())
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => undefined) // nobody is left to answer
  await crashed
  return openWindow(hash)
}
