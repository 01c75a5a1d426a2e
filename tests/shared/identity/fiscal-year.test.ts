/** 所属年度: what is said decides, what is only mentioned is suggested. */
import { describe, expect, test } from 'vitest'
import { fiscalYearOf, followPrintedYear, suggestYears } from '../../../shared/identity/fiscal-year.ts'
import { emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

describe('a table that comes in', () => {
  test.each([
    [{ printed: '' }, '', false],
    [{ printed: '', asked: '2025' }, '2025', false],
    [{ printed: '2024' }, '2024', false],
    [{ printed: '２０２４', asked: '2024' }, '2024', false],
    [{ printed: '2024', asked: '2025' }, '2024', true],
    [{ file: '2023', printed: '2024', asked: '2023' }, '2023', false],
    [{ file: '2023', printed: '', asked: '2025' }, '2023', true],
    [{ file: '', printed: '二四年', asked: '2025' }, '2025', false],
    [{ printed: '', asked: 'abcd' }, '', false],
  ])('%j → %s', (sources, fiscalYear, isContradicted) => {
    expect(fiscalYearOf(sources)).toEqual({ fiscalYear, isContradicted })
  })
})

test('an edited printed year takes the fiscal year along while the two were equal', () => {
  const printed = (year: string): ProjectRecord => ({ ...emptyRecord(), year })
  expect(followPrintedYear('2024', printed('2024'), printed('2025'))).toBe('2025')
  expect(followPrintedYear('2023', printed('2024'), printed('2025'))).toBe('2023')
  expect(followPrintedYear('', printed(''), printed('2025'))).toBe('2025')
  expect(followPrintedYear('2024', printed('2024'), printed('2024年'))).toBe('2024')
  expect(followPrintedYear('2024', printed(''), printed(''))).toBe('2024')
})

test('years that are only mentioned, the likeliest first', () => {
  const record = { ...emptyRecord(), purpose: '按松财社〔2022〕105号，2023年续建' }
  record.project.name = '２０２４年乡村道路养护'
  expect(suggestYears(record, '甲局 2025申报.xlsx')).toEqual([
    { year: '2024', from: 'name' },
    { year: '2023', from: 'text' },
    { year: '2025', from: 'file' },
    { year: '2022', from: 'document' },
  ])
  record.project.name = '13018424P000019100021 2019号路'
  expect(suggestYears({ ...record, purpose: '' }, '20240131.xlsx')).toEqual([])
})
