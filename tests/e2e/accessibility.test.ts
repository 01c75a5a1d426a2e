import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { violations } from './support/axe.ts'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, openProject } from './support/sheet.ts'

describeApp('axe-core finds nothing', () => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    let app: OpenedApp
    let page: Page
    beforeAll(async () => {
      app = await openApp({ colorScheme })
      page = app.page
    })
    afterAll(async () => {
      await app.close()
      removeData(app.data)
    })
    const rail = (name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('button', { name }).click()

    test('first start', async () => {
      await page.getByText('从哪里开始').waitFor()
      expect(await violations(page)).toEqual([])
    })

    /** The dialog that `open` opens, and its list of forms where it has one; then it is closed again. */
    const dialog = async (open: () => Promise<void>, hasForms: boolean) => {
      await open()
      await page.getByRole('dialog').waitFor()
      expect(await violations(page)).toEqual([])
      if (hasForms) {
        await page.getByRole('dialog').getByRole('combobox').first().click()
        await page.locator('.ant-select-item-option').first().waitFor()
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('Escape')
      }
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    const button = (name: string) => page.getByRole('button', { name, exact: true })

    test('project list, with the dialogs of a new project, of export, of another year and of another form', async () => {
      await page.getByRole('button', { name: '打开示例' }).click()
      await page.getByText('共 25 个项目').waitFor()
      await page.getByText('已放入').waitFor({ state: 'detached' })
      expect(await violations(page)).toEqual([])
      await dialog(() => button('新建').click(), true)
      await page.locator('.row-check').first().click()
      await page.locator('.row-check').nth(1).click()
      await page.getByText('已选 2 个').waitFor()
      expect(await violations(page)).toEqual([])
      await dialog(() => button('导出').click(), false)
      await dialog(() => button('复制到下一年').click(), false)
      await dialog(() => button('换表样').click(), true)
    })

    test('recycle bin, empty and not, and its question', async () => {
      await button('回收站').click()
      await page.getByText('回收站是空的').waitFor()
      expect(await violations(page)).toEqual([])
      await button('返回项目').click()
      await page.locator('.row-check').first().click()
      await button('删除').click()
      const note = page.getByText('放入回收站')
      await note.waitFor()
      expect(await violations(page)).toEqual([])
      await button('回收站').click()
      await page.getByRole('checkbox', { name: '全选' }).check()
      expect(await violations(page)).toEqual([])
      await button('彻底删除').click()
      await page.getByText('彻底删除后不能恢复').waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await button('恢复').click()
      await page.getByText('回收站是空的').waitFor()
      await button('返回项目').click()
    })

    test('editor', async () => {
      await openProject(page, '2024年送戏下乡[')
      await page.locator('.problem').first().waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('tab', { name: '历史' }).click()
      await page.locator('.version').first().waitFor()
      expect(await violations(page)).toEqual([])
    })

    test('editor with 说明 and 意见, being written and written', async () => {
      const name = cell(page, '演出按合同完成率')
      await name.click()
      await page.keyboard.type('质量指标')
      await page.keyboard.press('Enter')
      await page.getByRole('tab', { name: /^问题/ }).click()
      await page.getByRole('button', { name: '写说明' }).first().click()
      await page.keyboard.type('沿用合同的叫法')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Control+Enter')
      await page.getByRole('heading', { name: '已说明 1' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Shift+F2')
      await page.locator('.note-editor textarea').waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.type('请写具体')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('button', { name: '答复' }).click()
      await page.keyboard.type('好的')
      await page.keyboard.press('Control+Enter')
      await page.locator('.comment-reply').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: '已处理' }).click()
      await page.getByRole('heading', { name: '已处理 1' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('tab', { name: '问题' }).click()
      await cell(page, '质量指标').first().waitFor()
      for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z')
      await name.waitFor()
    })

    test('library beside the sheet: all, one chosen, what the table has already, nothing found', async () => {
      await page.getByRole('tab', { name: '指标库' }).click()
      await page.getByRole('option').first().waitFor()
      expect(await violations(page)).toEqual([])
      const field = page.getByRole('combobox', { name: '查找指标' })
      await field.fill('演出')
      await page.getByText('表中已有').first().waitFor()
      await page.locator('[role=option][aria-selected=true]').waitFor()
      expect(await violations(page)).toEqual([])
      await field.fill('没有这样的')
      await page.getByText('没有找到').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('tab', { name: '问题' }).click()
    })

    test('editor with the menu of the right button, choices, find and replace, the sizes, the note of a deletion', async () => {
      const name = cell(page, '演出按合同完成率')
      await name.click({ button: 'right' })
      await page.getByRole('menu').waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'hidden' })
      await name.click()
      await page.keyboard.press('Control+l')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.locator('[role=option][aria-selected=true]').waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+h')
      await page.getByLabel('查找', { exact: true }).fill('演出')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.editor-bar').getByRole('combobox').click()
      await page.locator('.ant-select-item-option').first().waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await name.click()
      await page.keyboard.press('Control+Minus')
      await page.getByText('已删除 1 行指标').waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Control+z')
    })

    test('editor of a list form, with the indicators open', async () => {
      await rail('项目')
      await openProject(page, '园务工作经费')
      await page.locator('td', { hasText: '档案整理量' }).first().dblclick()
      await page.getByRole('region', { name: '绩效指标' }).waitFor()
      expect(await violations(page)).toEqual([])
    })

    test('preview', async () => {
      await rail('预览')
      await page.locator('.printed-page .jibiao-page').first().waitFor()
      expect(await violations(page)).toEqual([])
    })

    test('taking in files', async () => {
      await page.keyboard.press('Control+3')
      await page.waitForURL(/#\/import/)
      await page.getByText('选择 Excel、Word').waitFor()
      expect(await violations(page)).toEqual([])
    })

    test('settings, with the question before a backup is put back', async () => {
      await rail('设置')
      await page.getByText('云溪县教育局本级').waitFor()
      expect(await violations(page)).toEqual([])
      await button('现在备份').click()
      await page
        .getByRole('button', { name: /^恢复 .*的备份$/ })
        .first()
        .click()
      await page.getByText('现在的内容会先完整留一份').waitFor()
      expect(await violations(page)).toEqual([])
    })
  })
})
