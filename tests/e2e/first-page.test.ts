import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'

describeApp('the first page', () => {
  let app: OpenedApp
  beforeAll(async () => {
    app = await openApp()
    await app.page.getByRole('button', { name: '打开示例' }).click()
    await app.page.getByText('共 25 个项目').waitFor()
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })

  test.skipIf(hostKind !== 'browser')(
    'asks for the list and the settings once, and for nothing else before them',
    async () => {
      const calls: string[] = []
      app.page.on('request', (request) => {
        const [, name] = /\/call\/(.+)$/.exec(request.url()) ?? []
        if (name !== undefined) calls.push(name)
      })
      await app.page.reload()
      await app.page.getByText('共 25 个项目').waitFor()
      await app.page.getByRole('combobox', { name: '年度' }).waitFor() // what comes after the list is there too
      expect(calls).toEqual(expect.arrayContaining(['projects.list', 'settings.read']))
      // what is told in bands of its own is asked once the list is there, each once
      const others = calls.filter((name) => !['projects.list', 'settings.read'].includes(name))
      expect(others.every((name) => ['workspace.health', 'backup.outside'].includes(name))).toBe(true)
      expect(calls.indexOf('projects.list')).toBeLessThan(Math.min(...others.map((name) => calls.indexOf(name))))
      expect(new Set(calls).size).toBe(calls.length)
    },
  )

  test('rows are marked one by one, in a range with Shift, and all at once', async () => {
    const { page } = app
    const box = (row: number) => page.locator('.row-check').nth(row)
    await box(1).click()
    await box(4).click({ modifiers: ['Shift'] })
    await page.getByText('已选 4 个').waitFor()
    await page.getByRole('checkbox', { name: '全选' }).click()
    await page.getByText('已选 25 个').waitFor()
    await page.getByRole('checkbox', { name: '全选' }).click()
    await page.getByText('已选').waitFor({ state: 'detached' })
  })

  test('a column sorts the list upwards, downwards, and not at all', async () => {
    const { page } = app
    const press = async (sorted: string) => {
      await page.getByRole('button', { name: '预算' }).click()
      await page.locator(`[aria-sort="${sorted}"]`, { hasText: '预算' }).waitFor()
      return page.locator('.project-money').allTextContents()
    }
    const upwards = await press('ascending')
    const downwards = await press('descending')
    expect(upwards.length).toBeGreaterThan(15)
    expect(upwards).not.toEqual(downwards)
    await press('none')
  })

  test('nothing went wrong on the page', () => expect(app.faults).toEqual([]))
})
