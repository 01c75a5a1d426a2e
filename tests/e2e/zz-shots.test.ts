import { afterAll, beforeAll, test } from 'vitest'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, openExample, saved } from './support/sheet.ts'

describeApp('shots', () => {
  let app: OpenedApp
  beforeAll(async () => {
    app = await openApp({ colorScheme: (process.env['SHOT'] ?? 'light') as 'light' })
    app.page.setDefaultTimeout(6000)
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const shot = (name: string) =>
    app.page.screenshot({ path: `/tmp/shots-notes/${process.env['SHOT'] ?? 'light'}-${name}.png` })
  test('korla', async () => {
    const { page } = app
    await openExample(page, '公交线路政策性亏损补贴')
    await page.waitForTimeout(500)
    await cell(page, '年运营里程').click()
    await page.keyboard.type('运营线路数')
    await page.keyboard.press('Tab')
    await page.keyboard.type('≥20条')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.waitForTimeout(500)
    await shot('1-open')
    await page.getByRole('button', { name: '写说明' }).first().click()
    await page.keyboard.type('两条线路分别统计，名称相同是按主管部门的口径。')
    await shot('2-writing')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(400)
    await shot('3-explained')
    await page.keyboard.press('Shift+F2')
    await page.waitForTimeout(400)
    await shot('4-comment')
    await page.keyboard.type('请核对线路条数，去年是 12 条。')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(300)
    await page.getByRole('button', { name: '答复' }).first().click()
    await page.keyboard.type('已核对，新增一条。')
    await shot('5-answer')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(300)
    await page.locator('td', { hasText: '产出指标' }).first().click()
    await page.keyboard.press('Shift+F2')
    await page.keyboard.type('第二条意见')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '已处理' }).first().click()
    await page.waitForTimeout(300)
    await shot('6-comments')
    await page.keyboard.press('Control+7')
    await page.waitForTimeout(800)
    await page.keyboard.press('Control+5')
    await page.waitForTimeout(800)
    await shot('7-settings')
    console.log(app.faults)
  })
})
