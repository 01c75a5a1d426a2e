/** What stands in the workbooks we write, seen through exceljs and through their XML. */
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../../main/documents/read.ts'
import { writeXlsx } from '../../../../main/documents/xlsx/write.ts'
import type { WriteProblem } from '../../../../main/documents/volume.ts'
import type { SpanCell } from '../../../../shared/layout/grid.ts'
import type { Layout } from '../../../../shared/layout/layout.ts'
import { formLayouts } from '../../../support/invented-layouts.ts'
import { partsOf } from '../../../support/office-schema.ts'
import { smallLayout } from '../../../support/small-layout.ts'

const options = { title: '云溪县2024年', contents: true, createdAt: '2024-03-01T08:00:00Z' }

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // The library's types name a Buffer of their own.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
  return workbook
}

const sheetXml = async (layout: Layout): Promise<string> =>
  partsOf(await writeXlsx([layout], options)).get('xl/worksheets/sheet1.xml') ?? ''

describe('the cells', () => {
  test.each(formLayouts().map((layout) => [layout.templateId, layout] as const))('%s', async (_, layout) => {
    const sheet = (await load(await writeXlsx([layout], options))).worksheets[0]
    if (sheet === undefined) throw new Error('no sheet')
    for (const cell of layout.cells) {
      const read = sheet.getCell(cell.row + 1, cell.column + 1)
      const style = layout.styles[cell.style]
      const expected = cell.number?.value ? Number(cell.number.value) : cell.text
      expect(read.value ?? '', read.address).toBe(expected)
      // exceljs reads font sizes as whole numbers.
      expect(read.font).toMatchObject({
        name: style?.font,
        size: Math.trunc(style?.sizePt ?? 0),
        charset: 134,
        family: 3,
      })
      const overflow = cell.number === undefined ? { wrapText: true } : { shrinkToFit: true } // a number never wraps
      expect(read.alignment).toMatchObject({ ...overflow, horizontal: style?.align })
      // exceljs names General no format at all
      if (cell.number !== undefined) expect(read.numFmt ?? 'General').toBe(cell.number.format)
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
          const covered = sheet.getCell(row + 1, column + 1)
          expect(covered.master.address).toBe(read.address)
          expect(Object.keys(covered.border ?? {}).length).toBe(style?.border === true ? 4 : 0)
        }
      }
    }
    layout.rows.forEach((row, index) => expect(sheet.getRow(index + 1).height).toBeCloseTo(row.heightPt, 1))
  })
})

test('A4, orientation, fit to width, centred, footer, print area, repeated rows, no gridlines', async () => {
  for (const layout of formLayouts()) {
    const workbook = await load(await writeXlsx([layout], options))
    const sheet = workbook.worksheets[0]
    const { first, count } = layout.repeatedRows
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: layout.page.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${first + 1}:${first + count}`,
      printArea: `A1:${'ABCDEFGHI'[layout.columnsMm.length - 1]}${layout.rows.length}`,
    })
    expect(sheet?.headerFooter.oddFooter).toBe('第 &P 页，共 &N 页')
    expect(sheet?.views[0]?.showGridLines).toBe(false)
    expect(workbook.title).toBe(options.title)
    expect(workbook.creator).toBe('绩表')
    expect(workbook.created.toISOString()).toBe('2024-03-01T08:00:00.000Z')
  }
})

test('columns are as wide as the Layout says, counted in digits of the default font, 宋体 12: 8 pixels', async () => {
  const styles = partsOf(await writeXlsx([smallLayout()], options)).get('xl/styles.xml') ?? ''
  expect(/<font>.*?<\/font>/.exec(styles)?.[0]).toContain('<sz val="12"/><color theme="1"/><name val="宋体"/>')
  const sheet = (await load(await writeXlsx([smallLayout()], options))).worksheets[0]
  const pixels = smallLayout().columnsMm.map((_, index) => (sheet?.getColumn(index + 1).width ?? 0) * 8)
  expect(pixels.map((value) => (value / 96) * 25.4).map(Math.round)).toEqual(smallLayout().columnsMm)
})

test('the cursor stands in the first cell to fill; lists are ranges; a long list stands on a hidden sheet', async () => {
  const parts = partsOf(await writeXlsx([smallLayout()], options))
  const sheet = parts.get('xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<selection activeCell="B3" sqref="B3:C3"/>')
  expect(/<dataValidations.*<\/dataValidations>/.exec(sheet ?? '')?.[0]).toBe(
    '<dataValidations count="3">' +
      '<dataValidation type="list" allowBlank="1" sqref="B5:B7"><formula1>&quot;产出指标,效益指标&quot;</formula1></dataValidation>' +
      '<dataValidation type="list" allowBlank="1" sqref="C5:C7"><formula1>&quot;数量指标,质量指标&quot;</formula1></dataValidation>' +
      `<dataValidation type="list" allowBlank="1" sqref="D5:D7"><formula1>'选项'!$A$1:$A$40</formula1></dataValidation>` +
      '</dataValidations>',
  )
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="选项" sheetId="2" state="hidden" r:id="sheet2"/>')
  expect(parts.get('docProps/app.xml')).toContain('<Application>绩表</Application>')
})

describe('text into files', () => {
  const texts = [
    '=cmd|"/c calc"!A1',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1+1',
    '<script>',
    ']]>',
    '😀 مرحبا',
    '_x0041_',
    '  a\nb  ',
  ]

  test('stays text, equal, in the format Text where it could become a formula', async () => {
    const bytes = await writeXlsx([smallLayout(texts)], options)
    const sheet = (await load(bytes)).worksheets[0]
    texts.forEach((text, index) => {
      const cell = sheet?.getCell(index + 5, 5)
      expect(cell?.type, text).toBe(ExcelJS.ValueType.String)
      expect(cell?.value).toBe(text)
      expect(cell?.numFmt).toBe('@')
    })
    expect([...partsOf(bytes)].filter(([path, xml]) => path.includes('worksheets') && /<f[ >]/.test(xml))).toEqual([])
  })

  test('what XML forbids and half characters are replaced, line ends are \\n', async () => {
    const sheet = (
      await load(await writeXlsx([smallLayout(['a\u0000\u0008b\ufffe', 'x\ud800y', '1\r\n2\r3'])], options))
    ).worksheets[0]
    expect([5, 6, 7].map((row) => sheet?.getCell(row, 5).value)).toEqual([
      'a\ufffd\ufffdb\ufffd',
      'x\ufffdy',
      '1\n2\n3',
    ])
  })

  test('longer than a cell holds: cut between characters, and said', async () => {
    const problems: WriteProblem[] = []
    const long = `${'甲'.repeat(32_766)}😀${'乙'.repeat(8000)}`
    const onProblem = (problem: WriteProblem): number => problems.push(problem)
    const sheet = (await load(await writeXlsx([smallLayout(['短', long])], { ...options, onProblem }))).worksheets[0]
    expect(sheet?.getCell('E6').value).toBe('甲'.repeat(32_766))
    expect(problems.map(({ table, cell }) => [table, cell])).toEqual([[0, 'E6']])
    expect(problems[0]?.message).toContain('E6')
  })

  test('where a number belongs, a blank waits for one and a text wraps', async () => {
    const layout = smallLayout()
    const withText = async (text: string) => {
      const number = { value: '', format: 'General' }
      const cells = layout.cells.map((cell) => (cell.number ? { ...cell, text, number } : cell))
      return (await load(await writeXlsx([{ ...layout, cells }], options))).worksheets[0]?.getCell('B3')
    }
    expect(await withText('')).toMatchObject({ value: null, numFmt: undefined, alignment: { shrinkToFit: true } })
    expect(await withText('820万元')).toMatchObject({
      value: '820万元',
      numFmt: undefined,
      alignment: { wrapText: true },
    })
  })

  test('a number too long for a spreadsheet stays text', async () => {
    const layout = smallLayout()
    const cells = layout.cells.map((cell) =>
      cell.number === undefined
        ? cell
        : { ...cell, text: '1234567890123456789', number: { value: '1234567890123456789', format: '0' } },
    )
    const sheet = (await load(await writeXlsx([{ ...layout, cells }], options))).worksheets[0]
    expect(sheet?.getCell('B3').value).toBe('1234567890123456789')
  })
})

test('a row higher than Excel allows becomes several, every cell merged over them', async () => {
  const layout = smallLayout(['甲', '乙', '丙'])
  layout.rows[5] = { heightPt: 1000 }
  const xml = await sheetXml(layout)
  expect([...xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map(([, row, height]) => `${row}:${height}`)).toEqual([
    '1:36',
    '2:24',
    '3:24',
    '4:24',
    '5:24',
    '6:333.33',
    '7:333.33',
    '8:333.33',
    '9:24',
  ])
  expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, range]) => range)).toEqual([
    'A1:E1',
    'A2:E2',
    'B3:C3',
    'A4:A9',
    'B5:B8',
    'C6:C8',
    'D6:D8',
    'E6:E8',
  ])
})

const drawCells = (cells: readonly (SpanCell & { text: string })[]): string[] =>
  cells
    .filter(({ text }) => text !== '')
    .map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.colSpan} ${cell.text}`)
    .toSorted()

test('and reads back as one row again', async () => {
  const layout = smallLayout(['甲', '乙', '丙'])
  layout.rows[5] = { heightPt: 1000 }
  const [grid] = readDocument('高.xlsx', await writeXlsx([layout], options)).grids
  expect(grid?.rows).toBe(7)
  expect(drawCells(grid?.cells ?? [])).toEqual(drawCells(layout.cells))
})

describe('several tables', () => {
  const titles = ["it's: [a/b]?", '云溪项目'.repeat(12), '云溪项目', '云溪项目', '', '\u0007']
  const layouts = titles.map((title) => ({ ...smallLayout(), title }))

  test('sheet names are valid and unique; contents link to every sheet', async () => {
    const workbook = await load(await writeXlsx(layouts, options))
    const names = workbook.worksheets.map(({ name }) => name)
    expect(names).toEqual([
      '目录',
      "01_it's_ _a_b__",
      `02_${'云溪项目'.repeat(7)}`,
      '03_云溪项目',
      '04_云溪项目',
      '05_',
      '06_',
      '选项',
    ])
    expect(names.every((name) => name.length <= 31)).toBe(true)
    const contents = workbook.worksheets[0]
    expect(contents?.getRow(2).values).toEqual([undefined, '序号', '项目（表名）', '页签'])
    expect(contents?.getCell('C4').value).toBe(names[2])
    const xml = partsOf(await writeXlsx(layouts, options)).get('xl/worksheets/sheet1.xml') ?? ''
    expect(
      [...xml.matchAll(/<hyperlink ref="(\w+)" location="([^"]+)"/g)].map(([, cell, to]) => `${cell} ${to}`),
    ).toContain(`B3 '01_it''s_ _a_b__'!A1`)
  })

  test('without contents: the tables alone', async () => {
    const workbook = await load(await writeXlsx(layouts.slice(0, 2), { ...options, contents: false }))
    expect(workbook.worksheets.map(({ state }) => state)).toEqual(['visible', 'visible', 'hidden'])
  })

  test('progress to the end; an aborted signal stops with code cancelled', async () => {
    const many = Array.from({ length: 45 }, () => smallLayout())
    const seen: number[] = []
    await writeXlsx(many, { ...options, onProgress: (done) => seen.push(done) })
    expect(seen).toEqual([20, 40, 45])
    const signal = { aborted: false }
    const stopped = writeXlsx(many, { ...options, signal, onProgress: () => (signal.aborted = true) })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  })
})
