import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { activeLabel, cell, column, inputMethod, openCell, openExample, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

describeApp('editing a table', () => {
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

  test('typing replaces the text of the selected cell; Enter goes down; Esc gives the text back', async () => {
    await cell(page, '运营线路数').click()
    await page.keyboard.type('线路条数')
    await page.keyboard.press('Enter')
    expect(await activeLabel(page)).toContain('年运营里程')
    await page.keyboard.type('不要这个')
    await page.keyboard.press('Escape')
    expect((await column(page, '三级指标')).slice(0, 2)).toEqual(['线路条数', '年运营里程'])
    await undoAll()
  })

  test('composed letters: the first one is not lost, the composition stands in the selected cell', async () => {
    const method = await inputMethod(page)
    await cell(page, '运营线路数').click()
    await method.compose('x')
    expect(await openCell(page).inputValue()).toBe('x')
    expect(await openCell(page).getAttribute('data-mode')).toBe('typing')
    await method.compose('xianlu')
    await method.choose('线路')
    await page.keyboard.press('Tab')
    expect((await column(page, '三级指标'))[0]).toBe('线路')
    expect(await activeLabel(page)).toContain('=18条')
    await undoAll()
  })

  test('a composition that is given up leaves the text and the arrows alone', async () => {
    const method = await inputMethod(page)
    await cell(page, '运营线路数').click()
    await method.compose('xian')
    await method.compose('')
    await page.keyboard.press('ArrowDown')
    expect(await activeLabel(page)).toContain('年运营里程')
    expect((await column(page, '三级指标'))[0]).toBe('运营线路数')
  })

  test('a click on another cell while composing leaks no letters into it', async () => {
    const method = await inputMethod(page)
    await cell(page, '运营线路数').click()
    await method.compose('xianlu')
    await cell(page, '车辆完好率').click()
    await page.keyboard.press('ArrowDown')
    const names = await column(page, '三级指标')
    expect(names).toContain('车辆完好率')
    expect(names[0]).toBe('xianlu')
    await undoAll()
  })

  test('F2 edits the text, Alt+Enter breaks the line, Delete clears', async () => {
    await cell(page, '年运营里程').click()
    await page.keyboard.press('F2')
    await page.keyboard.press('End')
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.type('（含郊区）')
    await page.keyboard.press('Enter')
    expect((await column(page, '三级指标'))[1]).toBe('年运营里程\n（含郊区）')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Delete')
    expect((await column(page, '三级指标'))[1]).toBe('')
    await undoAll()
  })

  test('fill down, insert a row, undo and redo, reload: the text is there', async () => {
    const before = await column(page, '三级指标')
    await cell(page, '=18条').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    expect((await column(page, '指标值')).slice(0, 3)).toEqual(['=18条', '=18条', '=18条'])
    await cell(page, '年运营里程').click()
    await page.keyboard.press('Control+Equal')
    expect(await column(page, '三级指标')).toEqual([before[0], '', ...before.slice(1)])
    await page.keyboard.type('新增的指标')
    await page.keyboard.press('Enter')
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z')
    expect(await column(page, '三级指标')).toEqual(before)
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+y')
    const after = [before[0], '新增的指标', ...before.slice(1)]
    expect(await column(page, '三级指标')).toEqual(after)
    await saved(page)
    await page.reload()
    await page.getByRole('grid').waitFor()
    expect(await column(page, '三级指标')).toEqual(after)
  })

  test('copied cells paste as they were, spans and line breaks included; a web page table pastes with new rows', async () => {
    const count = (await column(page, '三级指标')).length
    await cell(page, '补贴拨付及时率').click()
    await page.evaluate(() => {
      const data = new DataTransfer()
      const rows = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => `<tr><td>${name}<br>二行</td><td>=1次</td></tr>`)
      data.setData('text/html', `<table>${rows.join('')}</table>`)
      data.setData('text/plain', '别的')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    const names = await column(page, '三级指标')
    expect(names.filter((name) => name.endsWith('\n二行'))).toHaveLength(6)
    expect(names.length).toBeGreaterThan(count)
    await page.keyboard.press('Control+z')
    expect(await column(page, '三级指标')).toHaveLength(count)
  })

  test('the list of a cell: pinyin filters, Enter takes the choice, free text stays possible', async () => {
    await page.getByRole('gridcell', { name: '直接赋分', exact: true }).first().click()
    await page.keyboard.type('mydfx')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.getByRole('option', { name: '满意度赋分' }).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await openCell(page).getAttribute('aria-activedescendant')).toMatch(/-0$/)
    await page.keyboard.press('Enter')
    expect((await column(page, '指标赋分规则'))[0]).toBe('满意度赋分')
    await page.keyboard.type('自己写的规则')
    await page.keyboard.press('Tab')
    expect(await column(page, '指标赋分规则')).toContain('自己写的规则')
  })

  test('a row dragged by its keys: Alt+↑ with the row selected', async () => {
    const before = await column(page, '三级指标')
    const row = await cell(page, '新能源公交车占比').getAttribute('data-row')
    await page.locator(`.row-handle[data-row="${row}"]`).click()
    await page.keyboard.press('Alt+ArrowUp')
    const after = await column(page, '三级指标')
    expect(after).not.toEqual(before)
    expect(after.indexOf('新能源公交车占比')).toBe(before.indexOf('新能源公交车占比') - 1)
  })

  test('keys pressed while the focus is nowhere belong to the sheet', async () => {
    await cell(page, '补贴拨付及时率').click()
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.keyboard.type('又打一遍')
    expect(await openCell(page).inputValue()).toBe('又打一遍')
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.keyboard.press('Control+p')
    await page.locator('.printed-page .jibiao-page').first().waitFor()
  })

  test('nothing went wrong on the page', () => {
    expect(app.faults).toEqual([])
  })
})
