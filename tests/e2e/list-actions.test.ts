import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, openExample, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

describeApp('what is done with projects outside the sheet', () => {
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
  const rail = (name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('button', { name }).click()

  test('a cell of an earlier version is put back, and that undone', async () => {
    await openExample(page, project)
    await cell(page, '运营线路数').click()
    await page.keyboard.type('线路条数')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.getByRole('tab', { name: '历史' }).click()
    await page.locator('.version').last().click()
    const change = page.locator('.version-change', { hasText: '运营线路数' })
    expect(await change.locator('del').textContent()).toBe('运营线路数')
    expect(await change.locator('ins').textContent()).toBe('线路条数')
    await change.getByRole('button').click()
    await cell(page, '运营线路数').waitFor()
    await page.getByText('和现在的内容一样').waitFor()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await cell(page, '线路条数').waitFor()
  })

  test('pages of the preview by keys', async () => {
    await rail('预览')
    await page.locator('.printed-page .jibiao-page').first().waitFor()
    const pages = await page.locator('.thumbnail-button').count()
    await page.keyboard.press('End')
    await page.getByText(`第 ${pages} 页，共 ${pages} 页`).waitFor()
    await page.keyboard.press('Home')
    await page.getByText(`第 1 页，共 ${pages} 页`).waitFor()
  })

  test('the search is kept; selected projects are checked, change their form, and change back', async () => {
    await rail('项目')
    await page.getByLabel('搜索项目').fill('gjxl')
    await page.getByText('找到 1 个').waitFor()
    await rail('设置')
    await rail('项目')
    await page.getByText('找到 1 个').waitFor()
    await page.locator('.row-check').first().click()
    await page.getByRole('button', { name: '检查', exact: true }).click()
    const note = page.locator('.ant-message-notice', { hasText: '已检查 1 个项目' })
    await note.waitFor()
    const { y = 0, height = 0 } = (await note.boundingBox()) ?? {}
    expect(y).toBeGreaterThan(384) // in the lower half of the window, and inside it
    expect(y + height).toBeLessThan(768)
    const form = page.locator('.project-row', { hasText: project })
    expect(await form.textContent()).toContain('新疆库尔勒')
    await page.getByRole('button', { name: '换表样' }).click()
    await page.getByRole('dialog').getByRole('combobox').click()
    await page.getByTitle(/^河北新乐/).click()
    await page.getByRole('dialog').getByRole('button', { name: '换表样' }).click()
    await form.filter({ hasText: '河北新乐' }).waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await form.filter({ hasText: '新疆库尔勒' }).waitFor()
  })

  test('a search without results is taken back with a button', async () => {
    await page.getByLabel('搜索项目').fill('没有这个词')
    await page.getByRole('button', { name: '清除搜索和筛选' }).click()
    await page.getByText('共 25 个项目').waitFor()
    expect(await page.getByLabel('搜索项目').inputValue()).toBe('')
  })

  test('the address of a project that is gone leads back to the list', async () => {
    await page.evaluate(() => {
      location.hash = '#/edit/gone'
    })
    await page.getByText('找不到这个项目').waitFor()
    await page.getByRole('button', { name: '去项目列表' }).click()
    await page.getByText('共 25 个项目').waitFor()
  })

  test('a table in the recycle bin says so where it is still open, and is taken out there', async () => {
    await page.getByRole('button', { name: project, exact: true }).click()
    await page.getByRole('grid').waitFor()
    await rail('项目')
    await page.getByRole('checkbox', { name: `选择 ${project}` }).check()
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByText('共 24 个项目').waitFor()
    await rail('编辑')
    await page.getByText('这个项目在回收站里').waitFor()
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByText('这个项目在回收站里').waitFor({ state: 'detached' })
    await rail('项目')
    await page.getByText('共 25 个项目').waitFor()
  })

  test('the recycle bin is a place: the rail and the browser lead out of it, a reload stays in it', async () => {
    await rail('项目')
    await page.getByRole('button', { name: '回收站', exact: true }).click()
    await page.getByRole('heading', { name: '回收站' }).waitFor()
    await rail('项目')
    await page.getByRole('heading', { name: '项目', exact: true }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: '回收站' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '回收站' }).waitFor()
    await page.goForward()
    await page.getByRole('heading', { name: '项目', exact: true }).waitFor()
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
