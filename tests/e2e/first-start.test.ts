import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, column, openProject, saved } from './support/sheet.ts'

describeApp('from the first start to a finished file', () => {
  let app: OpenedApp
  let page: Page
  let exportedFile = ''
  beforeAll(async () => {
    app = await openApp()
    page = app.page
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const goToProjects = () =>
    page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '项目' }).click()

  test('three choices; the examples make a list', async () => {
    for (const name of ['新建', '导入去年或现有表格', '打开示例']) {
      await page.getByRole('button', { name }).first().waitFor()
    }
    await page.getByRole('button', { name: '打开示例' }).click()
    await page.getByText('共 25 个项目').waitFor()
  })

  test('search by pinyin initials and by words inside the tables; filters', async () => {
    const search = page.getByLabel('搜索项目')
    await search.fill('gjxl')
    await page.getByText('找到 1 个').waitFor()
    await search.fill('年运营里程')
    await page.getByText('找到 1 个').waitFor()
    // the count of the search before is the same: wait for the rows themselves
    await expect.poll(() => page.locator('.link-button').allTextContents()).toEqual(['公交线路政策性亏损补贴'])
    await search.fill('')
    await page.getByText('共 25 个项目').waitFor()
  })

  test('the preview shows the pages, with thumbnails', async () => {
    await openProject(page, '公交线路政策性亏损补贴')
    await page.keyboard.press('Control+p')
    await page.locator('.printed-page .jibiao-page').first().waitFor()
    expect(await page.locator('.printed-page td', { hasText: /^年运营里程$/ }).count()).toBe(1)
    expect(await page.getByRole('button', { name: '第 1 页' }).count()).toBe(1)
  })

  test('export to Excel gives a file with the texts of the table', async () => {
    await page.getByRole('button', { name: '导出', exact: true }).click()
    exportedFile = await app.exported(() =>
      page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click(),
    )
    const parts = unzipSync(readFileSync(exportedFile))
    const texts = Object.entries(parts)
      .filter(([name]) => /sharedStrings|worksheets\/sheet/.test(name))
      .map(([, bytes]) => strFromU8(bytes))
    expect(texts.join('')).toContain('年运营里程')
    await page.getByRole('button', { name: '完成' }).click()
  })

  test.skipIf(hostKind !== 'browser')('the exported file is recognised and shown before it is taken in', async () => {
    await goToProjects()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    const broken = join(app.data, '坏文件.xlsx')
    writeFileSync(broken, readFileSync(exportedFile).subarray(0, 1500)) // cut off by a broken copy
    await (await chooser).setFiles([exportedFile, broken])
    await page.getByText('认出 1 张表').waitFor()
    await page.getByText('1 个文件不能读取').waitFor()
    await page.getByText('8 个指标').waitFor()
    await page.getByRole('button', { name: '存入所选 1 张表' }).click()
    await page.getByText('没有变化').waitFor()
  })

  test('a new table from the form', async () => {
    await goToProjects()
    await page.getByRole('button', { name: '新建', exact: true }).click()
    await page.getByRole('button', { name: '新建并填写' }).click()
    await page.getByRole('grid').waitFor()
    expect((await column(page, '三级指标')).every((text) => text === '')).toBe(true)
  })

  test('a list form: the packed cell opens as a grid and packs itself again', async () => {
    await goToProjects()
    await openProject(page, '园务工作经费')
    const packed = page.locator('td', { hasText: '档案整理量' }).first()
    await packed.dblclick()
    const inset = page.getByRole('region', { name: '绩效指标' })
    await inset.getByRole('gridcell', { name: '档案整理量' }).click()
    await page.keyboard.type('档案数字化量')
    await page.keyboard.press('Enter')
    await page.locator('.editor-main > .desk td', { hasText: '档案数字化量' }).waitFor()
    await page.keyboard.press('Escape')
    await inset.waitFor({ state: 'detached' })
    await saved(page)
  })

  test('deleted projects go to the recycle bin and come back', async () => {
    await goToProjects()
    await page.getByRole('checkbox', { name: '选择 园务工作经费' }).check()
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByText('已把 1 个项目放入回收站').waitFor()
    await page.getByRole('button', { name: '回收站' }).click()
    await page.getByRole('checkbox', { name: '选择 园务工作经费' }).check()
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByText('回收站是空的').waitFor()
    await page.getByRole('button', { name: '返回项目' }).click()
    await page.getByRole('button', { name: '园务工作经费', exact: true }).waitFor()
  })

  test('an earlier version is shown and put back', async () => {
    await openProject(page, '公交线路政策性亏损补贴')
    await cell(page, '运营线路数').click()
    await page.keyboard.type('改过的名称')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.getByRole('tab', { name: '历史' }).click()
    await page.locator('.version').last().click()
    await page.getByRole('button', { name: '全部恢复到这一版' }).click()
    await page.getByRole('gridcell', { name: '运营线路数', exact: true }).waitFor()
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
