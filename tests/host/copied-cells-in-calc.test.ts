/** What the sheet puts on the clipboard, opened by LibreOffice Calc: the same merged cells and texts, nothing made a number. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copySelection } from '../../renderer/editor/clipboard-events.ts'
import { selectAll } from '../../renderer/editor/selection.ts'
import type { SheetView } from '../../renderer/editor/sheet-view.ts'
import { columnName } from '../../shared/layout/grid.ts'
import { onGuangzhou, onKorla } from '../renderer/keys/keyboard.ts'

const office = findOffice()
if (!office) console.info('复制到 Calc 的测试没有运行：这台电脑上没有 LibreOffice（soffice）。')

function findOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false // not installed
  }
}

describe.skipIf(!office)('the copied sheet in LibreOffice Calc', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jibiao-calc-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function inCalc(view: SheetView, name: string): Promise<ExcelJS.Worksheet> {
    view.state.setState(({ sheet }) => ({ selection: selectAll(sheet) }))
    const source = join(folder, `${name}.html`)
    copySelection(view, { setData: (type, text) => type === 'text/html' && writeFileSync(source, text) }, false)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const filter = ['--infilter=HTML (StarCalc)', '--convert-to', 'xlsx:Calc MS Excel 2007 XML']
    execFileSync('soffice', [profile, '--headless', ...filter, '--outdir', folder, source], { stdio: 'ignore' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(readFileSync(join(folder, `${name}.xlsx`)).buffer)
    const [sheet] = book.worksheets
    if (!sheet) throw new Error('no sheet')
    return sheet
  }

  const mergesOf = ({ state }: SheetView) =>
    state
      .getState()
      .sheet.layout.cells.filter(({ rowSpan, colSpan }) => rowSpan * colSpan > 1)
      .map(
        ({ row, column, rowSpan, colSpan }) =>
          `${columnName(column)}${row + 1}:${columnName(column + colSpan - 1)}${row + rowSpan}`,
      )

  test('the merged form', async () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.type('=1+1')
    keys.press('Enter')
    keys.type('0012')
    keys.press('Tab')
    keys.goTo('indicators[1].name')
    keys.type('第一行\n  第二行 <b>&')
    keys.press('Enter')
    const sheet = await inCalc(keys.view, 'korla')
    expect([...sheet.model.merges].toSorted()).toEqual(mergesOf(keys.view).toSorted())
    expect(sheet.getCell('A8').text).toBe('产出指标')
    expect(sheet.getCell('D8').value).toBe('=1+1')
    expect(sheet.getCell('D9').value).toBe('0012')
    expect(sheet.getCell('C9').text.replaceAll(/ +/g, ' ')).toMatch(/^第一行\n ?第二行 <b>&$/)
  })

  test('the list form', async () => {
    const keys = onGuangzhou()
    const sheet = await inCalc(keys.view, 'guangzhou')
    expect([...sheet.model.merges].toSorted()).toEqual(mergesOf(keys.view).toSorted())
    expect(sheet.getCell('A6').text).toBe('甲项目')
    expect(sheet.getCell('G6').text).toContain('演出场次')
  })
})
