import { expect, test } from 'vitest'
import { readDocument } from '../../../../main/documents/read.ts'

const read = (value: unknown) =>
  readDocument('a.json', new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))
const one = { template: 'hebei-xinle-2024', record: { year: '2024' } }

test('one record, a list, and the output of read --json', () => {
  expect(read(one)).toEqual({ kind: 'json', grids: [], records: [{ ...one, beside: {} }] })
  expect(read([one, { record: {} }]).records).toEqual([
    { ...one, beside: {} },
    { template: null, record: {}, beside: {} },
  ])
  const files = [
    { file: 'a.xlsx', error: null, tables: [{ ...one, kind: 'target', problems: [] }] },
    { file: 'b', tables: [] },
  ]
  expect(read({ files }).records).toEqual([{ ...one, beside: {} }])
  const beside = { fiscalYear: '2025', stage: '一上', id: 'a', notes: [] }
  expect(read({ ...one, ...beside }).records).toEqual([{ ...one, beside }])
})

test.each([
  ['{"template":', '不是完整的 .json'],
  ['5', '不是绩表的 .json'],
  ['{"a":1}', '不是绩表的 .json'],
  ['[{"record":[]}]', '不是绩表的 .json'],
  ['[]', '没有任何文字'],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, '嵌套太深'],
  [`{"record":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`, '嵌套太深'],
])('%.20s is refused', (text, message) => expect(() => read(text)).toThrow(new RegExp(`^“a.json”.*${message}`)))

test('__proto__ is only a key', () => {
  const { records } = read('{"record":{"__proto__":{"polluted":"x"}}}')
  expect(Object.hasOwn(records?.[0]?.record as object, '__proto__')).toBe(true)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})
