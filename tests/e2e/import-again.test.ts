/** A file that this program exported comes back after its table was changed here: the person is told, chooses, and can take it back. */
import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, openExample, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

// the desktop window asks through the system's dialog
describeApp('a table imported again', () => {
  let app: OpenedApp
  let page: Page
  let file = ''
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, project)
    if (hostKind !== 'browser') return
    await page.getByRole('button', { name: '预览和导出' }).click()
    await page.locator('.printed-page .jibiao-page').first().waitFor()
    await page.getByRole('button', { name: '导出', exact: true }).click()
    file = await app.exported(() => page.getByRole('dialog').getByRole('button', { name: '导出' }).click())
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByRole('button', { name: '返回编辑' }).click()
    await cell(page, '年运营里程').click()
    await page.keyboard.type('今天新改的指标')
    await page.keyboard.press('Enter')
    await saved(page)
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })

  const bring = async () => {
    await page.keyboard.press('Control+1')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '导入', exact: true }).click(),
    ])
    await chooser.setFiles([file])
    await page.locator('.held-choice').waitFor()
  }

  test.runIf(hostKind === 'browser')('what it would replace is said before, and taken back after', async () => {
    await bring()
    const said = await page.locator('.held-choice').innerText()
    expect(said).toMatch(/将更新本机已有的“公交线路政策性亏损补贴”（(今天|昨天) \d\d:\d\d 改过），有 1 处不同/)
    await page.getByText('更新会盖掉那些改动').waitFor()
    await page.getByRole('button', { name: '存入所选 1 张表' }).click()
    await cell(page, '年运营里程').waitFor()
    await page.locator('.ant-message-notice', { hasText: '更新 1 个' }).getByRole('button', { name: '撤销' }).click()
    await page.getByText('1 个恢复为导入以前的内容').waitFor()
    await cell(page, '今天新改的指标').waitFor()
  })

  test.runIf(hostKind === 'browser')('not taken, or taken as a project of its own', async () => {
    await bring()
    await page.getByText('不要', { exact: true }).click()
    expect(await page.getByRole('button', { name: '存入所选 0 张表' }).isDisabled()).toBe(true)
    await page.getByText('另存为新项目', { exact: true }).click()
    await page.getByText('更新会盖掉那些改动').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '存入所选 1 张表' }).click()
    await cell(page, '年运营里程').waitFor()
    await page.keyboard.press('Control+1')
    await page.getByText('共 26 个项目').waitFor()
    await page.locator('.project-row', { hasText: project }).nth(1).waitFor()
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })

  test.runIf(hostKind === 'browser')('two copies of one file are one project, and that is said', async () => {
    const copy = join(dirname(file), '又报一次.xlsx')
    copyFileSync(file, copy)
    await page.keyboard.press('Control+1')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '导入', exact: true }).click(),
    ])
    await chooser.setFiles([file, copy])
    await page.getByText('完全相同，只存一份').waitFor()
  })
})
