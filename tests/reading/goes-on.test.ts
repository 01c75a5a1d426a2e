/**
 * Texts that once held the reader up: headings on two lines or repeated, lines of dots and blanks. In a thread of their own,
 * as files are read, so that one that never ends fails here; and each costs at most its own line.
 */
import { builtIn } from '../../shared/templates/built-in.ts'
import { afterAll, expect, test } from 'vitest'
import { createDocumentWorker } from '../../main/documents/worker/create-document-worker.ts'
import { docxFile } from '../support/office-files.ts'

const worker = createDocumentWorker(builtIn.all)
afterAll(() => worker.close())

async function read(name: string, bytes: Uint8Array) {
  const [file] = await worker.readFiles([{ name, bytes }])
  expect(file?.error?.code).not.toBe('F-TIME')
  return file
}
const readText = (rows: readonly string[][]) =>
  read('a.txt', new TextEncoder().encode(rows.map((cells) => cells.join('\t')).join('\n')))

const upper = ['一级指标', '二级指标']
const lower = ['三级指标', '指标值']
const row = ['产出指标', '数量指标', '渠道长度', '3公里']

test.each([
  ['in two lines', [['绩效目标'], upper, lower]],
  ['in two lines above a row', [['绩效目标'], upper, lower, ['渠道长度', '3公里']]],
  ['the second line first', [['绩效目标'], lower, upper, row]],
  ['twice', [['绩效目标'], [...upper, ...lower], [...upper, ...lower], row]],
  ['in turns', [['绩效目标'], upper, lower, upper, lower, upper, lower, row]],
  ['a hundred times', [['绩效目标'], ...Array.from({ length: 100 }, () => [upper, lower]).flat(), row]],
  ['with a value heading of its own line', [['绩效目标'], [...upper, '三级指标'], ['指标值', '分值'], row]],
  [
    'of a list, twice',
    [['项目名称', '资金总额', '年度目标', ...upper], ['项目名称', '资金总额', '年度目标', ...lower], row],
  ],
])('a heading %s', async (_, rows) => {
  const file = await readText(rows)
  expect(file?.error).toBeNull()
})

test('below a heading in two lines the next table is read', async () => {
  const form = (name: string) => [['项目支出绩效目标表'], ['项目名称', name], [...upper, ...lower], row]
  const file = await readText([...form('引水'), upper, lower, ...form('植树')])
  expect(file?.tables.map(({ record }) => record.project.name)).toEqual(['引水', '植树'])
  expect(file?.tables.map(({ record }) => record.indicators.length)).toEqual([1, 1])
})

const pieces = [
  '…',
  '.',
  '·',
  '………(',
  '1.',
  '2024年',
  '()',
  '（',
  '指标1：',
  '目标1',
  ' ',
  '\u3000',
  '-',
  '—',
  '1 ',
  '第1页',
  '单位：',
  '；',
  '、',
  '，',
  '0',
  '9,999',
  '：',
  '<p',
  '&nbsp;',
  '产出指标',
]

const cell = (text: string) =>
  `<w:tc><w:p><w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p></w:tc>`

test.each(pieces)(
  '%s, eighty and thirty thousand times, in a title, a line, a label, a value, a goal and a name',
  async (piece) => {
    for (const times of [80, 30_000]) {
      const odd = `表${piece.repeat(times)}x`
      const rows = [
        ['项目名称', '引水', odd, '20'],
        ['年度目标', odd],
        [...upper, ...lower],
        ['产出指标', '数量指标', odd, odd],
        ['效益指标', '社会效益指标', '受益人数', '900人'],
        [odd],
        ['填表人', odd],
      ]
      const table = `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
      const file = await read('a.docx', docxFile(`<w:p><w:r><w:t>项目支出绩效目标表</w:t></w:r></w:p>${table}`))
      expect(file?.tables.map(({ record }) => record.project.name)).toEqual(['引水'])
      expect(file?.tables[0]?.record.indicators.map(({ name }) => name)).toContain('受益人数')
      const text = await readText([['项目支出绩效目标表', odd], [odd], ...rows])
      expect(text?.error).toBeNull()
    }
  },
)
