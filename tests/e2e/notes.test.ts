/** 说明 of findings and 意见 on cells, as the person who fills in and the one who checks write them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { activeLabel, cell, column, inputMethod, openCell, openExample, openProject, saved } from './support/sheet.ts'

const korla = '公交线路政策性亏损补贴'
const hebei = '2024年送戏下乡['
const guangzhou = '园务工作经费'

const panel = (page: Page) => page.locator('.side-panel')
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name })
const act = (page: Page, name: string) => panel(page).getByRole('button', { name }).first()
const writing = (page: Page) => panel(page).locator('textarea')
/** The text a finding or a comment has in the panel. */
const shown = (page: Page, text: string) => panel(page).getByText(text, { exact: false })
const rail = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '页面' }).getByRole('button', { name }).click()
const warningsInList = async (page: Page): Promise<string> => {
  await rail(page, '项目')
  const row = page.locator('.project-row', { hasText: korla })
  await row.waitFor()
  return (await row.textContent()) ?? ''
}

describeApp('说明 and 意见', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    page.setDefaultTimeout(15_000)
    await rail(page, '设置')
    await page.getByLabel('填表人姓名').fill('张三')
    await page.keyboard.press('Enter')
    await rail(page, '项目')
    await openExample(page, korla)
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })

  test('a finding of severity 核实 is explained with the input method, half typed while the findings change', async () => {
    await cell(page, '年运营里程').click()
    await page.keyboard.type('运营线路数')
    await page.keyboard.press('Tab')
    await page.keyboard.type('≥20条')
    await page.keyboard.press('Enter')
    await tab(page, '问题 1').waitFor()
    await saved(page)
    expect(await warningsInList(page)).toContain('1')
    await openProject(page, korla)
    await act(page, '写说明').click()
    const keyboard = await inputMethod(page)
    await keyboard.compose('liang ge')
    await keyboard.choose('两个')
    await page.keyboard.type('场站')
    await page.keyboard.press('Enter')
    await page.keyboard.type('分开')
    expect(await writing(page).inputValue()).toBe('两个场站\n分开')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '已说明 1' }).waitFor()
    await shown(page, '说明：两个场站').waitFor()
    await tab(page, /^问题$/).waitFor()
    expect(await openCell(page).evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.locator('.corner-explained').count()).toBe(1)
    expect(await page.locator('.corner-warning').count()).toBe(0)
  })

  test('Esc gives the old text back, leaving keeps the new one, deleting and Ctrl+Z are a step each', async () => {
    await act(page, '修改说明').click()
    await page.keyboard.type('，不要这句')
    await page.keyboard.press('Escape')
    await shown(page, '不要这句').waitFor({ state: 'detached' })
    await act(page, '修改说明').click()
    await page.keyboard.type('，要这句')
    await cell(page, '补贴拨付及时率').click()
    await shown(page, '分开，要这句').waitFor()
    await page.keyboard.press('Control+z')
    await shown(page, '要这句').waitFor({ state: 'detached' })
    await act(page, '删除说明').click()
    await tab(page, '问题 1').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { name: '已说明 1' }).waitFor()
    expect(await activeLabel(page)).toContain('第9行 三级指标')
    await saved(page)
  })

  test('it is there after the page is loaded anew, with its undo, and the project list counts it no more', async () => {
    await page.reload()
    await page.getByRole('heading', { name: '已说明 1' }).waitFor()
    await openCell(page).focus()
    await page.keyboard.press('Control+z')
    await tab(page, '问题 1').waitFor()
    await page.keyboard.press('Control+y')
    await tab(page, /^问题$/).waitFor()
    await saved(page)
    const list = await warningsInList(page)
    expect(list.slice(list.indexOf(korla))).not.toMatch(/核实 ?1/)
  })

  test.runIf(hostKind === 'browser')(
    'another window changes the findings while somebody writes: the field, its focus and its text stay',
    async () => {
      await openProject(page, korla)
      await act(page, '修改说明').click()
      await page.keyboard.type('（续')
      await writing(page).evaluate((field) => field.setAttribute('data-mine', ''))
      const other = await app.openWindow(new URL(page.url()).hash)
      await cell(other, '负责人寅').click()
      await cell(other, '1260.00').click()
      await other.keyboard.type('999')
      await other.keyboard.press('Enter')
      await saved(other)
      await other.close()
      await page.getByRole('heading', { name: '强制' }).waitFor()
      await page.keyboard.type('写）')
      expect(await writing(page).inputValue()).toContain('（续写）')
      expect(await writing(page).getAttribute('data-mine')).toBe('')
      await page.keyboard.press('Control+Enter')
      await shown(page, '（续写）').waitFor()
      await saved(page)
    },
  )

  test.runIf(hostKind === 'browser')(
    'another window settles the finding while somebody writes about it: what was typed stays and can be kept',
    async () => {
      await act(page, '修改说明').click()
      await page.keyboard.type('（三')
      const other = await app.openWindow(new URL(page.url()).hash)
      await other.getByRole('gridcell', { name: '≥20条' }).click()
      await other.keyboard.type('≥720万公里')
      await other.keyboard.press('Enter')
      await saved(other)
      await shown(page, '这条问题现在没有了').waitFor()
      await page.keyboard.type('稿）')
      expect(await writing(page).inputValue()).toContain('（三稿）')
      await page.keyboard.press('Control+Enter')
      await saved(page)
      expect(await writing(page).count()).toBe(0)
      await other.reload()
      await other.getByRole('gridcell', { name: '≥720万公里' }).click()
      await other.keyboard.type('≥20条')
      await other.keyboard.press('Enter')
      await saved(other)
      await other.close()
      await shown(page, '（三稿）').waitFor()
    },
  )

  test('a comment on a cell of the Hebei form: by key, on hover, read aloud; it moves with its row', async () => {
    await rail(page, '项目')
    await openProject(page, hebei)
    const names = await column(page, '三级指标')
    const own = names[1] ?? ''
    await cell(page, own).click()
    await page.keyboard.press('Shift+F2')
    await page.keyboard.type('名称请写全称')
    await page.keyboard.press('Control+Enter')
    await tab(page, '意见 1').waitFor()
    expect(await cell(page, own).getAttribute('title')).toContain('张三：名称请写全称')
    expect(await activeLabel(page)).toContain('有意见：张三：名称请写全称')
    await page.locator('.status-comment', { hasText: '名称请写全称' }).waitFor()
    const place = await panel(page).locator('.comment .problem-place').textContent()
    await page.keyboard.press('Shift+Space')
    await page.keyboard.press('Alt+ArrowUp')
    expect((await column(page, '三级指标'))[0]).toBe(own)
    await page.waitForFunction((was) => document.querySelector('.comment .problem-place')?.textContent !== was, place)
    expect(await cell(page, own).locator('.comment-mark').count()).toBe(1)
    expect(await page.locator('.comment-mark').count()).toBe(1)
    await saved(page)
  })

  test('from the menu of the right button the writing goes into the note; Esc leaves nothing', async () => {
    const first = (await column(page, '三级指标'))[2] ?? ''
    await cell(page, first).click({ button: 'right' })
    await page.getByRole('menuitem', { name: '给这一格写意见' }).click()
    await writing(page).waitFor()
    await page.keyboard.type('不写了')
    expect(await writing(page).inputValue()).toBe('不写了')
    await page.keyboard.press('Escape')
    await writing(page).waitFor({ state: 'detached' })
    expect(await openCell(page).evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await column(page, '三级指标')).toContain(first)
    await tab(page, '意见 1').waitFor()
  })

  test('it is answered, dealt with, opened again; a click goes to its cell; a deleted row takes it along until undo', async () => {
    await act(page, '答复').click()
    await page.keyboard.type('已改')
    await page.keyboard.press('Control+Enter')
    await panel(page).locator('.comment-reply', { hasText: '已改' }).waitFor()
    await act(page, '已处理').click()
    await page.getByRole('heading', { name: '已处理 1' }).waitFor()
    expect(await page.locator('.comment-mark').count()).toBe(0)
    await act(page, '重新打开').click()
    await tab(page, '意见 1').waitFor()
    await page.keyboard.press('Control+Home')
    await panel(page).locator('.comment').click()
    expect(await activeLabel(page)).toContain('名称请写全称')
    await page.keyboard.press('Control+Minus')
    await shown(page, '还没有意见').waitFor()
    await page.keyboard.press('Control+z')
    await tab(page, '意见 1').waitFor()
    await saved(page)
  })

  test('everything is there after the program was ended and started again', async () => {
    await app.close()
    app = await openApp({ data: app.data })
    page = app.page
    page.setDefaultTimeout(15_000)
    await openProject(page, hebei)
    await tab(page, '意见 1').click()
    await panel(page).locator('.comment-reply', { hasText: '已改' }).waitFor()
    await shown(page, '张三').first().waitFor()
    await openCell(page).focus()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+y')
    await saved(page)
  })

  test('on a list form: on a cell of the form and, in the opened indicators, on a row', async () => {
    await rail(page, '项目')
    await openProject(page, guangzhou)
    await cell(page, guangzhou).click()
    await page.keyboard.press('Shift+F2')
    await page.keyboard.type('项目名称对吗')
    await page.keyboard.press('Control+Enter')
    await page.locator('td', { hasText: '档案整理量' }).first().dblclick()
    const inside = page.getByRole('region', { name: '绩效指标' })
    await inside.waitFor()
    await inside.getByRole('gridcell', { name: '档案整理量' }).click()
    await page.keyboard.press('Shift+F2')
    await page.keyboard.type('写清单位')
    await page.keyboard.press('Control+Enter')
    await tab(page, '意见 2').waitFor()
    expect(await inside.locator('.comment-mark').count()).toBe(1)
    expect(await page.locator('.comment-mark').count()).toBe(3) // the form's cell, the packed cell, its row below
    expect(await inside.locator('textarea').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await inside.waitFor({ state: 'detached' })
    await panel(page).locator('.comment', { hasText: '写清单位' }).click()
    await inside.waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('.inset') !== null)
    expect(await inside.locator('textarea').getAttribute('aria-label')).toContain('写清单位')
    await saved(page)
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
