/** 指标库 as a person uses it: by keyboard, by dragging, on all three forms, and taken back. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { activeLabel, cell, column, inputMethod, openExample, openProject, saved } from './support/sheet.ts'

describeApp('indicators out of the library', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await openExample(page, '智慧公交平台运维')
  })
  afterEach(async () => {
    await undoAll()
    await page.getByRole('tab', { name: '问题' }).click()
  })
  afterAll(async () => {
    expect(app.faults).toEqual([])
    await app.close()
    removeData(app.data)
  })
  const names = () => column(page, '三级指标')
  const search = () => page.getByRole('combobox', { name: '查找指标' })
  const item = (name: string) => page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) })
  const undoAll = async () => {
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    while (await undo.isEnabled()) await undo.click()
  }
  const chosen = async () => {
    const id = await search().getAttribute('aria-activedescendant')
    return id === null ? '' : page.locator(`[id="${id}"] .library-name`).textContent()
  }
  const isInSearch = () => page.locator('input[aria-label="查找指标"]:focus').waitFor()
  const openLibrary = async () => {
    await page.getByRole('tab', { name: '指标库' }).click()
    await page.getByRole('option').first().waitFor()
    await isInSearch()
  }

  test('by keyboard: found by initials, one after the other, taken back from where one is, Esc to the value', async () => {
    const before = await names()
    await page.getByRole('tab', { name: '问题' }).waitFor() // drawn after the sheet
    await cell(page, '系统升级次数').click()
    await page.keyboard.press('F6')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('option').first().waitFor()
    await isInSearch()
    expect(await page.locator('.library-list [role=group]').first().getAttribute('aria-label')).toBe('数量指标')

    await page.keyboard.type('ywxx')
    expect(await chosen()).toBe('运维信息系统数量')
    await page.keyboard.press('Enter')
    await page.getByText('已插入“运维信息系统数量”').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('xtzc')
    expect(await chosen()).toBe('系统正常运行率')
    await page.keyboard.press('Enter')
    const both = ['系统升级次数', '运维信息系统数量', '接入车辆数', '系统故障率', '系统正常运行率']
    expect((await names()).slice(0, 5)).toEqual(both)
    await item('系统正常运行率').getByText('表中已有').waitFor()

    await page.keyboard.press('Control+z')
    expect((await names()).slice(0, 4)).toEqual(both.slice(0, 4))
    await page.keyboard.press('Control+y')
    expect((await names()).slice(0, 5)).toEqual(both)
    await isInSearch()
    await page.keyboard.press('Escape')
    expect(await activeLabel(page)).toContain('第9行 指标值 空')
    await page.keyboard.type('≥3个')
    await page.keyboard.press('Tab')
    expect((await column(page, '指标值')).slice(0, 5)).toEqual(['=2次', '≥3个', '≥210辆', '<=1%', '≥99%'])
    expect((await column(page, '指标赋分规则'))[1]).toBe('按照正常比例赋分') // preset once the value is known
    await saved(page)
    await undoAll()
    expect(await names()).toEqual(before)
  })

  test('arrows go through the groups; nothing found says so and can be cleared; an input method keeps its Enter', async () => {
    await openLibrary()
    const total = await page.getByRole('option').count()
    expect(await chosen()).toBe('')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await chosen()).toBe(await page.locator('.library-name').first().textContent())
    await page.keyboard.type('没有这样的')
    await page.getByText('没有找到“没有这样的”').waitFor()
    const count = (await names()).length
    await page.keyboard.press('Enter')
    expect(await names()).toHaveLength(count)
    await page.getByRole('button', { name: '清空，看全部指标' }).click()
    expect(await page.getByRole('option').count()).toBe(total)
    const method = await inputMethod(page)
    await method.compose('peixun')
    await method.press('Enter')
    expect(await names()).toHaveLength(count)
    await method.choose('培训')
    expect(await chosen()).toContain('培训')
  })

  test('a double click and the button of an item insert', async () => {
    await openLibrary()
    const before = await names()
    await cell(page, '系统故障率').click()
    await search().fill('验收合格')
    await item('设备验收合格率').dblclick()
    await item('工程验收合格率').hover()
    await item('工程验收合格率').getByText('插入').click()
    expect(await names()).toEqual([...before.slice(0, 3), '设备验收合格率', '工程验收合格率', ...before.slice(3)])
    await undoAll()
    expect(await names()).toEqual(before)
  })

  /** Drags an item over a cell of the sheet and lets it go in its lower half; `mark` shows where it goes. */
  const drag = async (from: Locator, to: Locator, mark: string) => {
    await to.scrollIntoViewIfNeeded()
    const [start, end] = [await from.boundingBox(), await to.boundingBox()]
    if (!start || !end) throw new Error('both are on the screen')
    await page.mouse.move(start.x + 30, start.y + 12)
    await page.mouse.down()
    await page.mouse.move(start.x - 60, start.y + 20, { steps: 3 })
    await page.mouse.move(end.x + 20, end.y + end.height / 2 + 4, { steps: 5 })
    await page.locator(mark).waitFor()
    await page.mouse.up()
    await page.locator(mark).waitFor({ state: 'detached' })
  }

  test('dragged between the rows of the Hebei form, with its explanation; one step of undo', async () => {
    await page.keyboard.press('Control+1')
    await openProject(page, '2024年本级支出-义务教育学校校舍维修')
    await openLibrary()
    const before = await names()
    const [first = '', ...others] = before
    await search().fill('修缮房屋')
    await drag(item('修缮房屋面积'), cell(page, first), '.drop-line')
    expect(await names()).toEqual([first, '修缮房屋面积', ...others])
    expect((await column(page, '绩效指标描述'))[1]).toBe('年度内完成修缮并通过验收的建筑面积')
    expect((await column(page, '一级指标'))[0]).toBe('产出指标')
    expect(await activeLabel(page)).toContain('指标值 空')
    await page.keyboard.press('Control+z')
    expect(await names()).toEqual(before)
    await saved(page)
  })

  test('given up with Esc while dragging nothing changes', async () => {
    await openLibrary()
    await search().fill('修缮房屋')
    const before = await names()
    const [start, end] = [await item('修缮房屋面积').boundingBox(), await cell(page, before[1] ?? '').boundingBox()]
    if (!start || !end) throw new Error('both are on the screen')
    await page.mouse.move(start.x + 30, start.y + 12)
    await page.mouse.down()
    await page.mouse.move(end.x + 20, end.y + 4, { steps: 5 })
    await page.locator('.drop-line').waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.locator('.drop-line').waitFor({ state: 'detached' })
    expect(await names()).toEqual(before)
  })

  test('into the packed cell of the Guangzhou form, by key and by dragging, and into its opened indicators', async () => {
    await page.keyboard.press('Control+1')
    await openProject(page, '园务工作经费')
    await page.getByRole('gridcell', { name: '合计', exact: true }).click()
    await openLibrary()
    const packed = page.locator('td', { hasText: '档案整理量' }).first()
    const text = await packed.textContent()
    await search().fill('持续使用')
    await page.keyboard.press('Enter')
    await page.getByText('先在表里点一下').waitFor()
    await packed.click()
    await search().click()
    await page.keyboard.press('Enter')
    expect(await packed.textContent()).toContain('2-效益指标；24-可持续影响；系统持续使用年限；')
    await page.keyboard.press('Control+z')
    expect(await packed.textContent()).toBe(text)
    await search().fill('项目资料归档率')
    await drag(item('项目资料归档率'), packed, '.drop-frame')
    expect(await packed.textContent()).toContain(
      '12-质量指标；项目资料归档率；实施周期指标值:=100%；年度指标值:=100%。',
    )
    await page.keyboard.press('Control+z')
    expect(await packed.textContent()).toBe(text)

    await packed.dblclick()
    const inset = page.getByRole('region', { name: '绩效指标' })
    await inset.getByRole('gridcell', { name: '档案整理量', exact: true }).click()
    await search().fill('印发宣传')
    await page.keyboard.press('Enter')
    await inset.getByRole('gridcell', { name: '印发宣传资料份数', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    expect(await inset.locator('textarea.open-cell').evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type('≥500份')
    await page.keyboard.press('Tab')
    expect(await packed.textContent()).toContain('11-数量指标；印发宣传资料份数；实施周期指标值:≥500份')
    await undoAll()
    expect(await packed.textContent()).toBe(text)
    await saved(page)
  })
})
