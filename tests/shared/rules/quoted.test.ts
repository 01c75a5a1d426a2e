import { expect, test } from 'vitest'
import { quoted } from '../../../shared/rules/quoted.ts'

test.each([
  ['', '“”'],
  ['成本指标', '“成本指标”'],
  ['字'.repeat(30), `“${'字'.repeat(30)}”`],
  ['字'.repeat(31), `“${'字'.repeat(30)}…”`],
  ['𠮷'.repeat(31), `“${'𠮷'.repeat(30)}…”`],
])('%s', (text, shown) => {
  expect(quoted(text)).toBe(shown)
})
