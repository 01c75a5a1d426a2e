/** Good small files with random changes (bytes, XML, zip entries): read or refused, never a crash or a hang. Seeded. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileProblem } from '../../main/documents/file-problem.ts'
import { readDocument } from '../../main/documents/read.ts'
import { docxFile, inlineRows, xlsxFile } from '../support/office-files.ts'

const workbook = xlsxFile({
  sheets: [
    {
      xml: `${inlineRows([['绩效目标表'], ['产出', '甲', '≥95%'], ['', '乙', '3']])}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>`,
    },
    { xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45356</v></c></row></sheetData>' },
  ],
  strings: '<si><t>共享</t></si>',
  formats: ['#,##0.00', 'yyyy"年"m"月"'],
})
const document = docxFile(
  '<w:p><w:r><w:t>标题</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
)
const page = strToU8(
  '<html><meta charset="utf-8"><table data-table="1"><tr data-repeat><td rowspan="2" data-continued="">甲&amp;<td>乙</table></html>',
)
const list = strToU8('标题\n\t甲\n\t"乙"\n\n\t\n\t丙\n\n\t丁\n')
const files: [string, Uint8Array][] = [
  ['a.xlsx', workbook],
  ['a.docx', document],
  ['a.html', page],
  ['a.txt', list],
  ['a.csv', strToU8('甲,"乙",丙\n1,2,3\n')],
  ['a.json', strToU8('{"template":null,"record":{"year":"2024"}}')],
]

function readOrRefuse(name: string, bytes: Uint8Array): void {
  try {
    const { grids } = readDocument(name, bytes)
    for (const { rows, columns, cells } of grids) {
      for (const { row, column, rowSpan, colSpan } of cells) {
        expect(row >= 0 && column >= 0 && row + rowSpan <= rows && column + colSpan <= columns).toBe(true)
      }
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
  }
}

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.nat(255),
  kind: fc.constantFrom('set', 'cut', 'insert'),
})
type Change = { at: number; byte: number; kind: string }

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let result = bytes
  for (const { at, byte, kind } of changes) {
    const index = Math.floor(at * result.length)
    const before = result.subarray(0, index)
    const after = result.subarray(kind === 'insert' ? index : index + 1 + (kind === 'cut' ? byte % 16 : 0))
    result = Buffer.concat([before, kind === 'cut' ? Buffer.alloc(0) : Buffer.from([byte]), after])
  }
  return result
}

test.each(files)('random bytes of %s', (name, bytes) => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) =>
      readOrRefuse(name, changed(bytes, changes)),
    ),
    { seed: 20240305, numRuns: 300 },
  )
})

/** Words that meet the readers where it hurts. */
const words = [
  '',
  '-1',
  '999999999',
  'A1:XFD1048576',
  '__proto__',
  '<',
  '&#0;',
  '&#x1F600;',
  'NaN',
  ' ',
  '_x0000_',
  'hidden="1"',
  ']]>',
  '0',
  '[h]yyyy;;;@',
]

test.each(files.slice(0, 2))('random XML of %s', (name, bytes) => {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const edit = fc.record({
    part: fc.nat(names.length - 1),
    token: fc.nat(),
    word: fc.constantFrom(...words),
    drop: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const copy = { ...parts }
      for (const { part, token, word, drop } of edits) {
        const partName = names[part] ?? ''
        const tokens = strFromU8(copy[partName] ?? new Uint8Array()).split(/(?<=[>"])|(?=[<"])/)
        tokens.splice(token % tokens.length, 1, ...(drop ? [] : [word]))
        if (drop && token % 7 === 0) delete copy[partName]
        else copy[partName] = strToU8(tokens.join(''))
      }
      readOrRefuse(name, zipSync(copy, { level: 0 }))
    }),
    { seed: 20240306, numRuns: 300 },
  )
})
