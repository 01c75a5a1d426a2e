/** Any spelling of the same is the same; different codes never are. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentNumberKey, documentNumbers } from '../../../shared/identity/document-number.ts'
import { codeKey, isSameNamed, namedKey, nameKey } from '../../../shared/identity/names.ts'
import { isNear } from '../../../shared/identity/near-names.ts'
import { tableKey } from '../../../shared/identity/table.ts'
import { unitKeys } from '../../../shared/identity/unit.ts'
import { respelled } from './any-spelling.ts'

const names = [
  '松财社[2022]105号关于下达"群众文化"补助',
  '乡村道路养护(二期)',
  '人工耳蜗-听障儿童救助',
  '二〇二四年长者食堂',
  '西山村民政见习岗',
]
const codes = ['450001', '13018424P000019100021', '450001-2', 'A1', 'a1']

test.each([...names, ...codes])('%s has one key, however it is written', (text) => {
  fc.assert(
    fc.property(respelled(text), (other) => {
      expect(nameKey(other)).toBe(nameKey(text))
      expect(codeKey(other)).toBe(codeKey(text))
    }),
  )
})

test('different codes have different keys', () => {
  const code = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789ABCDabcd-/._')),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(code, code, (one, other) => {
      expect(codeKey(one) === codeKey(other)).toBe(one === other)
    }),
  )
})

test('different names have different keys', () => {
  const keys = new Set([...names, '乡村道路养护(三期)', '乡村道路养护二期'].map(nameKey))
  expect(keys.size).toBe(names.length + 2)
})

describe('code and name', () => {
  const named = (code: string, name: string) => ({ code, name })

  test('the code decides where both sides give one', () => {
    expect(isSameNamed(named('450001', '甲局'), named('４５０００１', '甲局（本级）'))).toBe(true)
    expect(isSameNamed(named('450001', '甲局'), named('450002', '甲局'))).toBe(false)
  })

  test('else the name, and two without a name are not the same', () => {
    expect(isSameNamed(named('450001', '甲局'), named('', '甲 局'))).toBe(true)
    expect(isSameNamed(named('', ''), named('', ''))).toBe(false)
    expect(isSameNamed(named('', ''), named('450001', ''))).toBe(false)
  })

  test('one key: the code, else the name', () => {
    expect(namedKey(named('450001', '甲局'))).toBe(namedKey(named(' 450001', '乙局')))
    expect(namedKey(named('', '甲局'))).toBe(namedKey(named('', '甲\u200B局')))
    expect(namedKey(named('甲局', ''))).not.toBe(namedKey(named('', '甲局')))
    expect(namedKey(named(' ', '　'))).toBe('')
  })
})

describe('units among others', () => {
  const given = [
    { code: '450001', name: '甲局' },
    { code: '450002', name: '乙校' },
    { code: '450003', name: '乙校' },
  ]
  const keyOf = unitKeys(given)

  test('a name alone is the unit whose code goes with it elsewhere', () => {
    expect(keyOf({ code: '', name: '甲 局' })).toBe(keyOf({ code: '450001', name: '甲局' }))
    expect(keyOf({ code: '', name: '丙站' })).toBe('name 丙站')
  })

  test('not where two codes have the name', () => {
    expect(keyOf({ code: '', name: '乙校' })).toBe('name 乙校')
    expect(keyOf({ code: '450002', name: '乙校' })).not.toBe(keyOf({ code: '450003', name: '乙校' }))
  })

  test('a table is its form, year and unit; without a year it is a table of its own', () => {
    const unit = { code: '450001', name: '甲局' }
    const key = (fiscalYear: string, name = '甲局') =>
      tableKey({ template: 'a', fiscalYear, unit: { ...unit, name } }, keyOf)
    expect(key('2024')).toBe(key('2024', '甲局（本级）'))
    expect(new Set([key('2024'), key('2025'), key('')]).size).toBe(3)
    expect(tableKey({ template: 'a', fiscalYear: '', unit }, keyOf)).not.toBe(
      tableKey({ template: 'b', fiscalYear: '', unit }, keyOf),
    )
  })
})

describe('numbers of documents', () => {
  test.each([
    '穗财社〔2023〕34号',
    '穗财社[2023]34号',
    '穗财社【2023】34号',
    '穗财社（2023）34号',
    '穗财社［２０２３］３４号',
    '穗财社〔2023〕第034号',
    '穗财社〔 2023 年〕34 号',
    '关于下达穗财社〔2023〕34号资金的通知',
    '根据穗财社﹝2023﹞34号',
  ])('%s', (text) => expect(documentNumberKey(text)).toBe('穗财社[2023]34'))

  test('another year, number or agency is another', () => {
    const keys = ['穗财社〔2024〕34号', '穗财社〔2023〕340号', '穗财教〔2023〕34号', '穗财社〔2023〕34号'].map(
      documentNumberKey,
    )
    expect(new Set(keys).size).toBe(4)
  })

  test('all of a text, as typed', () => {
    const text = '见松财社〔2022〕105号、云财教[2023] 7 号'
    expect(documentNumbers(text).map((one) => [one.text, one.year])).toEqual([
      ['松财社〔2022〕105号', '2022'],
      ['云财教[2023] 7 号', '2023'],
    ])
    expect(documentNumbers('2023年 34 号楼')).toEqual([])
  })
})

describe('near names', () => {
  test.each([
    ['重度残疾人居家护理补贴', '部门专项-重度残疾人居家护理补贴'],
    ['群众文化活动经费', '群众文化活动经费补助'],
    ['农村公路养护工程经费', '农村公路养护工程费'],
  ])('%s and %s', (one, other) => {
    expect(isNear(one, other)).toBe(true)
    expect(isNear(other, one)).toBe(true)
  })

  test.each([
    ['第1批补助资金', '第2批补助资金'],
    ['乡村道路养护（一期）', '乡村道路养护（二期）'],
    ['2024年公园养护经费', '2025年公园养护经费'],
    ['群众文化活动', '农村公路养护'],
    ['经费', '经费'],
  ])('%s and %s are not', (one, other) => expect(isNear(one, other)).toBe(false))
})
