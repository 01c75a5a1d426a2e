/** Free text typed over a packed indicator cell: it stays on the form, it is said what was not understood, one undo brings all back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { copyElsewhere } from './support/copy-elsewhere.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'

describeApp('a packed indicator cell written freely', () => {
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

  test('text is kept, said and found, and undone in one step', async () => {
    await page.getByRole('button', { name: '打开示例' }).click()
    await page.locator('.project-row', { hasText: '管理用房维修经费' }).getByRole('button').first().click()
    const cell = page.locator('.sheet tr', { hasText: '管理用房维修经费' }).locator('td').last()
    const before = await cell.innerText()
    expect(before).toContain('1、1-产出指标')
    await cell.click()
    await page.keyboard.type('数量指标：维修3次；随便写的')
    await page.keyboard.press('Enter')
    await cell.getByText('年度指标值:3次。2、；；随便写的；').waitFor()
    await page.getByText('这几段没有看懂，已原样放进三级指标：“随便写的”。').waitFor()
    await page.getByText('第 2 条指标只有三级指标“随便写的”').waitFor()
    await page.keyboard.press('Control+z')
    await cell.getByText(before).waitFor()
    expect(app.faults).toEqual([])
  })

  test('lines and rows of indicators pasted on it are of that project, the others stay as they are', async () => {
    const packed = page.locator('.sheet td.cell-input:last-child')
    const cell = page.locator('.sheet tr', { hasText: '管理用房维修经费' }).locator('td').last()
    const before = await packed.allInnerTexts()
    const at = before.indexOf(await cell.innerText())
    const others = async () => (await packed.allInnerTexts()).toSpliced(at, 1)
    await cell.click()
    const lines = ['数量指标：维修3次', '质量指标：合格率100%']
    await copyElsewhere(page, lines.map((line) => `<p>${line}</p>`).join(''), lines.join('\r\n'))
    await page.keyboard.press('Control+v')
    await cell.getByText('2、1-产出指标；12-质量指标；合格率；实施周期指标值:；年度指标值:100%。').waitFor()
    expect(await others()).toEqual(before.toSpliced(at, 1))
    const row = (name: string) => `<tr><td>产出指标<td>数量指标<td>${name}<td>30处<td>10处</tr>`
    await copyElsewhere(page, `<table>${row('修缮门窗')}${row('修补屋面')}</table>`, '')
    await page.keyboard.press('Control+v')
    await cell.getByText('2、1-产出指标；11-数量指标；修补屋面；实施周期指标值:30处；年度指标值:10处。').waitFor()
    expect(await others()).toEqual(before.toSpliced(at, 1))
    for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z')
    await expect.poll(() => packed.allInnerTexts()).toEqual(before)
    expect(app.faults).toEqual([])
  })
})
