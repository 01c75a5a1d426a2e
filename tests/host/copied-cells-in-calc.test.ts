/**
 * What the sheet puts on the clipboard, read by LibreOffice Calc's filter for pasted HTML: the same merged cells and texts,
 * nothing made a number, a date or a formula.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copySelection } from '../../renderer/editor/clipboard/clipboard-events.ts'
import { selectAll } from '../../renderer/editor/grid/selection.ts'
import type { SheetView } from '../../renderer/editor/view/sheet-view.ts'
import { columnName } from '../../shared/layout/grid.ts'
import { indicator, korla, openView, recordWith } from '../renderer/editor/open-view.ts'
import { onGuangzhou } from '../renderer/keys/keyboard.ts'

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

const likeNumbers = [
  '00123',
  '130624240000121001',
  '1,234.50',
  '1e5',
  '￥5',
  '(5)',
  '+5',
  '-3人',
  '≥95%',
  '10%',
  'TRUE',
]
const likeDates = ['1/2', '3-4', '2024-1-2', '3月5日', '12:30']

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

  /** The texts that differ from the sheet. Calc, like a browser, shows several spaces as one. */
  function differences(sheet: ExcelJS.Worksheet, { state }: SheetView): string[] {
    const shown = (text: string) => text.replaceAll(/ +/g, ' ')
    return state.getState().sheet.layout.cells.flatMap(({ row, column, text }) => {
      const got = sheet.getCell(row + 1, column + 1)
      if (got.text === shown(text) && (text === '' || typeof got.value !== 'number')) return []
      return [`${got.address}: ${JSON.stringify(got.value)} instead of ${JSON.stringify(text)}`]
    })
  }

  test('the merged form: every text stays text', async () => {
    const traps = [...likeNumbers, ...likeDates, '=1+1', '=3人', '@总数', "'引号", '<b>&"引号"', '第一行\n\n第三行', '']
    const indicators = traps.map((text, index) => ({
      ...indicator(index < 9 ? '产出指标' : '效益指标', index % 4 < 2 ? '数量指标' : '质量指标', text, text),
      lastActual: text,
    }))
    const { view } = openView(korla, [recordWith('送戏下乡', indicators)])
    const sheet = await inCalc(view, 'korla')
    expect([...sheet.model.merges].toSorted()).toEqual(mergesOf(view).toSorted())
    expect(differences(sheet, view)).toEqual([])
  })

  test('the list form', async () => {
    const keys = onGuangzhou()
    const sheet = await inCalc(keys.view, 'guangzhou')
    expect([...sheet.model.merges].toSorted()).toEqual(mergesOf(keys.view).toSorted())
    expect(differences(sheet, keys.view)).toEqual([])
    expect(sheet.getCell('A2').text).toBe('部门名称：云溪县文化馆')
  })
})
