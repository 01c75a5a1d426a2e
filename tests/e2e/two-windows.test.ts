/**
 * The same table in two windows of a browser: another form chosen in one of them shows in the other, and takes along what was
 * being typed there; cells written in both at once are put together.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, column, openExample, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

describeApp('two windows', () => {
  let app: OpenedApp
  let page: Page
  let other: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, project)
    if (hostKind !== 'browser') return // the desktop program has one window
    other = await app.openWindow()
    await other.getByLabel('搜索项目').fill(project)
    await other.getByText('找到 1 个').waitFor()
    await other.locator('.row-check').first().click()
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const changeForm = async (form: RegExp) => {
    await other.getByRole('button', { name: '换表样' }).click()
    await other.getByRole('dialog').getByRole('combobox').click()
    await other.getByTitle(form).click()
    await other.getByRole('dialog').getByRole('button', { name: '换表样' }).click()
    await other.locator('.project-row', { hasText: project }).filter({ hasText: form }).waitFor()
  }
  const isForm = (form: string) => page.locator('.editor-template', { hasText: form }).waitFor()

  test.runIf(hostKind === 'browser')('the open table goes over to the new form, and the person is told', async () => {
    await changeForm(/河北新乐/)
    await isForm('河北新乐')
    await page.getByText('已按新表样重新打开').waitFor()
    expect(await column(page, '三级指标')).toContain('运营线路数')
    await cell(page, '年运营里程').click()
    await page.keyboard.type('全年里程')
    await page.keyboard.press('Enter')
    await saved(page)
  })

  test.runIf(hostKind === 'browser')(
    'a cell being typed is finished first, stands in the new form and is saved there',
    async () => {
      await cell(page, '运营线路数').click()
      await page.keyboard.type('线路')
      await changeForm(/新疆库尔勒/)
      await page.keyboard.type('条数')
      await page.keyboard.press('Enter')
      await isForm('新疆库尔勒')
      await page.getByText('您还没有保存的改动已带到新表样里').waitFor()
      await cell(page, '线路条数').waitFor()
      await saved(page)
      await page.reload()
      await cell(page, '线路条数').waitFor()
      await isForm('新疆库尔勒')
    },
  )

  test.runIf(hostKind === 'browser')(
    'different cells written in both within a moment: both stand, in both',
    async () => {
      await other.getByRole('button', { name: project, exact: true }).click()
      await other.getByRole('grid').waitFor()
      await saved(page)
      for (const round of ['一', '二', '三']) {
        await page.locator('tr:has(.row-handle[data-item]) td[data-column="2"]').first().click()
        await page.keyboard.type(`条数${round}`)
        await other.locator('tr:has(.row-handle[data-item]) td[data-column="5"]').first().click()
        await other.keyboard.type(`上年${round}`)
        await Promise.all([page.keyboard.press('Enter'), other.keyboard.press('Enter')])
        for (const window of [page, other]) {
          await cell(window, `条数${round}`).waitFor()
          await cell(window, `上年${round}`).waitFor()
          await saved(window)
          expect(await window.getByText('保留我的内容').count()).toBe(0)
        }
      }
      await other.reload()
      await cell(other, '条数三').waitFor()
      await cell(other, '上年三').waitFor()
    },
  )

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
