import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../../../shared/model/project.ts'
import { followIndicator } from '../../../../renderer/editor/table/follow-indicator.ts'
import { indicator } from '../open-view.ts'

/** One letter an indicator. */
const rows = (letters: string): Indicator[] => letters.split('').map((name) => indicator('产出指标', '数量指标', name))

describe('an indicator is found again in the changed record', () => {
  test.each([
    ['nothing changed', 'abc', 'abc', 1, 1],
    ['a row came before it', 'abc', 'xabc', 1, 2],
    ['a row came after it', 'abc', 'abcx', 1, 1],
    ['the row before it went', 'abc', 'bc', 1, 0],
    ['it changed itself', 'abc', 'axc', 1, 1],
    ['it changed and a row came before', 'abc', 'axbc', 2, 3],
    ['it moved to the end', 'abcd', 'bcda', 0, 3],
    ['of equal rows the nearest', 'abab', 'xxababyy', 3, 3],
    ['it went', 'abc', 'ac', 1, null],
    ['a blank row past the end stays past the end', 'ab', 'xab', 2, 3],
  ] as const)('%s: %s → %s', (_, before, after, index, found) => {
    expect(followIndicator(rows(before), rows(after), index)).toBe(found)
  })
})
