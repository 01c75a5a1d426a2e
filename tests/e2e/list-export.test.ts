/** 导出 from the list: one project of a list form brings the whole table of its unit, and says so before and after. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { recordsInFile } from './support/kept-records.ts'

const project = '公园节庆花展经费'
const note = '表样“广州番禺 2024”一单位一表，已带上“海州市榕湾区公园管理中心”的另外 5 个项目。'

describeApp('one project of a unit’s table exported from the list', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })

  test('the dialog says which projects come with it, the file holds them all, the result says it again', async () => {
    await page.getByRole('button', { name: '打开示例' }).click()
    const row = page.locator('.project-row', { hasText: project })
    await row.locator('.row-check').click()
    await page.getByText('已选 1 个').waitFor()
    await page.getByRole('button', { name: '导出', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(note).waitFor()
    await dialog.getByRole('radio', { name: '数据（.json）' }).click()
    await dialog.getByText(note).waitFor({ state: 'detached' })
    await dialog.getByRole('radio', { name: 'Excel（.xlsx）' }).click()
    await dialog.getByText(note).waitFor()
    const file = await app.exported(() => dialog.getByRole('button', { name: '导出', exact: true }).click())
    await dialog.getByText('已导出 1 个文件').waitFor()
    await dialog.getByText(note).waitFor()
    const names = recordsInFile(file).map(({ record }) => record.project.name)
    expect(names).toHaveLength(6)
    expect(names).toContain(project)
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
