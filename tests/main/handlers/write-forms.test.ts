/** Which files an export makes, and when their records are read: of a hundred thousand only those whose turn it is. */
import { builtIn } from '../../../shared/templates/built-in.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBrowserPrinter } from '../../../main/documents/pdf/pdf.ts'
import { openDocuments } from '../../../main/handlers/documents.ts'
import { planForms, writePlanned } from '../../../main/handlers/export/write-forms.ts'
import { emptyRecord } from '../../../shared/model/project.ts'
import { inventedRecord } from '../../support/invented-records.ts'

const options = { format: 'xlsx', single: false, templates: builtIn, createdAt: '2024-05-01T00:00:00.000Z' } as const
const template = 'hebei-xinle-2024'
const entries = (count: number) => Array.from({ length: count }, () => ({ template, record: emptyRecord() }))

test('a volume nobody could open, and more files than a folder should get, are refused with another way', () => {
  expect(() => planForms({ entries: entries(10_001) }, { ...options, single: true })).toThrow(
    '10001 张表放进一个文件太大，打不开：一个文件最多 10000 张表。请改选“每张表一个文件”，或分几次导出。',
  )
  expect(() => planForms({ entries: entries(10_001) }, { ...options, format: 'json', single: true })).toThrow('个项目')
  expect(() => planForms({ entries: entries(50_001) }, options)).toThrow('一次最多导出 50000 个文件')
  expect(planForms({ entries: entries(10_000) }, { ...options, single: true }).files).toHaveLength(1)
})

test('records are read file by file; what cannot be read is told, and a file of nothing is not made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-plan-'))
  const documents = openDocuments(openBrowserPrinter, builtIn)
  onTestFinished(async () => {
    await documents.close()
    rmSync(folder, { recursive: true })
  })
  const heads = [1, 2, 3].map((number) => ({
    template,
    record: { ...emptyRecord(), project: inventedRecord(number).project },
  }))
  const loaded: number[][] = []
  const load = (sources: readonly number[]) => {
    loaded.push([...sources])
    const problems = sources.includes(1) ? [{ project: '二', message: '读不出来。' }] : []
    return { records: sources.filter((source) => source !== 1).map((source) => inventedRecord(source + 1)), problems }
  }
  const { files, problems } = planForms(
    { entries: [{ template: null, record: emptyRecord() }, ...heads].slice(1), load },
    options,
  )
  expect(loaded).toEqual([])
  const job = { signal: new AbortController().signal, progress: () => {} }
  const { written } = await writePlanned(documents, files, folder, job)
  expect(loaded).toEqual([[0], [1], [2]])
  expect(written.map(({ project }) => project)).toEqual([heads[0], heads[2]].map((head) => head?.record.project.name))
  expect(problems).toEqual([{ project: '二', message: '读不出来。' }])
})

test('places are those of all entries, also behind one of an unknown form', async () => {
  const asked: number[][] = []
  const load = (sources: readonly number[]) => {
    asked.push([...sources])
    return { records: [inventedRecord(1)], problems: [] }
  }
  const { files } = planForms({ entries: [{ template: null, record: emptyRecord() }, ...entries(2)], load }, options)
  const job = { signal: new AbortController().signal, progress: () => {} }
  for (const file of files) await file.make(job, async () => new Uint8Array())
  expect(asked).toEqual([[1], [2]])
})
