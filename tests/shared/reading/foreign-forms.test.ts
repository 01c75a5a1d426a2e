/**
 * Forms of other provinces, years and kinds, drawn as text with invented content, and what must be read from each: above
 * the line of `=` the form, below it the records. Each is read with its merges and again without them (as plain text).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { drawGrid } from '../../support/draw-grid.ts'
import { drawTables } from '../../support/draw-record.ts'
import { withoutSpans } from '../../support/layout-grid.ts'

const folder = join(import.meta.dirname, '../../fixtures/foreign-forms')
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))

test('there are forms', () => expect(files.length).toBeGreaterThan(20))

describe.each(files)('%s', (name) => {
  const [drawing = '', expected = ''] = readFileSync(join(folder, name), 'utf8').split(/^=+$/mu)

  test('with merged cells', () => {
    expect(drawTables(readGrid(drawGrid(drawing), builtIn.all)).trim()).toBe(expected.trim())
  })

  test('as plain text', () => {
    expect(drawTables(readGrid(withoutSpans(drawGrid(drawing)), builtIn.all)).trim()).toBe(expected.trim())
  })
})
