import { expect, test } from 'vitest'
import { lastDay } from '../../../shared/values/dates.ts'
import { parseChineseNumber } from '../../../shared/values/chinese-number.ts'
import { operatorDirection } from '../../../shared/values/operators.ts'
import { comparableUnit, parseUnit, unitKind, unitParts } from '../../../shared/values/units.ts'

test.each([
  ['%', 'percent'],
  ['个百分点', 'percent'],
  ['元/人/月', 'money'],
  ['工作日', 'time'],
  ['人/年', 'count'],
  ['个行政村', 'count'],
  ['方', 'measure'],
  ['户籍', 'unknown'],
  ['', 'none'],
])('unit %s counts %s', (unit, kind) => expect(unitKind(unit)).toBe(kind))

test.each([
  ['百分比', '%'],
  ['元每人每年', '元/人/年'],
  ['元/每人', '元/人'],
  ['标箱', '标箱'],
  ['', ''],
  ['次性发放', null],
  ['天开放', null],
  ['以上', null],
  ['人/', null],
])('unit text %s', (text, unit) => expect(parseUnit(text)).toBe(unit))

test('units in other words compare equal', () => {
  expect(comparableUnit('元/方')).toBe(comparableUnit('元/m³'))
  expect(comparableUnit('千瓦时')).toBe(comparableUnit('度'))
  expect(comparableUnit('元/人')).not.toBe(comparableUnit('元/户'))
  expect(unitParts('元/人/年')).toEqual(['元', '人', '年'])
})

test('directions', () => {
  expect((['≥', '>', '≤', '<', '=', '≈'] as const).map(operatorDirection)).toEqual(['forward', 'forward', 'reverse', 'reverse', 'neutral', 'neutral']) // prettier-ignore
})

test.each([
  [{ year: 2024, month: 12, day: 31 }, 20241231],
  [{ year: 2024, month: 2, day: null }, 20240229],
  [{ year: 2023, month: 2, day: null }, 20230228],
  [{ year: 2024, month: null, day: null }, 20241231],
  [{ year: null, month: 6, day: null }, null],
])('last day of %j', (date, day) => expect(lastDay(date)).toBe(day))

test.each([
  ['十', '10'],
  ['十五', '15'],
  ['九十五', '95'],
  ['一百零三', '103'],
  ['两百', '200'],
  ['三千零二十', '3020'],
  ['95.5', '95.5'],
  ['', null],
  ['百分', null],
  ['十五五', null],
])('Chinese number %s', (text, number) => expect(parseChineseNumber(text)).toBe(number))
