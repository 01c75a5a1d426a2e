/** Forms of other provinces and sister tables, in every format: each field of the record read against one written by hand. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../main/documents/read.ts'
import { readGrid } from '../../shared/reading/read-grid.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { allFormats } from '../fixtures/elsewhere/fixture.ts'
import { fixtures } from '../fixtures/elsewhere/index.ts'
import { declaredBytes } from '../support/declared-file.ts'
import { tableDifferences } from '../support/expected-record.ts'

describe.each(fixtures)('$name', ({ name, file, expected, formats = allFormats }) => {
  test.each(formats)('%s', async (format) => {
    const { grids } = readDocument(`${name}.${format}`, await declaredBytes(file, format))
    const tables = grids.flatMap((grid) => readGrid(grid, builtIn.all))
    expect(tableDifferences(tables, expected)).toEqual([])
  })
})
