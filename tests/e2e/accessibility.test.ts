import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { openProject } from './support/sheet.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeViolation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/** What axe-core finds wrong on the page, with the first element of each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate<AxeViolation[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations)',
  )
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary ?? ''}`,
  )
}

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

    test('project list, with the dialogs of a new project and of export', async () => {
      await page.getByRole('button', { name: '打开示例' }).click()
      await page.getByText('共 25 个项目').waitFor()
      await page.getByText('已放入').waitFor({ state: 'detached' })
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: '新建', exact: true }).click()
      await page.getByRole('dialog').waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    })

    test('editor', async () => {
      await openProject(page, '2024年送戏下乡[')
      await page.locator('.problem').first().waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('tab', { name: '历史' }).click()
      await page.locator('.version').first().waitFor()
      expect(await violations(page)).toEqual([])
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

    test('settings', async () => {
      await rail('设置')
      await page.getByText('云溪县教育局本级').waitFor()
      expect(await violations(page)).toEqual([])
    })
  })
})
