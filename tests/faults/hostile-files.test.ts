/**
 * Hostile and broken files, generated here: each is read or refused with a Chinese message that names it, quickly and
 * without much memory. Counts, not times, are asserted; a hang fails by the test's time limit.
 */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { FileProblem } from '../../main/documents/file-problem.ts'
import { readBytes } from '../../main/documents/access/read-bytes.ts'
import { readDocument } from '../../main/documents/read.ts'
import { readGrid } from '../../shared/reading/read-grid.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { docxFile, inlineRows, xlsxFile, zipFile } from '../support/office-files.ts'

/** The refusal as `code message`, or how many cells were read. */
function outcome(bytes: Uint8Array, name = '坏.xlsx'): string {
  try {
    const { grids } = readDocument(name, bytes)
    // what was read is recognised too, as in every import; whatever stands in it, that throws nothing
    for (const grid of grids) readGrid(grid, builtIn.all)
    return `${grids.reduce((sum, { cells }) => sum + cells.length, 0)} cells`
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    expect(error.message).toContain(`“${name}”`)
    return `${error.code} ${error.message}`
  }
}
const sheet = (xml: string) => xlsxFile({ sheets: [{ xml }] })
const text = (content: string) => strToU8(content)

test.each([
  ['empty', new Uint8Array(), 'F-EMPTY'],
  ['a picture', strToU8('\u0089PNG\r\n\u001a\n', true), 'F-FOREIGN'],
  ['a PDF', text('%PDF-1.7 …'), 'F-FOREIGN'],
  ['RTF', text('{\\rtf1 …}'), 'F-FOREIGN'],
  ['a plain zip', zipFile({ 'a.txt': 'x' }), 'F-FOREIGN'],
  ['OpenDocument', zipFile({ mimetype: 'x', 'content.xml': '<x/>' }), 'F-FOREIGN'],
  ['a presentation', zipFile({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<x/>' }), 'F-FOREIGN'],
  ['random bytes', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251), 'F-FOREIGN'],
  ['only blanks', text(' \n\t\n '), 'F-EMPTY'],
  ['a workbook without text', sheet('<sheetData/>'), 'F-EMPTY'],
])('%s is refused', (_, bytes, code) => expect(outcome(bytes)).toMatch(new RegExp(`^${code} `)))

function ole(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(stream, 'utf16le')])
}
test('old and protected Office files say what to do', () => {
  expect(outcome(ole('EncryptedPackage'))).toMatch(/^F-PASSWORD .*取消密码/)
  expect(outcome(ole('Workbook'))).toMatch(/^F-OLD .*另存为 \.xlsx/)
  expect(outcome(ole('WordDocument'))).toMatch(/^F-OLD .*另存为 \.docx/)
})

test('cut off anywhere: refused, never half a file', () => {
  const whole = sheet(inlineRows([['甲', '乙']]))
  for (let length = 4; length < whole.length; length += 7) expect(outcome(whole.subarray(0, length))).toMatch(/^F-/)
})

test('content goes before the name', () => {
  expect(outcome(text('<html><table><tr><td>甲</table>'), '表.xls')).toBe('1 cells')
  expect(outcome(sheet(inlineRows([['甲']])), '表.doc')).toBe('1 cells')
  expect(outcome(text('甲\t乙'), '表.xlsx')).toBe('2 cells')
})

test('zip bombs: declared and lying sizes', () => {
  const zeros = new Uint8Array(60 * 1024 * 1024)
  expect(outcome(xlsxFile({ sheets: [{ xml: '' }], parts: { 'xl/worksheets/sheet1.xml': zeros } }))).toMatch(/^F-BOMB /)
  const lying = xlsxFile({ sheets: [{ xml: inlineRows([['甲'.repeat(100_000)]]) }] })
  const view = new DataView(lying.buffer)
  for (let index = 0; index < lying.length - 46; index++) {
    if (view.getUint32(index, true) === 0x02014b50) view.setUint32(index + 24, 10, true) // uncompressed size
  }
  expect(outcome(lying)).toMatch(/^F-(CUT|DAMAGED|EMPTY|FOREIGN) /)
})

test('too many parts', () => {
  const parts = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`../p${index}`, new Uint8Array()]))
  expect(outcome(zipSync(parts))).toMatch(/^F-LARGE /)
})

test('DOCTYPE and entity bombs are refused', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
  expect(
    outcome(
      xlsxFile({ sheets: [{ xml: '' }], parts: { 'xl/worksheets/sheet1.xml': `${bomb}<worksheet>&b;</worksheet>` } }),
    ),
  ).toMatch(/^F-DOCTYPE /)
  expect(outcome(docxFile('', { 'word/document.xml': `${bomb}<document/>` }), '坏.docx')).toMatch(/^F-DOCTYPE /)
  expect(outcome(sheet('<x>&unknown;</x>'))).toMatch(/^F-DAMAGED /)
})

test('deep nesting', () => {
  expect(outcome(sheet('<a>'.repeat(100_000)))).toMatch(/^F-NESTING /)
  const nested = '<w:tbl><w:tr><w:tc>'.repeat(60) + '</w:tc></w:tr></w:tbl>'.repeat(60)
  expect(outcome(docxFile(nested))).toMatch(/^F-NESTING /)
  expect(outcome(text(`<html>${'<b>'.repeat(200_000)}`))).toMatch(/^F-NESTING /)
  expect(outcome(text(`<html>${'<table><tr><td>'.repeat(10_000)}`))).toMatch(/^F-NESTING /)
})

const merges = (list: string[]) => `<mergeCells>${list.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

test('200,000 merges, apart and on top of each other', () => {
  const apart = Array.from({ length: 200_000 }, (_, index) => `A${index + 1}:XFD${index + 1}`)
  expect(outcome(sheet(inlineRows([['甲', '乙'], ['丙']]) + merges(apart)))).toBe('2 cells')
  const wide = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="CV900"><v>1</v></c></row></sheetData>`
  const stacked = Array.from({ length: 200_000 }, (_, index) => `${index % 2 ? 'B' : 'A'}${200_000 - index}:CV200000`)
  expect(outcome(sheet(wide + merges(stacked)))).toMatch(/cells$|^F-LARGE /)
})

test('a declared million rows, cells at the far corner, more cells than the limit', () => {
  expect(outcome(sheet(`<dimension ref="A1:XFD1048576"/>${inlineRows([['甲']])}<x/>`))).toBe('1 cells')
  const empty = '<row r="1048576" hidden="1"/>'.repeat(100_000)
  expect(outcome(sheet(`<sheetData><row><c><v>1</v></c></row>${empty}</sheetData>`))).toBe('1 cells')
  const corner =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
  expect(outcome(sheet(corner))).toMatch(/^F-LARGE .*工作表“表1”.*A1:XFD1048576/)
  expect(
    outcome(
      sheet(`<sheetData><row r="99999999999"><c><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`),
    ),
  ).toMatch(/^F-LARGE /)
  expect(outcome(text('1\t'.repeat(1_000_002)))).toMatch(/^F-LARGE /)
})

test('one part listed as a thousand sheets is read once', () => {
  const list = Array.from({ length: 1000 }, (_, index) => `<sheet name="s${index}" r:id="rId0"/>`).join('')
  const parts = { 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>` }
  expect(outcome(xlsxFile({ sheets: [{ xml: inlineRows([['甲']]) }], parts }))).toBe('1 cells')
})

test('huge spans in .html and .docx', () => {
  expect(outcome(text('<table><tr><td colspan=999999999 rowspan=999999999>甲<td>乙</table>'))).toBe('2 cells')
  expect(outcome(text(`<table>${'<tr><td colspan=1000 rowspan=60000>甲'.repeat(20_000)}</table>`))).toMatch(/^F-LARGE /)
  const cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
  expect(outcome(docxFile(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`))).toBe('1 cells')
})

test('long texts of one kind of character do not hang the readers', () => {
  for (const content of ['"', '""', '"\t', '\t"a', '\n', '\r', ' ', '&amp;', '<', '<br>', '<td>', '<!--', ',', '="']) {
    const long = `甲${content.repeat(300_000)}乙`
    for (const name of ['a.txt', 'a.csv']) expect(outcome(text(long), name)).toMatch(/cells$|^F-/)
    expect(outcome(text(`<table><tr><td>${long}</table>`), 'a.html')).toMatch(/cells$|^F-/)
  }
})

test('as many cells as are read at all, every one of them a word of a form', () => {
  const words = [
    '一级指标',
    '指标值',
    '项目名称',
    '资金总额',
    '绩效目标表',
    '数量指标',
    '年度目标',
    '1、甲；乙；丙；年度指标值:3。',
  ]
  for (const columns of [1, 4, 60, 16_000]) {
    const rows = Math.floor(240_000 / columns)
    const line = (row: number) =>
      Array.from({ length: columns }, (_, column) => words[(row * 7 + column) % words.length])
    const content = Array.from({ length: rows }, (_, row) => line(row).join('\t')).join('\n')
    expect(outcome(text(content), 'a.txt')).toMatch(/cells$/)
  }
})

test('formulas and links are only their stored text; nothing is fetched', () => {
  expect(
    outcome(sheet('<sheetData><row><c t="str"><f>WEBSERVICE("http://x")</f><v>存</v></c></row></sheetData>')),
  ).toBe('1 cells')
  expect(
    outcome(text('<link rel=stylesheet href="http://x"><img src="http://x"><table><tr><td>甲</table>'), 'a.html'),
  ).toBe('1 cells')
})

test('a file over 200 MB is refused before it is read; folders and missing files are told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-'))
  try {
    const path = join(folder, '大.xlsx')
    const file = await open(path, 'w')
    await file.truncate(201 * 1024 * 1024)
    await file.close()
    expect(() => readBytes(path)).toThrow(
      expect.objectContaining({ code: 'F-LARGE', message: expect.stringContaining('有 201 MB') }),
    )
    expect(() => readBytes(folder)).toThrow(expect.objectContaining({ code: 'F-MISSING' }))
    expect(() => readBytes(join(folder, '无.xlsx'))).toThrow(
      expect.objectContaining({ code: 'F-MISSING', message: expect.stringContaining('找不到') }),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})
