/** File names that every system takes, unique in their folder. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameKey, safeFileName } from '../../../main/documents/file-name.ts'

test.each([
  ['云溪县补助项目', '云溪县补助项目.xlsx'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j.xlsx'],
  ['  前后空格与点. . ', '前后空格与点.xlsx'],
  ['..', '未命名.xlsx'],
  ['', '未命名.xlsx'],
  ['\u0000\u001f\u202e', '未命名.xlsx'],
  ['CON', '_CON.xlsx'],
  ['aux.2024', '_aux.2024.xlsx'],
  ['com1', '_com1.xlsx'],
  ['console', 'console.xlsx'],
  ['一\n二\t三', '一 二 三.xlsx'],
  ['半个\ud800', '半个\ufffd.xlsx'],
])('%j → %j', (text, name) => {
  expect(safeFileName(text, new Set(), 'xlsx')).toBe(name)
})

test('duplicates are numbered, whatever the case of the letters', () => {
  const taken = new Set<string>()
  expect(['Ab', 'aB', 'ab', 'é', 'e\u0301'].map((text) => safeFileName(text, taken, 'docx'))).toEqual([
    'Ab.docx',
    'aB (2).docx',
    'ab (3).docx',
    'é.docx',
    'e\u0301 (2).docx',
  ])
})

test('any text, three times: valid on Windows, short enough, unique, and the system takes it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-names-'))
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('长', '😀', '.', ' ', 'a'), maxLength: 300 }),
  )
  try {
    const taken = new Set<string>()
    fc.assert(
      fc.property(text, (value) => {
        for (let copy = 0; copy < 3; copy++) {
          const name = safeFileName(value, taken, 'xlsx')
          expect(name.length).toBeLessThanOrEqual(120)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
          // eslint-disable-next-line no-control-regex -- control characters are what must not be there
          expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]|^[ .]|[ .]\.xlsx$/)
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i)
          writeFileSync(join(folder, name), '', { flag: 'wx' })
        }
      }),
      { numRuns: 300 },
    )
    expect(new Set(readdirSync(folder).map(fileNameKey)).size).toBe(taken.size)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
