/**
 * Every example and every sample publication: record → file → record with every cell equal, in every format that can be
 * read. The samples lie beside the project, not in it; without them that part says so.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeDocx } from '../main/documents/docx/write.ts'
import { readDocument } from '../main/documents/read.ts'
import { writeXlsx } from '../main/documents/xlsx/write.ts'
import { build } from '../shared/layout/build.ts'
import type { Layout } from '../shared/layout/layout.ts'
import { readGrid } from '../shared/reading/read-grid.ts'
import { groupTables } from '../shared/layout/tables.ts'
import type { FormTable } from '../shared/layout/tables.ts'
import type { FormRecord, ProjectRecord } from '../shared/model/project.ts'
import { renderHtml } from '../shared/print/html.ts'
import { builtIn } from '../shared/templates/built-in.ts'
import { readIndicatorCell } from '../shared/values/packed/indicator-list-cell.ts'
import { formExamples } from './forms/form-examples.ts'

const examplesFolder = join(import.meta.dirname, '../main/resources/examples')
const samplesFolder = join(import.meta.dirname, '../../shared/samples')
const createdAt = '2026-01-02T03:04:05Z'

function read(name: string, bytes: Uint8Array): FormRecord[] {
  return readDocument(name, bytes).grids.flatMap((grid) =>
    readGrid(grid, builtIn.all).map(({ template, record }) => ({ template, record })),
  )
}

type Write = (layouts: Layout[]) => Promise<Uint8Array>
const writers: Record<string, Write> = {
  xlsx: (layouts) => writeXlsx(layouts, { title: '往返', contents: layouts.length > 1, createdAt }),
  docx: (layouts) => writeDocx(layouts, { title: '往返', contents: layouts.length > 1, createdAt }),
  html: (layouts) =>
    Promise.resolve(
      new TextEncoder().encode(renderHtml(layouts, { title: '往返', cover: false, contents: layouts.length > 1 })),
    ),
}

/** The order in which tables print their records: what a reader can give back. */
const printed = (tables: readonly FormTable[]): FormRecord[] =>
  tables.flatMap(({ template, records }) => records.map((record) => ({ template: template.id, record })))

async function expectRoundTrip(entries: readonly FormRecord[], format: string): Promise<void> {
  const write = writers[format]
  if (!write) throw new Error(format)
  const tables = groupTables(entries, builtIn.find)
  const expected = printed(tables)
  const layouts = tables.map(({ template, records }) => build(template, records))
  // all tables in one file
  expect(read(`volume.${format}`, await write(layouts))).toEqual(expected)
  // one file a table
  const singles = await Promise.all(layouts.map((layout) => write([layout])))
  expect(singles.flatMap((bytes) => read(`single.${format}`, bytes))).toEqual(expected)
}

describe.each(Object.keys(writers))('record → %s → record', (format) => {
  const files = readdirSync(examplesFolder)

  test('there are 25 examples', () => {
    const count = files.flatMap(
      (file) => JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')) as FormRecord[],
    ).length
    expect(count).toBe(25)
  })

  test.each(files)('%s', async (file) => {
    await expectRoundTrip(JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')) as FormRecord[], format)
  })

  test.each(Object.keys(formExamples))('the golden example of %s', async (template) => {
    const entries = (formExamples[template] ?? []).map((record: ProjectRecord) => ({ template, record }))
    await expectRoundTrip(entries, format)
  })
})

describe('a packed indicator cell filled in freely', () => {
  const texts = [
    '随便写的',
    '1、数量指标：维修3次；2、质量指标：合格率100%；其他说明文字',
    '产出指标：\n维修（含更换；不含新建）。效益指标',
    '说明。1、1-产出指标；11-数量指标；户数；实施周期指标值:4户；年度指标值:4户。另有说明',
  ]
  test.each(Object.keys(writers))('record → %s → record', async (format) => {
    const [template] = builtIn.all.filter(({ id }) => id === 'guangzhou-panyu-2024')
    if (!template) throw new Error('no such form')
    const blank = formExamples[template.id]?.[0]
    if (!blank) throw new Error('no example')
    const entries = texts.map((text, index) => ({
      template: template.id,
      record: {
        ...blank,
        project: { ...blank.project, name: `项目${index + 1}` },
        indicators: readIndicatorCell(text, template.vocabulary.levels).indicators,
      },
    }))
    expect(entries.map(({ record }) => record.indicators.length)).toEqual([1, 3, 2, 2])
    await expectRoundTrip(entries, format)
  })
})

describe('the sample publications', () => {
  const counts: Record<string, number> = { 'hebei-xinle-2024': 3, 'guangzhou-panyu-2024': 6, 'xinjiang-korla-2023': 3 }
  const isThere = existsSync(samplesFolder)
  if (!isThere) console.log('SKIPPED: the sample publications are not beside the project')

  test.skipIf(!isThere).each(Object.keys(counts))('%s as text, and again through every format', async (id) => {
    const file = `${id}.txt`
    const entries = read(file, readFileSync(join(samplesFolder, file)))
    expect(entries.map((entry) => entry.template)).toEqual(Array(counts[id]).fill(id))
    for (const format of Object.keys(writers)) await expectRoundTrip(entries, format)
  })
})
