/**
 * Chinese input methods on the sheet, over a form with merged cells and over the opened indicators of a list form. CDP
 * composition sends the page the same events as a real input method.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { inputMethod, openExample } from './support/sheet.ts'
import type { InputMethod } from './support/sheet.ts'

interface Scene {
  form: string
  project: string
  /** From the opened table to the sheet the test types on. */
  enter: (page: Page) => Promise<Locator>
  /** Two free cells, the second below the first. */
  name: string
  nameBelow: string
  /** A cell with a list, letters that find another choice of it, the characters chosen for them, and that choice. */
  listed: string
  letters: string
  characters: string
  choice: string
  value: string
}

const scenes: Scene[] = [
  {
    form: 'merged form',
    project: '公交线路政策性亏损补贴',
    enter: async (page) => {
      const sheet = page.locator('.editor-main > .desk')
      await sheet.waitFor()
      return sheet
    },
    name: '运营线路数',
    nameBelow: '年运营里程',
    listed: '满意度赋分',
    letters: 'zhijie',
    characters: '直接',
    choice: '直接赋分',
    value: '=18条',
  },
  {
    form: 'opened indicators of the Guangzhou form',
    project: '园务工作经费',
    enter: async (page) => {
      await page.getByRole('gridcell').filter({ hasText: '档案整理量' }).first().click()
      await page.keyboard.press('F2')
      const inset = page.locator('.inset')
      await inset.waitFor()
      return inset
    },
    name: '档案整理量',
    nameBelow: '监控设备故障率',
    listed: '质量指标',
    letters: 'shixiao',
    characters: '时效',
    choice: '时效指标',
    value: '约3500卷',
  },
]

describeApp('input methods', () => {
  describe.each(scenes)('$form', (scene) => {
    let app: OpenedApp
    let page: Page
    let sheet: Locator
    let method: InputMethod
    const cell = (text: string) => sheet.getByRole('gridcell', { name: text, exact: true }).first()
    const openText = () => sheet.locator('textarea.open-cell')
    const active = async () => (await openText().getAttribute('aria-label')) ?? ''
    const mode = () => openText().getAttribute('data-mode')

    beforeAll(async () => {
      app = await openApp()
      page = app.page
      await openExample(page, scene.project)
      sheet = await scene.enter(page)
      method = await inputMethod(page)
    })
    afterEach(async () => {
      const undo = page.getByRole('button', { name: '撤销', exact: true })
      for (let step = 0; step < 20 && (await undo.isEnabled()); step++) await undo.click()
    })
    afterAll(async () => {
      expect(app.faults).toEqual([])
      await app.close()
      removeData(app.data)
    })

    test('typing on a selected cell loses no letter and replaces its text', async () => {
      await cell(scene.name).click()
      for (const letters of ['x', 'xi', 'xianlu']) {
        await method.compose(letters)
        expect(await openText().inputValue()).toBe(letters)
      }
      expect(await mode()).toBe('typing')
      await method.choose('线路')
      await method.compose('s')
      await method.choose('数')
      expect(await openText().inputValue()).toBe('线路数')
      await page.keyboard.press('Enter')
      expect(await cell('线路数').count()).toBe(1)
      expect(await active()).toContain(scene.nameBelow)
    })

    test('on a cell with a list the letters under composition filter it; a choice is taken by keys', async () => {
      await cell(scene.listed).click()
      await method.compose(scene.letters)
      await sheet.getByRole('option', { name: scene.choice, exact: true }).waitFor()
      await method.choose(scene.characters)
      await page.keyboard.press('ArrowDown')
      const option = await openText().getAttribute('aria-activedescendant')
      expect(await page.locator(`[id="${option}"]`).textContent()).toBe(scene.choice)
      await page.keyboard.press('Enter')
      expect(await active()).toContain(scene.choice)
      expect(await mode()).toBe('selecting')
    })

    test('a click on another cell while composing leaves the letters in the first', async () => {
      await cell(scene.name).click()
      await method.compose('xianlu')
      await cell(scene.value).click()
      expect(await cell('xianlu').count()).toBe(1)
      expect(await openText().inputValue()).toBe('')
      await method.compose('l')
      await method.choose('里程')
      await page.keyboard.press('Tab')
      expect(await cell('里程').count()).toBe(1)
      expect(await cell('xianlu').count()).toBe(1)
    })

    test('Esc while composing gives up the letters alone: the text stays, arrows work', async () => {
      await cell(scene.name).click()
      await method.compose('xianlu')
      await method.press('Escape')
      await method.compose('')
      expect(await mode()).toBe('selecting')
      expect(await active()).toContain(scene.name)
      expect(await sheet.isVisible()).toBe(true)
      await page.keyboard.press('ArrowDown')
      expect(await active()).toContain(scene.nameBelow)
      expect(await cell(scene.name).count()).toBe(1)
    })

    test('Esc while composing behind characters keeps them; Esc again gives the old text back', async () => {
      await cell(scene.name).click()
      await method.compose('xian')
      await method.choose('线')
      await method.compose('lu')
      await method.press('Escape')
      await method.compose('')
      expect(await openText().inputValue()).toBe('线')
      await page.keyboard.press('Escape')
      expect(await mode()).toBe('selecting')
      expect(await cell(scene.name).count()).toBe(1)
      expect(await sheet.isVisible()).toBe(true)
    })

    test('Enter while composing takes the letters as they are and stays in the cell', async () => {
      await cell(scene.name).click()
      await method.compose('WPS')
      await method.press('Enter')
      await method.choose('WPS')
      expect(await openText().inputValue()).toBe('WPS')
      expect(await mode()).toBe('typing')
      await page.keyboard.press('Enter')
      expect(await cell('WPS').count()).toBe(1)
      expect(await active()).toContain(scene.nameBelow)
    })

    test('full-width signs and digits are kept; ≥ is offered, F4 accepts, undo gives them back', async () => {
      await cell(scene.value).click()
      for (const piece of ['＞＝', '９５', '％', '（含）']) await method.choose(piece)
      await page.keyboard.press('Enter')
      expect(await cell('＞＝９５％（含）').count()).toBe(1)
      await sheet.getByRole('button', { name: '可写成 ≥９５％（含）' }).waitFor()
      await page.keyboard.press('F4')
      expect(await cell('≥９５％（含）').count()).toBe(1)
      await page.keyboard.press('Control+z')
      expect(await cell('＞＝９５％（含）').count()).toBe(1)
    })

    test('=, > and < begin a text like any letter; >= is offered with one click', async () => {
      for (const typed of ['=12条', '>3次', '<5天', '≥90%', '≤1%']) {
        await cell(scene.value).click()
        await page.keyboard.type(typed)
        await page.keyboard.press('Enter')
        expect(await cell(typed).count()).toBe(1)
        await page.keyboard.press('Control+z')
      }
      await cell(scene.value).click()
      await page.keyboard.type('>=7条')
      expect(await openText().inputValue()).toBe('>=7条')
      await sheet.getByRole('button', { name: '可写成 ≥7条' }).click()
      expect(await cell('≥7条').count()).toBe(1)
      expect(await mode()).toBe('selecting')
      await page.keyboard.press('ArrowDown') // the sheet kept the focus
      expect(await active()).not.toContain('≥7条')
    })
  })

  describe('money', () => {
    let app: OpenedApp
    beforeAll(async () => {
      app = await openApp()
    })
    afterAll(async () => {
      await app.close()
      removeData(app.data)
    })

    test('full-width digits and punctuation are an amount; the computed total of the list form follows', async () => {
      const { page } = app
      await openExample(page, '园务工作经费')
      const method = await inputMethod(page)
      await page.getByRole('gridcell', { name: '158.22', exact: true }).first().click()
      await method.compose('１')
      await method.choose('１，１５８．２２')
      await page.keyboard.press('Enter')
      await page.getByRole('gridcell', { name: '1,158.22', exact: true }).waitFor()
      expect(await page.getByRole('gridcell', { name: '1728.00', exact: true }).count()).toBeGreaterThan(0)
      expect(app.faults).toEqual([])
    })
  })
})
