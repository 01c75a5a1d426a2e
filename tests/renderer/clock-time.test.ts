import { expect, test } from 'vitest'
import { exactTime, timeAgo } from '../../renderer/ui/clock-time.ts'

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
