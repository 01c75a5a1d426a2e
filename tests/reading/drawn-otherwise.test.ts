/** The forms of elsewhere drawn otherwise read the same; two forms on one sheet read as both. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../main/documents/read.ts'
import { readGrid } from '../../shared/reading/read-grid.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { allFormats } from '../fixtures/elsewhere/fixture.ts'
import { fixtures } from '../fixtures/elsewhere/index.ts'
import { declaredBytes } from '../support/declared-file.ts'
import type { DeclaredFile } from '../support/declared-table.ts'
import { tableDifferences } from '../support/expected-record.ts'
import { redrawFile, redraws } from '../support/redrawn-table.ts'

async function read(file: DeclaredFile) {
  const { grids } = readDocument('另画.xlsx', await declaredBytes(file, 'xlsx'))
  return grids.flatMap((grid) => readGrid(grid, builtIn.all))
}

const forms = fixtures.filter(({ formats = allFormats }) => formats.includes('xlsx'))

describe.each(Object.entries(redraws))('%s', (_, redraw) => {
  // where merges are gone, only what a text file still tells can be read
  const readable =
    redraw === redraws['merged cells torn apart'] ? forms.filter(({ formats }) => formats === undefined) : forms
  test.each(readable)('$name', async ({ file, expected }) => {
    expect(tableDifferences(await read(redrawFile(file, redraw)), expected)).toEqual([])
  })
})

describe('two forms on one sheet', () => {
  const single = forms.filter(({ file }) => file.sheets.length === 1)
  const pairs = single.map((form, index) => ({ form, next: single[(index + 1) % single.length]! })) // wraps around
  test.each(pairs)('$form.name, $next.name', async ({ form, next }) => {
    const parts = [...form.file.sheets[0]!.parts, '', ...next.file.sheets[0]!.parts] // each has one sheet
    const tables = await read({ sheets: [{ name: 'Sheet1', parts }] })
    expect(tableDifferences(tables, [...form.expected, ...next.expected])).toEqual([])
  })
})
