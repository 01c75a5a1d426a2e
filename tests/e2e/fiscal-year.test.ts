/** 所属年度 as a person meets it: a new table, a copy and the way back, files without a year, the list, the open table. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { emptyRecord } from '../../shared/model/project.ts'
import { violations } from './support/axe.ts'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { openProject, saved } from './support/sheet.ts'

const shots = process.env['SHOTS']

describeApp('所属年度', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp({ colorScheme: process.env['SHOTS_DARK'] ? 'dark' : 'light' })
    page = app.page
    page.setDefaultTimeout(8000)
    await page.getByRole('button', { name: '打开示例' }).click()
    await page.getByText('共 25 个项目').waitFor()
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const shot = async (name: string) => {
    await page.mouse.move(2, 760) // nothing is half faded
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
    if (shots) await page.screenshot({ path: join(shots, `${name}.png`) })
    expect(await violations(page)).toEqual([])
  }
  const list = () => page.keyboard.press('Control+1')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const rows = (name: string) => page.locator('.project-row', { hasText: name })
  const dialog = () => page.getByRole('dialog')
  const answer = async (year: string) => {
    await dialog().getByRole('textbox', { name: '所属年度' }).fill(year)
  }

  test('a new table of a form that prints no year is asked for it, and shows it', async () => {
    await button('新建').click()
    await dialog().getByRole('combobox', { name: '表样' }).click()
    await page.locator('.ant-select-item-option', { hasText: '河北新乐' }).click()
    await dialog().getByText('不印年度').waitFor()
    await answer('2031')
    await shot('new')
    await dialog().getByRole('button', { name: '新建并填写' }).click()
    await page.getByRole('button', { name: '所属年度：2031 年，可改' }).waitFor()
    expect(await page.title()).toContain('2031 年')
    await shot('editor')
  })

  test('the year of the open table is changed there, and back', async () => {
    await page.getByRole('button', { name: /^所属年度：/ }).click()
    await answer('2032')
    await shot('set-year-table')
    await dialog().getByRole('button', { name: '设定' }).click()
    await page.getByRole('button', { name: '所属年度：2032 年，可改' }).waitFor()
    await button('撤销').last().click()
    await page.getByRole('button', { name: '所属年度：2031 年，可改' }).waitFor()
  })

  test('a copy to another year leads to what it made, is a table of its own, and is taken back', async () => {
    await list()
    await page.getByLabel('搜索项目').fill('园务工作经费')
    await page.getByText('找到 1 个').waitFor()
    await page.locator('.row-check').first().click()
    await button('复制到下一年').click()
    await answer('2033')
    await shot('copy')
    await dialog().getByRole('button', { name: '复制' }).click()
    await page.getByText('已复制 1 个项目到 2033 年').waitFor()
    await rows('2033').waitFor()
    await shot('copied')
    await button('打开').click()
    await page.getByRole('button', { name: '所属年度：2033 年，可改' }).waitFor()
    expect(await page.getByRole('grid').first().getAttribute('aria-label')).toContain('2033 年')
    expect(await page.locator('td', { hasText: '园务工作经费' }).count()).toBe(1) // the table of before has more
    await page.locator('.ant-message-notice').getByRole('button', { name: '撤销' }).last().click()
    await page.getByText('已撤销复制：1 个放入回收站').waitFor()
    await list()
    await page.getByLabel('搜索项目').fill('园务工作经费')
    await page.getByText('找到 1 个').waitFor()
  })

  test('several copies are shown alone; the year of many is set, filtered by, and set back', async () => {
    await page.getByLabel('搜索项目').fill('')
    await page.getByText('共 26 个项目').waitFor()
    await page.locator('.row-check').nth(1).click()
    await page.locator('.row-check').nth(2).click()
    await button('设定年度').click()
    await answer('2029')
    await shot('set-year')
    await dialog().getByRole('button', { name: '设定' }).click()
    await page.getByText('个项目的所属年度已设为 2029 年').waitFor()
    await button('查看').click()
    await button('显示全部').waitFor()
    const said = await page.getByText(/^找到 \d+ 个/).innerText()
    expect(said).toMatch(/^找到 [23] 个/)
    await shot('shown')
    await button('显示全部').click()
    await page.getByRole('button', { name: /个年度未定$/ }).click()
    await page.locator('.project-row').first().waitFor()
    for (const row of await page.locator('.project-row').allInnerTexts()) expect(row).toContain('年度未定')
    await shot('undated')
    await page.locator('.ant-message-notice').getByRole('button', { name: '撤销' }).last().click()
    await page.getByText('所属年度已改回').waitFor()
  })

  test.runIf(hostKind === 'browser')('files without a year: asked, offered, matched anew, said', async () => {
    await page.keyboard.press('Control+1')
    const table = (name: string, purpose: string) => ({
      template: 'hebei-xinle-2024',
      record: {
        ...emptyRecord(),
        unit: { code: '', name: '白河镇农业站' },
        project: { code: '', name, leader: '' },
        purpose,
        goal: { term: '', annual: '修好渠道' },
      },
    })
    const write = (name: string, tables: unknown) => {
      const path = join(app.data, name)
      writeFileSync(path, JSON.stringify(tables))
      return path
    }
    const first = write('渠道.json', [{ ...table('渠道维修', '') }])
    const second = write('2024年渠道.json', [table('渠道维修', '修三公里'), table('泵站维修', '')])
    const bring = async (file: string) => {
      await page.keyboard.press('Control+1')
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('导入').click()])
      await chooser.setFiles([file])
      await page.locator('.found-table').first().waitFor()
    }
    await bring(first)
    await shot('import-first')
    await page.getByRole('textbox', { name: '渠道维修的所属年度' }).fill('2024')
    await page.getByText('1 张表的年度已定').waitFor()
    await page.getByRole('button', { name: '存入所选 1 张表' }).click()
    await page.getByRole('button', { name: '所属年度：2024 年，可改' }).waitFor()
    await bring(second)
    await page.getByText('是 2024 年的那张表吗').waitFor()
    await shot('import')
    const field = page.getByRole('textbox', { name: '渠道维修的所属年度' })
    await field.fill('2025')
    await page.getByText('是 2024 年的那张表吗').waitFor({ state: 'detached' })
    expect(await page.locator('.held-choice').count()).toBe(0)
    await page.getByText('1 张表没有写明年度').waitFor()
    // elsewhere and back: nothing is lost
    await page.keyboard.press('Control+1')
    await page.getByRole('heading', { name: '项目', exact: true }).waitFor()
    await page.goBack()
    await page.getByText('1 张表没有写明年度').waitFor()
    expect(await field.inputValue()).toBe('2025')
    await field.fill('')
    await button('是，更新那一张').click()
    await page.getByText(/将更新本机已有的“渠道维修”.*有 1 处不同/).waitFor()
    expect(await field.inputValue()).toBe('2024')
    await page.getByRole('button', { name: '1 张都设为这一年' }).click()
    await page.getByText('2 张表的年度已定').waitFor()
    await shot('import-answered')
    await page.getByRole('button', { name: '存入所选 2 张表' }).click()
    await page.getByText('新存入 1 个，更新 1 个').waitFor()
    await button('查看').last().click() // whatever the list was filtered by
    await rows('泵站维修').filter({ hasText: '2024' }).waitFor()
  })

  test('recycle bin and preview say the year too', async () => {
    await page.keyboard.press('Control+1')
    const all = button('显示全部')
    if ((await all.count()) > 0) await all.click()
    await page.getByLabel('搜索项目').fill('送戏下乡')
    await openProject(page, '2024年送戏下乡[')
    await saved(page)
    await button('预览和导出').click()
    await page.locator('.printed-page .jibiao-page').first().waitFor()
    expect(await page.locator('.preview-title').innerText()).toMatch(/，(\d{4} 年|年度未定)，/)
    await shot('preview')
    await page.keyboard.press('Control+1')
    await page
      .getByRole('checkbox', { name: /选择 .*送戏下乡/ })
      .first()
      .check()
    await button('删除').click()
    await button('回收站').click()
    await page.getByRole('columnheader', { name: '年度' }).waitFor()
    await shot('bin')
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
