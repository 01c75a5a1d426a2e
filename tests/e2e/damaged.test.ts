/**
 * Damage as a person meets it: bytes of two projects are others on the disk, the folder of the backups is no folder, the workspace
 * file is removed under the program. The page says what happened, everything else goes on, and nothing typed is lost.
 */
import { originOfWord } from '../../shared/model/origin.ts'
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openWorkspaceFile } from '../../main/handlers/open-workspace-file.ts'
import { violations } from './support/axe.ts'
import { describeApp } from './support/describe-app.ts'
import { openApp, removeData } from './support/host.ts'
import type { OpenedApp } from './support/host.ts'
import { cell, openProject, saved } from './support/sheet.ts'
import type { FormRecord } from '../../shared/model/project.ts'

const examples = join(import.meta.dirname, '..', '..', 'main', 'resources', 'examples')
const own = '公交线路政策性亏损补贴'
const fine = '老年人免费乘车补助'
const listed = '聘用人员经费'
const mate = '园务工作经费'

/** A workspace of the examples in which two projects were edited once and then had a byte changed. */
function damagedData(): { data: string; file: string } {
  const data = mkdtempSync(join(tmpdir(), 'jibiao-damaged-'))
  const file = join(data, '绩表.db')
  let ids = 0
  const store = openWorkspaceFile({ file, now: () => new Date().toISOString(), newId: () => `e${(ids += 1)}` })
  const findings = { error: 0, warning: 0, hint: 0 }
  for (const name of ['xinjiang-korla-2023', 'guangzhou-panyu-2024']) {
    const entries = JSON.parse(readFileSync(join(examples, `${name}.json`), 'utf8')) as FormRecord[]
    for (const { template, record } of entries)
      store.projects.create({ template: template ?? '', record, findings }, originOfWord('导入'))
  }
  for (const { id, projectName } of store.projects.list({ deleted: false })) {
    if (projectName !== own && projectName !== listed) continue
    const { record } = store.projects.read(id)
    const changed = { ...record, purpose: `坏掉的${projectName}` }
    store.projects.save({
      changes: [{ id, version: 1, record: changed, findings }],
      added: [],
      removed: [],
      origin: originOfWord('编辑'),
    })
  }
  store.close()
  const bytes = readFileSync(file)
  for (const name of [own, listed]) bytes[bytes.lastIndexOf(Buffer.from(`坏掉的${name}`)) + 1] = 0
  writeFileSync(file, bytes)
  return { data, file }
}

describeApp('damage', () => {
  let app: OpenedApp
  let page: Page
  let file: string
  beforeAll(async () => {
    const made = damagedData()
    file = made.file
    writeFileSync(`${file}-backups`, 'no folder')
    app = await openApp({ data: made.data })
    page = app.page
  })
  afterAll(async () => {
    await app.close()
    removeData(app.data)
  })
  const band = () => page.locator('.health-band')
  const goTo = (hash: string) => page.evaluate((to) => void (location.hash = to), hash)

  test('the list names the damaged projects and marks them', async () => {
    await band().filter({ hasText: own }).filter({ hasText: listed }).waitFor()
    expect(await page.locator('.project-row', { hasText: '已损坏' }).count()).toBe(2)
    expect(await violations(page)).toEqual([])
  })

  test('a backup of the day that cannot be made is said in the settings and in the status line', async () => {
    await goTo('#/settings')
    await band().filter({ hasText: '每日自动备份' }).waitFor()
    await goTo('#/projects')
    await openProject(page, fine)
    await page.locator('.status-line').getByText('自动备份没有做成').waitFor()
    expect(await violations(page)).toEqual([])
    rmSync(`${file}-backups`)
    await page.getByText('自动备份没有做成').waitFor({ state: 'detached' }) // made in an idle moment
    expect(readdirSync(`${file}-backups`).some((name) => name.includes('-daily'))).toBe(true)
  })

  test('the table of a list form opens without its damaged project and says so', async () => {
    await goTo('#/projects')
    await openProject(page, mate)
    await page.getByText(`这张表里“${listed}”的内容已损坏`).waitFor()
    expect(await cell(page, mate).count()).toBe(1)
    expect(await cell(page, listed).count()).toBe(0)
  })

  test('a damaged project shows what still reads and is put back to its version', async () => {
    await goTo('#/projects')
    await page.getByRole('button', { name: own, exact: true }).click()
    await page.getByText('恢复到历史版本').first().waitFor()
    await page.locator('.damaged-sheets').getByText('运营线路数').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '恢复到这一版' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByRole('grid').waitFor()
    await saved(page)
    await goTo('#/projects')
    await page.locator('.project-row', { hasText: listed }).filter({ hasText: '已损坏' }).waitFor()
    await band().filter({ hasText: own }).waitFor({ state: 'detached' })
    expect(await page.locator('.project-row', { hasText: '已损坏' }).count()).toBe(1)
  })

  test('or it is deleted', async () => {
    await page.getByRole('button', { name: listed, exact: true }).click()
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '放入回收站' }).click()
    await page.getByRole('heading', { name: '项目', exact: true }).waitFor()
    await page.getByText('共 17 个项目').waitFor()
  })

  test('the file is removed: what is typed stays, and is saved when the contents are written again', async () => {
    await goTo('#/projects')
    await openProject(page, fine)
    renameSync(file, `${file}.away`)
    await cell(page, '刷卡设备正常率').click()
    await page.keyboard.type('刷卡机正常率')
    await page.keyboard.press('Enter')
    await band().filter({ hasText: '被删除或移走了' }).waitFor()
    await page.locator('.status-line [role=status]', { hasText: '未保存' }).waitFor()
    await page.getByRole('button', { name: '把内容存成文件' }).click()
    await saved(page)
    await band().waitFor({ state: 'detached' })
    expect(existsSync(file)).toBe(true)
    await page.reload()
    await cell(page, '刷卡机正常率').waitFor()
    expect(app.faults).toEqual([])
  })
})
