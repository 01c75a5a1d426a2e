import { expect, test } from 'vitest'
import { exactTime, momentWords, timeAgo } from '../../renderer/ui/clock-time.ts'

const now = new Date(2026, 2, 2, 0, 5)
const at = (...[month, day, hour]: [number, number, number]) => new Date(2026, month, day, hour, 7).toISOString()

test.each([
  [at(2, 2, 0), '今天 00:07'],
  [at(2, 1, 23), '昨天 23:07'],
  [at(1, 28, 23), '2 天前'],
  [at(0, 31, 9), '30 天前'],
])('%s is %s', (iso, text) => {
  expect(timeAgo(iso, now)).toBe(text)
})

test('versions of one minute are told apart', () => {
  expect(exactTime(new Date(2026, 2, 2, 9, 5, 7).toISOString())).toBe('2026-03-02 09:05:07')
})

test.each([
  [new Date(2026, 2, 2, 0, 1), '今天 00:01'],
  [new Date(2026, 2, 1, 23, 59), '昨天 23:59'],
  [new Date(2026, 1, 25, 9, 5), '周三 2月25日 09:05'],
  [new Date(2026, 0, 3, 9, 5), '1月3日 09:05'],
  [new Date(2025, 10, 8, 16, 30), '2025年11月8日 16:30'],
  [new Date(2026, 2, 5, 9, 5), '3月5日 09:05'],
])('the moment %s is %s', (time, text) => {
  expect(momentWords(time.toISOString(), now)).toBe(text)
})
