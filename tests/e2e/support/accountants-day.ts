/**
 * The frame of a day at work without a mouse: the program is opened, a table is made from nothing (the steps, in order), exported,
 * and what the file and the workspace hold is compared with the expected records in every cell.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { FormRecord } from '../../../shared/model/project.ts'
import { hireAccountant } from './accountant.ts'
import type { Accountant } from './accountant.ts'
import { describeApp } from './describe-app.ts'
import { openApp, removeData } from './host.ts'
import type { OpenedApp } from './host.ts'
import { recordsInFile, recordsInWorkspace } from './kept-records.ts'
import { saved } from './sheet.ts'

/** There from the first step on. */
export interface Day {
  readonly page: Page
  readonly accountant: Accountant
  /** From the first start to the open dialog of a new table. */
  startNewTable: () => Promise<void>
  /** Leaves for the list, comes back to the project, finds the same texts. */
  goAndComeBack: (project: string, projects: number, texts: () => Promise<string[]>) => Promise<void>
}

export function describeDay(name: string, whole: FormRecord[], steps: (day: Day) => void): void {
  describeApp(name, () => {
    let app: OpenedApp
    let accountant: Accountant
    let exportedFile = ''
    beforeAll(async () => {
      app = await openApp()
      accountant = await hireAccountant(app.page)
    })
    afterAll(async () => {
      await app.close()
      removeData(app.data)
    })

    steps({
      get page() {
        return app.page
      },
      get accountant() {
        return accountant
      },
      async startNewTable() {
        await app.page.getByText('从哪里开始？').waitFor()
        await accountant.tabTo('新建')
        await accountant.press('Enter')
        await accountant.meetsDialog()
      },
      async goAndComeBack(project, projects, texts) {
        const before = await texts()
        await saved(app.page)
        await accountant.press('Control+1')
        await app.page.getByText(`共 ${projects} 个项目`).waitFor()
        await accountant.tabTo('搜索项目')
        await app.page.keyboard.insertText(project)
        await app.page.getByText(/找到 1 个|共 1 个/).waitFor()
        await accountant.press('ArrowDown', 'Enter')
        await app.page.getByRole('grid').waitFor()
        expect(await texts()).toEqual(before)
      },
    })

    test('exported to Excel', async () => {
      const { meetsDialog, press, tabTo } = accountant
      await press('Control+p')
      await app.page.locator('.printed-page').first().waitFor()
      await tabTo('导出')
      await press('Enter')
      await meetsDialog()
      await tabTo('导出')
      exportedFile = await app.exported(() => press('Enter'))
    })

    test('the exported file and the workspace hold the expected records in every cell', () => {
      expect(recordsInFile(exportedFile)).toEqual(whole)
      expect(recordsInWorkspace(app.data)).toEqual(whole)
    })

    test('nothing went wrong on the page', () => {
      expect(app.faults).toEqual([])
    })
  })
}
