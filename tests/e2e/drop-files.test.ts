/**
 * Files dropped on the page as the system drops them: many at once, a folder, big ones, one that is gone by then. Each is
 * named; those that can be read are.
 */
import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'

const examples = resolve(import.meta.dirname, '..', '..', 'main', 'resources', 'examples')

describeApp('files dropped on the page', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: '打开示例' }).waitFor()
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })

  async function drop(files: string[]): Promise<void> {
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files, dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
    }
    await session.detach()
  }
  const fill = (folder: string): string => {
    mkdirSync(join(folder, '乡镇', '白河'), { recursive: true })
    copyFileSync(join(examples, 'hebei-xinle-2024.json'), join(folder, '一.json'))
    copyFileSync(join(examples, 'xinjiang-korla-2023.json'), join(folder, '乡镇', '白河', '二.json'))
    writeFileSync(join(folder, '乡镇', '扫描件.pdf'), '%PDF-1.7')
    writeFileSync(join(folder, '乡镇', '~$一.xlsx'), 'lock')
    writeFileSync(join(folder, '大.xlsx'), '')
    truncateSync(join(folder, '大.xlsx'), 25 * 1024 * 1024)
    return folder
  }

  test.runIf(hostKind === 'browser')(
    'a folder: every file in it and below is named, the good ones are read',
    async () => {
      await drop([fill(join(app.data, '上报'))])
      await page.getByText('4 个文件，认出 19 张表，2 个文件不能读取').waitFor()
      const text = (await page.locator('main').textContent()) ?? ''
      for (const name of ['上报/一.json', '上报/大.xlsx', '上报/乡镇/扫描件.pdf', '上报/乡镇/白河/二.json']) {
        expect(text).toContain(name)
      }
      expect(text).toContain('超过了 20 MB 的上限')
      expect(text).not.toContain('~$')
    },
  )

  test.runIf(hostKind === 'browser')('several files, one of them taken away before it is read', async () => {
    const folder = fill(join(app.data, '又报'))
    // as the page sees a file that was moved after it was chosen
    await page.evaluate(() => {
      // oxlint-disable-next-line typescript/unbound-method -- called on its own file below
      const slice = Blob.prototype.slice
      Blob.prototype.slice = function (this: Blob, ...words) {
        const part = slice.apply(this, words)
        if (this instanceof File && this.name === '二.json') {
          part.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
        }
        return part
      }
    })
    await drop([join(folder, '一.json'), join(folder, '乡镇', '白河', '二.json'), join(folder, '乡镇', '扫描件.pdf')])
    await page.getByText('3 个文件，认出 7 张表，2 个文件不能读取').waitFor()
    await page.getByText('浏览器读不到这个文件').waitFor()
    expect(app.faults).toEqual([])
  })
})
