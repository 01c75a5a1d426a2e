/** The real threads on real files: limits end one file, not the others; cancel ends the work; writing gives the same file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readDocument } from '../../../../main/documents/read.ts'
import { createDocumentWorker } from '../../../../main/documents/worker/create-document-worker.ts'
import type { DocumentWorker } from '../../../../main/documents/worker/create-document-worker.ts'
import { readGrid } from '../../../../shared/reading/read-grid.ts'
import { builtIn } from '../../../../shared/templates/built-in.ts'
import { emptyRecord } from '../../../../shared/model/project.ts'
import { korlaLayouts } from '../../../support/invented-layouts.ts'
import { inventedRecord } from '../../../support/invented-records.ts'
import { xlsxFile } from '../../../support/office-files.ts'

const workers: DocumentWorker[] = []
function start(options?: Parameters<typeof createDocumentWorker>[1]): DocumentWorker {
  const worker = createDocumentWorker(builtIn.all, options)
  workers.push(worker)
  return worker
}
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()))
})

const json = (name: string, year = '2024') => ({
  name,
  bytes: Buffer.from(JSON.stringify({ template: 'xinjiang-korla-2023', record: { ...emptyRecord(), year } })),
})
/** Seconds of work: millions of cells without text. */
const slow = {
  name: '慢.xlsx',
  bytes: xlsxFile({ sheets: [{ xml: `<sheetData><row>${'<c r="A1"/>'.repeat(3_900_000)}</row></sheetData>` }] }),
}
/** Tens of megabytes of cells once it is read. */
const big = {
  name: '大.xlsx',
  bytes: xlsxFile({
    sheets: [{ xml: `<sheetData>${'<row><c t="str"><v>医保</v></c></row>'.repeat(240_000)}</sheetData>` }],
  }),
}

test('files are read in order, a refused one among them; by path and by bytes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-'))
  try {
    const path = join(folder, '二.json')
    await writeFile(path, json('').bytes)
    const progress: string[] = []
    const inputs = [
      json('一.json'),
      { name: '二.json', path },
      { name: '空.txt', bytes: new Uint8Array() },
      json('四.json'),
    ]
    const files = await start().readFiles(inputs, { onProgress: (...step) => progress.push(step.join(' ')) })
    expect(files.map(({ file, error, tables }) => [file, error?.code ?? tables[0]?.record.year])).toEqual([
      ['一.json', '2024'],
      ['二.json', '2024'],
      ['空.txt', 'F-EMPTY'],
      ['四.json', '2024'],
    ])
    expect(progress).toEqual(['0 4 一.json', '1 4 二.json', '2 4 空.txt', '3 4 四.json', '4 4 '])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a file that takes too long is ended, the next is read', async () => {
  const files = await start({ readTimeMs: 1500 }).readFiles([slow, json('后.json')])
  expect(files.map(({ error }) => error)).toEqual([
    { code: 'F-TIME', message: expect.stringMatching(/^“慢.xlsx”读取超过 2 秒/) },
    null,
  ])
})

test('a file that needs too much memory is ended, the next is read', async () => {
  const files = await start({ readMemoryMb: 24 }).readFiles([big, json('后.json')])
  expect(files.map(({ error }) => error?.code ?? null)).toEqual(['F-MEMORY', null])
})

test('cancelling ends the reading at once; the worker goes on working', async () => {
  const worker = start()
  const controller = new AbortController()
  const reading = worker.readFiles([slow, json('后.json')], {
    signal: controller.signal,
    onProgress: () => setTimeout(() => controller.abort(), 400),
  })
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  expect(await worker.readFiles([json('新.json')])).toMatchObject([{ error: null }])
})

/** Records of a form: they become tables in the thread. */
const forms = (count: number) => {
  const template = builtIn.find('xinjiang-korla-2023')
  if (!template) throw new Error('the form is missing')
  return Array.from({ length: count }, (_, number) => ({ template, records: [inventedRecord(number)] }))
}

test.each(['xlsx', 'docx', 'html'] as const)(
  'writing .%s in the thread: progress, and a file that reads back',
  async (format) => {
    const progress: number[] = []
    const bytes = await start().write(format, [...forms(24), ...korlaLayouts(1)], {
      title: '云溪县',
      contents: false,
      createdAt: '2024-01-01T00:00:00Z',
      onProgress: (done) => progress.push(done),
    })
    expect(progress.at(-1)).toBe(25)
    expect(
      readDocument(`a.${format}`, bytes)
        .grids.flatMap((grid) => readGrid(grid, builtIn.all))
        .map(({ record }) => record.project.name),
    ).toEqual([...forms(24), ...forms(1)].map(({ records }) => records[0]?.project.name))
  },
)

test.each(['xlsx', 'docx', 'html'] as const)('cancelling ends the writing of .%s', async (format) => {
  const controller = new AbortController()
  const writing = start().write(format, forms(2000), {
    title: '云溪县',
    contents: false,
    createdAt: '2024-01-01T00:00:00Z',
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
})
