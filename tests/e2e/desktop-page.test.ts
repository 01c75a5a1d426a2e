/** What the desktop window's page does when the program asks: unsaved work, files given at the start, a reload. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { openDesktopPage } from './support/desktop-page.ts'
import type { DesktopPage } from './support/desktop-page.ts'
import { cell, openExample, saved } from './support/sheet.ts'

const project = '公交线路政策性亏损补贴'

describeApp('the page of the desktop window', () => {
  let desktop: DesktopPage
  let page: Page
  beforeAll(async () => {
    desktop = await openDesktopPage()
    page = desktop.page
    await openExample(page, project)
    await saved(page)
  })
  afterAll(() => desktop.close())

  const asked = async () => {
    const before = desktop.told.length
    desktop.emit('unsaved.ask', {})
    await expect.poll(() => desktop.told.length, { timeout: 30_000 }).toBe(before + 1)
    return desktop.told.at(-1)
  }

  test('asked before it closes, it takes over the open cell, saves, and has nothing left', async () => {
    await cell(page, '运营线路数').click()
    await page.keyboard.type('还在打字')
    expect(await asked()).toEqual({ names: [], reason: '', entries: [] })
    await cell(page, '还在打字').waitFor()
  })

  test('what cannot be saved is told by name, reason and content, on any page', async () => {
    desktop.failing.add('projects.save')
    await cell(page, '还在打字').click()
    await page.keyboard.type('没有存下')
    await page.locator('.rail-button', { hasText: '项目' }).click()
    await page.locator('.unsaved-band').waitFor()
    expect(await asked()).toMatchObject({
      names: [project],
      reason: expect.stringContaining('磁盘空间不足'),
      entries: [{ template: 'xinjiang-korla-2023', record: { project: { name: project } } }],
    })
    expect(JSON.stringify(desktop.told.at(-1)?.entries)).toContain('没有存下')
  })

  test('a copy goes where the person chose', async () => {
    await page.getByRole('button', { name: '另存一份' }).click()
    const path = join(desktop.folder, `没有保存的内容 ${project}.json`)
    await page.getByText(`已另存到 ${path}`, { exact: false }).waitFor()
    expect(readFileSync(path, 'utf8')).toContain('没有存下')
  })

  test('retried from the band it is saved', async () => {
    desktop.failing.clear()
    // it tries by itself as well, and may have done so by now
    await page
      .getByRole('button', { name: '立即重试' })
      .click({ timeout: 2000 })
      .catch(() => undefined)
    await page.locator('.unsaved-band').waitFor({ state: 'detached' })
    expect(await asked()).toEqual({ names: [], reason: '', entries: [] })
  })

  test('files given to the running program open their import page', async () => {
    const file = join(desktop.folder, '给的文件.json')
    writeFileSync(file, '{')
    desktop.given.push(file)
    desktop.emit('import.given', {})
    await page.getByText('给的文件.json').first().waitFor()
  })

  test('after a restore the program loads the page, which may go nowhere by itself', async () => {
    await page.locator('.rail-button', { hasText: '设置' }).click()
    await page.getByRole('button', { name: '现在备份' }).click()
    await page.getByText('已备份。').waitFor()
    await page
      .getByRole('button', { name: /^恢复 .+ 的备份$/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click()
    await expect.poll(() => desktop.calls, { timeout: 30_000 }).toContain('app.reload')
  })

  test('a file named at the first start opens by itself', async () => {
    const file = join(tmpdir(), `开始时给的-${process.pid}.json`)
    writeFileSync(file, '{')
    const desktop = await openDesktopPage([file])
    await desktop.page.getByText(`开始时给的-${process.pid}.json`).first().waitFor()
    await desktop.close()
  })
})
