/**
 * Work that cannot be saved is in sight on every page, has three ways out, and keeps the tab from closing without a word.
 * The program is killed under the page: nothing can be saved until it is started again.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, openExample, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

describeApp('unsaved work on another page', () => {
  let app: OpenedApp
  let page: Page
  let band: Locator
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    band = page.locator('.unsaved-band')
    await openExample(page, project)
    await saved(page)
    if (hostKind !== 'browser') return // the window goes with its program: closing.ts and its tests
    await cell(page, '运营线路数').click()
    await page.keyboard.type('写在断开之前')
    await app.kill()
    await page.keyboard.press('Enter')
    await page.getByText('未保存：', { exact: false }).waitFor()
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })

  test.runIf(hostKind === 'browser')('its own page has its own word, every other one the band', async () => {
    expect(await band.count()).toBe(0)
    for (const name of ['项目', '设置', '预览']) {
      await page.locator('.rail-button', { hasText: name }).click()
      await band.waitFor()
      expect(await band.textContent()).toContain(`“${project}”还没有保存：`)
      expect((await band.textContent())?.includes('是上次保存的内容')).toBe(name === '预览')
    }
  })

  test.runIf(hostKind === 'browser')('closing the tab asks', async () => {
    await page.locator('.rail-button', { hasText: '项目' }).click()
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await band.waitFor()
  })

  test.runIf(hostKind === 'browser')(
    'a copy can be kept without the program, and reads as a file of ours',
    async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        band.getByRole('button', { name: '另存一份' }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`没有保存的内容 ${project}.json`)
      const path = join(app.data, 'copy.json')
      await download.saveAs(path)
      const [entry] = JSON.parse(readFileSync(path, 'utf8')) as {
        template: string
        record: { indicators: { name: string }[] }
      }[]
      expect(entry?.template).toBe('xinjiang-korla-2023')
      expect(entry?.record.indicators[0]?.name).toBe('写在断开之前')
    },
  )

  test.runIf(hostKind === 'browser')('it leads back to the table, where everything is as it was', async () => {
    await band.getByRole('button', { name: '回到这张表' }).click()
    await cell(page, '写在断开之前').waitFor()
    expect(await band.count()).toBe(0)
  })

  test.runIf(hostKind === 'browser')('with the program back it is saved, wherever the person is', async () => {
    await page.locator('.rail-button', { hasText: '项目' }).click()
    await band.waitFor()
    await app.startAgain()
    await band.waitFor({ state: 'detached' })
    await page.reload() // nothing keeps it now
    await page.getByRole('button', { name: project, exact: true }).click()
    await cell(page, '写在断开之前').waitFor()
  })
})
