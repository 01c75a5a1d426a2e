/** Several PDFs in one export: one printer for all, closed at the end; one that fails does not stop the others. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PdfError } from '../../../main/documents/pdf/pdf.ts'
import type { OpenPdfPrinter } from '../../../main/documents/pdf/pdf.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'

const hebei = 'hebei-xinle-2024'
const names = ['一号泵站', '二号泵站', '三号泵站']

/** A printer of the test that tells what happens to it; `print` gets the HTML. */
function openWith(print: (html: string) => Promise<void>) {
  const told: string[] = []
  const pdf: OpenPdfPrinter = () => {
    told.push('open')
    return {
      async print(html) {
        const text = typeof html === 'string' ? html : new TextDecoder().decode(html)
        told.push(`print ${names.find((name) => text.includes(name))}`)
        await print(text)
        return new TextEncoder().encode('%PDF-')
      },
      close: async () => void told.push('close'),
    }
  }
  const opened = openTestWorkspace({ pdf })
  const added = names.map((name) => {
    const record = inventedRecord(1)
    const named = { ...record, project: { ...record.project, name } }
    return { template: hebei, record: named, findings: { error: 0, warning: 0, hint: 0 } }
  })
  const outcome = opened.workspace.store.projects.save({
    changes: [],
    added,
    removed: [],
    origin: originOfWord('导入'),
  })
  const ids = outcome.added.map(({ id }) => id)
  const run = () => opened.call('export.run', { ids, format: 'pdf', single: false, job: 'pdf' })
  const files = () => readdirSync(opened.answers.exportTo ?? '')
  return { ...opened, run, files, told }
}

const failing = (name: string) => async (html: string) => {
  if (html.includes(name)) throw new PdfError('pdf-failed', '浏览器没有生成 PDF。')
}

test('one printer for all of them, closed when they are done', async () => {
  const { run, files, told } = openWith(async () => {})
  expect(await run()).toMatchObject({ ok: true, value: { problems: [] } })
  expect(told).toEqual(['open', ...names.map((name) => `print ${name}`), 'close'])
  expect(files()).toHaveLength(3)
})

test('one that fails is named; the others are there', async () => {
  const { run, files, told } = openWith(failing('二号泵站'))
  expect(await run()).toMatchObject({
    ok: true,
    value: {
      written: [{ project: '一号泵站' }, { project: '三号泵站' }],
      problems: [{ project: '二号泵站', message: '浏览器没有生成 PDF。' }],
    },
  })
  expect(files()).toHaveLength(2)
  expect(told.at(-1)).toBe('close')
})

test('when none can be made, the reason is told', async () => {
  const { run, files, told } = openWith(failing(''))
  expect(await run()).toEqual({ ok: false, error: { code: 'pdf-failed', message: '浏览器没有生成 PDF。' } })
  expect(files()).toEqual([])
  expect(told.at(-1)).toBe('close')
})

test('no browser at all: told at once, not once for each', async () => {
  const { run, told } = openWith(async () => {
    throw new PdfError('pdf-no-browser', '没有找到浏览器。')
  })
  expect(await run()).toMatchObject({ ok: false, error: { code: 'pdf-no-browser' } })
  expect(told).toEqual(['open', 'print 一号泵站', 'close'])
})

test('cancelled between two: nothing stays, the printer is closed', async () => {
  const { workspace, run, files, told } = openWith(async (html) => {
    if (html.includes('二号泵站')) await workspace.dispatch('job.cancel', { job: 'pdf' })
  })
  expect(await run()).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(files()).toEqual([])
  expect(told).toEqual(['open', 'print 一号泵站', 'print 二号泵站', 'close'])
})
