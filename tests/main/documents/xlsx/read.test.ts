import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readDocument } from '../../../../main/documents/read.ts'
import { drawGrid, inlineRows, xlsxFile } from '../../../support/office-files.ts'
import type { SheetSource, XlsxSource } from '../../../support/office-files.ts'

const read = (source: XlsxSource) => readDocument('白河镇.xlsx', xlsxFile(source)).grids
const readSheet = (xml: string, rest: Omit<XlsxSource, 'sheets'> = {}) => read({ sheets: [{ xml }], ...rest })[0]

test('a workbook of another library: merges, numbers, dates, formula results, rich text', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('01_项目')
  sheet.mergeCells('A1:D1')
  sheet.getCell('A1').value = '项目支出绩效目标表'
  sheet.mergeCells('A2:A3')
  sheet.getCell('A2').value = '产出指标'
  sheet.getCell('B2').value = 1234.5
  sheet.getCell('B2').numFmt = '#,##0.00'
  sheet.getCell('B3').value = { formula: 'B2*2', result: 2469 }
  sheet.getCell('C2').value = { richText: [{ text: '富', font: { bold: true } }, { text: '文本' }] }
  sheet.getCell('C3').value = '一\n二'
  sheet.getCell('D2').value = new Date(Date.UTC(2024, 2, 5))
  sheet.getCell('D2').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getCell('D3').value = true
  const { grids } = readDocument('a.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
  expect(grids.map(({ source, origin, hasSpans }) => ({ ...source, origin, hasSpans }))).toEqual([
    { sheet: '01_项目', range: 'A1:D3', origin: 'foreign', hasSpans: true },
  ])
  expect(drawGrid(grids[0])).toEqual([
    '0:项目支出绩效目标表[1x4]',
    '0:产出指标[2x1] | 1:1,234.50 | 2:富文本 | 3:2024年3月5日',
    '1:2469 | 2:一⏎二 | 3:TRUE',
  ])
})

const namedSheet = (name: string, state?: string): SheetSource => ({
  name,
  ...(state === undefined ? {} : { state }),
  xml: inlineRows([[name]]),
})

test('sheets in the order of the workbook, hidden and empty ones left out', () => {
  const grids = read({
    sheets: [
      namedSheet('乙'),
      namedSheet('隐', 'state="hidden"'),
      namedSheet('甲'),
      namedSheet('深隐', 'state="veryHidden"'),
      { name: '空', xml: '<sheetData/>' },
    ],
  })
  expect(grids.map(({ source }) => source.sheet)).toEqual(['乙', '甲'])
})

test('every cell type; phonetic guides do not count; _x000D_ is a line break', () => {
  const grid = readSheet(
    `<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="str"><f>A1</f><v>算</v></c>
     <c r="E2" t="b"><v>0</v></c><c r="F2" t="e"><v>#N/A</v></c><c r="G2" t="d" s="1"><v>2024-03-05T00:00:00</v></c>
     <c r="H2"><v>0.30000000000000004</v></c><c r="I2" s="1"/></row></sheetData>`,
    {
      strings:
        '<si><r><t>一</t></r><r><t xml:space="preserve"> 二</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si><t>上_x000D_\n下_x005F_x000D__x0000_</t></si>',
      formats: [0, 'yyyy-mm-dd'],
    },
  )
  expect(grid?.source.range).toBe('B2:H2')
  expect(drawGrid(grid)).toEqual(['0:一 二 | 1:上⏎下_x000D__x0000_ | 2:算 | 3:FALSE | 4:#N/A | 5:2024-03-05 | 6:0.3'])
})

test('number formats and the 1904 system come from the parts', () => {
  const cells =
    '<sheetData><row><c s="0"><v>43894</v></c><c s="1"><v>0.95</v></c><c s="2"><v>5</v></c></row></sheetData>'
  expect(drawGrid(readSheet(cells, { formats: [31, 9, '0"人"'], workbookPr: '<workbookPr date1904="1"/>' }))).toEqual([
    '0:2024年3月5日 | 1:95% | 2:5人',
  ])
})

test('a format that says nothing, that is missing, or that belongs to another part of the styles, is General', () => {
  const styles = (numFmts: string, ids: number[], rest = '') =>
    `<styleSheet><numFmts>${numFmts}</numFmts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>${rest}</styleSheet>`
  const shownWith = (xml: string) => {
    const cells = '<sheetData><row><c s="0"><v>120</v></c><c s="1"><v>0.5</v></c></row></sheetData>'
    return drawGrid(readSheet(cells, { parts: { 'xl/styles.xml': xml } }))
  }
  expect(shownWith(styles('<numFmt numFmtId="0" formatCode=""/>', [0, 0]))).toEqual(['0:120 | 1:0.5'])
  expect(shownWith(styles('<numFmt numFmtId="170" formatCode=""/><numFmt numFmtId="171"/>', [170, 171]))).toEqual([
    '0:120 | 1:0.5',
  ])
  expect(shownWith(styles('', [199, 9]))).toEqual(['0:120 | 1:50%'])
  // a conditional format names its own formats by the same numbers
  const others =
    '<dxfs><dxf><numFmt numFmtId="9" formatCode="@"/></dxf><dxf><numFmt numFmtId="2" formatCode=";;;"/></dxf></dxfs>'
  expect(shownWith(styles('', [2, 9], others))).toEqual(['0:120.00 | 1:50%'])
})

test('a formula without a stored result is told with its address; one whose result is a blank text is blank', () => {
  const grid = readSheet(
    `<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>头</t></is></c><c r="C2"><f>B2&amp;1</f></c><c r="D2"><f>1+1</f><v/></c></row>
     <row r="3" hidden="1"><c r="B3"><f>NOW()</f></c></row>
     <row r="4"><c r="B4" t="str"><f>IF(1,"")</f><v></v></c><c r="C4"><f>2*3</f><v>6</v></c><c r="E4"><f t="shared" si="0"/></c><c r="F4" t="str"><f>A1&amp;"次"</f></c></row></sheetData>
     <mergeCells><mergeCell ref="B5:C5"/></mergeCells>`,
  )
  expect(grid?.source.range).toBe('B2:F4')
  expect(grid?.unread).toEqual([
    { row: 0, column: 1, cell: 'C2' },
    { row: 0, column: 2, cell: 'D2' },
    { row: 1, column: 3, cell: 'E4' },
    { row: 1, column: 4, cell: 'F4' }, // said to be text, and none there
  ])
})

test('rows and cells without addresses count on', () => {
  expect(drawGrid(readSheet(inlineRows([['甲', '乙'], [], ['丙']])))).toEqual(['0:甲 | 1:乙', '', '0:丙'])
})

test('hidden rows without text are taken out and merges shrink; hidden rows with text stay', () => {
  const grid = readSheet(
    `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>头</t></is></c><c r="B1" t="inlineStr"><is><t>一</t></is></c></row>
     <row r="2" hidden="1"/><row r="3" hidden="1"><c r="B3" t="inlineStr"><is><t>三</t></is></c></row>
     <row r="4"><c r="B4" t="inlineStr"><is><t>四</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:A4"/></mergeCells>`,
  )
  expect(drawGrid(grid)).toEqual(['0:头[3x1] | 1:一', '1:三', '1:四'])
  expect(grid?.source.range).toBe('A1:B4')
})

test('text under a merge is not shown; overlapping merges: the first stays', () => {
  const rows = inlineRows([
    ['甲', '藏', '乙'],
    ['丙', '丁', '戊'],
  ])
  const merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C2"/></mergeCells>'
  expect(drawGrid(readSheet(rows + merges))).toEqual(['0:甲[1x2] | 2:乙', '0:丙 | 1:丁 | 2:戊'])
})

test('a row that is nothing but the rest of merged cells is taken out', () => {
  const merges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>'
  expect(drawGrid(readSheet(inlineRows([['甲', '乙'], [], ['丙']]) + merges))).toEqual(['0:甲 | 1:乙', '0:丙'])
})

test('the declared range does not count, whole-column merges are cut to the content', () => {
  const grid = readSheet(
    `<dimension ref="A1:XFD1048576"/>${inlineRows([
      ['甲', '乙'],
      ['', '丁'],
    ])}<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>`,
  )
  expect(drawGrid(grid)).toEqual(['0:甲[2x1] | 1:乙', '1:丁'])
})

test('prefixed element names, absolute targets, other part names', () => {
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
  const grids = read({
    sheets: [{ xml: '' }],
    parts: {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    },
  })
  expect(drawGrid(grids[0])).toEqual(['0:甲'])
})

test('own origin only when the last writer was this program', () => {
  const sheets = [{ xml: inlineRows([['甲']]) }]
  expect(read({ sheets, application: '绩表' })[0]?.origin).toBe('own')
  expect(read({ sheets, application: '绩表 2' })[0]?.origin).toBe('foreign')
  expect(read({ sheets, application: 'Microsoft Excel' })[0]?.origin).toBe('foreign')
})

test('a missing sheet or string is damage, not a blank', () => {
  const listed = '<workbook xmlns:r="r"><sheets><sheet name="甲" r:id="rId0"/></sheets></workbook>'
  const dangling =
    '<Relationships><Relationship Id="rId0" Type="x/worksheet" Target="worksheets\\sheet9.xml"/></Relationships>'
  const parts = { 'xl/workbook.xml': listed, 'xl/_rels/workbook.xml.rels': dangling }
  expect(() => read({ sheets: [{ xml: inlineRows([['甲']]) }], parts })).toThrow('缺少工作表“甲”')
  expect(() => readSheet('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>')).toThrow('文字丢失')
  const found = { ...parts, 'xl/_rels/workbook.xml.rels': dangling.replace('sheet9', 'sheet1') }
  expect(drawGrid(read({ sheets: [{ xml: inlineRows([['甲']]) }], parts: found })[0])).toEqual(['0:甲'])
})
