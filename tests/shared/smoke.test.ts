import { expect, test } from 'vitest'
import { columnName } from '../../shared/layout/grid.ts'
test('column names', () => expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']))
