import { expect, test } from 'vitest'
import { nextArea } from '../../../renderer/shell/areas.ts'

const names = ['rail', 'bar', 'sheet', 'panel', 'status']
const walk = (from: string, by: 1 | -1) => names[nextArea(names, names.indexOf(from), by, 'sheet')]

test.each([
  ['sheet', 1, 'panel'],
  ['panel', 1, 'status'],
  ['status', 1, 'rail'],
  ['sheet', -1, 'bar'],
  ['rail', -1, 'status'],
  ['elsewhere', 1, 'sheet'],
  ['elsewhere', -1, 'sheet'],
] as const)('from %s by %i: %s', (from, by, to) => {
  expect(walk(from, by)).toBe(to)
})
