/** 设置 → 备份 as a person uses it: made, carried elsewhere, put back from the list and from a file; the reminder. */
import { originOfWord } from '../../shared/model/origin.ts'
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openWorkspaceFile } from '../../main/handlers/open-workspace-file.ts'
import { inventedRecord } from '../support/invented-records.ts'
import { violations } from './support/axe.ts'
import { describeApp } from './support/describe-app.ts'
import { hostKind, openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'

const weeks = (count: number): string => new Date(Date.now() - count * 7 * 86_400_000).toISOString()

/** A data folder in which somebody worked three weeks ago. */
function workedIn(count: number): string {
  const data = mkdtempSync(join(tmpdir(), 'jibiao-e2e-'))
  let ids = 0
  const store = openWorkspaceFile({ file: join(data, '绩表.db'), now: () => weeks(3), newId: () => `p${++ids}` })
  const findings = { error: 0, warning: 0, hint: 0 }
  const added = Array.from({ length: count }, (_, index) => {
    return { template: 'hebei-xinle-2024', record: { ...inventedRecord(index), year: '' }, findings }
  })
  store.projects.save({ changes: [], added, removed: [], origin: originOfWord('导入') })
  store.close()
  return data
}

describeApp('backups', () => {
  let app: OpenedApp
  let page: Page
  let copy = ''
  beforeAll(async () => {
    app = await openApp({ data: workedIn(4) })
    page = app.page
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const rail = (name: string) => page.getByRole('navigation', { name: '页面' }).getByRole('button', { name })
  const dialog = () => page.getByRole('dialog')
  const removeFirst = async (): Promise<void> => {
    await rail('项目').click()
    await page.getByText('共 4 个项目').waitFor()
    await page.getByRole('checkbox').nth(1).click()
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByText('共 3 个项目').waitFor()
    await rail('设置').click()
  }

  test('the reminder leads to the settings', async () => {
    await page.getByText('数据只在这块磁盘上，还没有在别处存过一份。').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '去另存一份' }).click()
    await page.getByText('上次另存到别处：还没有过。已超过一周，请另存一份。').waitFor()
  })

  test('a copy is carried elsewhere; in a browser the person says when it is there', async () => {
    copy = await app.exported(() => page.getByRole('button', { name: '另存一份到别处…' }).click())
    expect(existsSync(copy)).toBe(true)
    if (hostKind === 'browser') {
      await page.getByText('备份已交给浏览器下载（4 个项目').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: '已复制到别处' }).click()
      await page.getByText('上次另存到别处：今天').waitFor()
      await rail('项目').click()
      await page.getByText('共 4 个项目').waitFor()
      expect(await page.locator('.outside-reminder').count()).toBe(0)
    }
  })

  test('a backup by hand, then back to it: what will happen is said, and what was here is kept', async () => {
    await rail('设置').click()
    await page.getByRole('button', { name: '现在备份' }).click()
    await page.getByText('已备份。').waitFor()
    await page.getByRole('cell', { name: '手工' }).waitFor()
    await removeFirst()
    await page
      .getByRole('button', { name: /^恢复 今天 .* 的备份$/ })
      .first()
      .click()
    await dialog().getByText('备份里有、这里没有的 1 个项目会回来。').waitFor()
    expect(await dialog().getByRole('row', { name: '项目 4 个 3 个' }).count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await dialog().getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByText('已恢复 4 个项目。').waitFor()
    await page.getByText('共 4 个项目').waitFor()
    await rail('设置').click()
    await page.getByRole('cell', { name: '恢复前' }).waitFor()
  })

  test.runIf(hostKind === 'browser')('from the file that was carried away, and from one that is none', async () => {
    await removeFirst()
    const choose = async (file: string) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: '从文件恢复…' }).click(),
      ])
      await chooser.setFiles(file)
    }
    const wrong = join(app.data, '不是备份.db')
    copyFileSync(join(import.meta.dirname, 'backups.test.ts'), wrong)
    await choose(wrong)
    await dialog().getByText('不是绩表的备份或工作区').waitFor()
    expect(await dialog().getByRole('button', { name: '恢复', exact: true }).isDisabled()).toBe(true)
    await dialog().getByRole('button', { name: '取消', exact: true }).click()

    await choose(copy)
    await dialog().getByText('绩表备份 ').waitFor()
    await dialog().getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByText('已恢复 4 个项目。').waitFor()
    await page.getByText('共 4 个项目').waitFor()
    expect(app.faults).toEqual([])
  })

  test('where the data is, and what becomes of it', async () => {
    await rail('设置').click()
    await page.getByText(app.data, { exact: true }).waitFor()
    for (const words of ['安装新版本不动数据', '旧版本的程序打不开新版本用过的数据', '卸载程序也不删除数据']) {
      await page.getByText(words).waitFor()
    }
    await page.getByRole('button', { name: '打开数据文件夹' }).click()
    await page.getByText(/路径已复制|已在文件管理器里打开/).waitFor()
  })
})
