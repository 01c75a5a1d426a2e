/** The keys and the mouse of the sheet as a person uses them, one test a group; every key by itself is tested in tests/renderer/keys. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { wordForm } from '../fixtures/clipboard/whole-forms.ts'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { activeLabel, cell, column, openCell, openExample, openProject, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

describeApp('keys and mouse of the sheet', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, project)
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const undoAll = async () => {
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    while (await undo.isEnabled()) await undo.click()
  }
  const drag = async (from: Locator, to: Locator) => {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()]
    if (!start || !end) throw new Error('nothing to drag')
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
    await page.mouse.down()
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
    await page.mouse.up()
  }
  const paste = (html: string) =>
    page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text/html', text)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, html)

  test('moving: arrows over merged cells, Tab past labels and into a new row, Home and End', async () => {
    await cell(page, '年运营里程').click()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await activeLabel(page)).toContain('产出指标')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await activeLabel(page)).toContain(project)
    const before = (await column(page, '三级指标')).length
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Tab')
    await page.keyboard.type('新的一行')
    await page.keyboard.press('Shift+Enter')
    const names = await column(page, '三级指标')
    expect(names).toHaveLength(before + 1)
    expect(names.at(-1)).toBe('新的一行')
    await undoAll()
  })

  test('editing: double-click, Esc, Alt+Enter, Delete; F7 and Ctrl+S tell', async () => {
    await cell(page, '年运营里程').dblclick()
    expect(await openCell(page).inputValue()).toBe('年运营里程')
    await page.keyboard.type('不要')
    await page.keyboard.press('Escape')
    expect((await column(page, '三级指标'))[1]).toBe('年运营里程')
    await page.keyboard.press('F2')
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.type('含郊区')
    await page.keyboard.press('Tab')
    expect((await column(page, '三级指标'))[1]).toBe('年运营里程\n含郊区')
    await page.keyboard.press('F7')
    await page.getByText('检查完成', { exact: false }).first().waitFor()
    await page.keyboard.press('Control+s')
    await page
      .getByText(/全部内容已保存（\d\d:\d\d:\d\d），在 /)
      .first()
      .waitFor()
    await undoAll()
  })

  test('ranges and filling: dragging selects, the corner of the selection fills, one undo takes it back', async () => {
    const before = await column(page, '指标值')
    await drag(cell(page, '运营线路数'), cell(page, '年运营里程'))
    expect(await page.locator('.range-tint').count()).toBe(1)
    await cell(page, '=18条').click()
    const row = Number(await cell(page, '=18条').getAttribute('data-row'))
    const col = await cell(page, '=18条').getAttribute('data-column')
    await drag(page.locator('.fill-handle').first(), page.locator(`td[data-row="${row + 3}"][data-column="${col}"]`))
    expect((await column(page, '指标值')).slice(0, 5)).toEqual(['=18条', '=18条', '=18条', '=18条', before[4]])
    await page.keyboard.press('Control+z')
    expect(await column(page, '指标值')).toEqual(before)
    await page.keyboard.type('接着输入')
    await page.keyboard.press('Escape')
  })

  test('find and replace: the bar takes the focus, Enter goes round, all are replaced in one step', async () => {
    await cell(page, '运营线路数').click()
    await page.keyboard.press('Control+f')
    await page.getByLabel('查找', { exact: true }).fill('运营')
    await page.keyboard.press('Enter')
    expect(await activeLabel(page)).toContain('年运营里程')
    await page.keyboard.press('Control+h')
    await page.getByLabel('替换为', { exact: true }).fill('营运')
    await page.getByRole('button', { name: '全部替换' }).click()
    expect((await column(page, '三级指标')).slice(0, 2)).toEqual(['营运线路数', '年营运里程'])
    await page.keyboard.press('Escape')
    expect(await page.getByRole('search', { name: '查找和替换' }).count()).toBe(0)
    await page.keyboard.press('Control+z')
    expect((await column(page, '三级指标')).slice(0, 2)).toEqual(['运营线路数', '年运营里程'])
  })

  test('a pasted whole form is offered quietly and taken in as one step', async () => {
    const before = await column(page, '三级指标')
    await cell(page, '运营线路数').click()
    await paste(wordForm)
    await page.getByRole('button', { name: '整体导入' }).click()
    expect(await column(page, '三级指标')).toEqual(['图书车出车次数', '图书完好率', '服务村民人次', '村民满意度'])
    await page.keyboard.press('Control+z')
    expect(await column(page, '三级指标')).toEqual(before)
  })

  test('pages by their digits; find and replace in all tables selected in the list', async () => {
    await saved(page)
    await page.keyboard.press('Control+p')
    await page.waitForURL(/#\/preview/)
    await page.keyboard.press('Control+7')
    await page.waitForURL(/#\/settings/)
    await page.keyboard.press('Control+1')
    await page.waitForURL(/#\/projects/)
    await page.getByRole('checkbox').first().check()
    await openProject(page, project)
    await page.keyboard.press('Control+h')
    await page.getByLabel('查找', { exact: true }).fill('率')
    await page.getByLabel('替换为', { exact: true }).fill('比率')
    await page.getByRole('combobox', { name: '查找范围' }).click()
    await page
      .getByText(/列表中选中的 \d+ 个项目/)
      .last()
      .click()
    await page.getByRole('button', { name: '在选中的表里查找' }).click()

    await page.getByText(/\d+ 张表，共 \d+ 处/).waitFor()
    await page.getByRole('button', { name: '在这些表里全部替换' }).click()
    await page
      .getByText(/已在 \d+ 张表里替换/)
      .first()
      .waitFor()
    expect((await column(page, '三级指标')).join()).toContain('比率')
    await page.keyboard.press('Escape')
    await saved(page)
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
