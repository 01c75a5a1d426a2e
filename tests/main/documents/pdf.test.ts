/** Printing with the real browser of this machine; skipped, with a word, where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findBrowser } from '../../../main/documents/pdf/find-browser.ts'
import { openBrowserPrinter } from '../../../main/documents/pdf/pdf.ts'
import type { PdfPrinter } from '../../../main/documents/pdf/pdf.ts'
import { renderHtml, renderSheets } from '../../../shared/print/html.ts'
import { formLayouts } from '../../support/invented-layouts.ts'

const browser = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
const hasPdfinfo = spawnSync('pdfinfo', ['-v']).status === 0
if (browser.path === null) console.log(`skipped: ${browser.message}`)
if (!hasPdfinfo) console.log('skipped: page sizes of the PDF; pdfinfo (poppler-utils) is not installed')

/** A busy machine starts a browser slowly. */
const patient = { timeout: 30_000 }
const options = { title: '云溪县“绩效”目标表', cover: true, contents: true }

let folder = ''
let printer: PdfPrinter
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jibiao-test-'))
  vi.stubEnv('TMPDIR', folder)
  printer = openBrowserPrinter()
})
afterEach(async () => {
  await printer.close()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

describe.skipIf(browser.path === null)('with a browser', () => {
  test.skipIf(!hasPdfinfo)('one sheet of A4 for each page, portrait and landscape as the forms say', async () => {
    const pdf = await printer.print(renderHtml(formLayouts(), options), {})
    const file = join(folder, 'volume.pdf')
    await writeFile(file, pdf)
    const said = spawnSync('pdfinfo', ['-l', '1000', file], { encoding: 'utf8' }).stdout
    expect(/^Title: +(.*)$/m.exec(said)?.[1]).toBe(options.title)
    const printed = [...said.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+) pts \(A4\)$/gm)].map(([, width, height]) =>
      Number(width) < Number(height) ? 'portrait' : 'landscape',
    )
    expect(printed).toEqual(renderSheets(formLayouts(), options).map((sheet) => sheet.orientation))
    expect(new Set(printed).size).toBe(2)
  })

  test('one browser for one document after the other; closed, nothing stays behind', async () => {
    const pages = ['甲', new TextEncoder().encode('<!DOCTYPE html><meta charset="utf-8"><title>乙</title><p>乙'), '丙']
    const used = new Set<string>()
    for (const html of pages) {
      const pdf = await printer.print(html, {})
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
      for (const name of await readdir(folder)) used.add(name)
    }
    expect(used.size).toBe(1)
    await printer.close()
    expect(await readdir(folder)).toEqual([])
  })

  test('cancelling ends the browser and leaves nothing', async () => {
    const abort = new AbortController()
    const printing = printer.print(renderHtml(formLayouts(), options), { signal: abort.signal })
    const outcome = expect(printing).rejects.toMatchObject({ code: 'cancelled', message: '已取消生成 PDF。' })
    await vi.waitFor(async () => expect(await profiles()).not.toEqual([]), patient)
    abort.abort()
    await outcome
    expect(await readdir(folder)).toEqual([])
    await expect(printer.print('甲', { signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled' })
  })

  test.skipIf(process.platform !== 'linux')(
    'a browser that dies fails one document; the next has another',
    async () => {
      await printer.print('甲', {})
      const long = `<!DOCTYPE html>${'<p>乙</p>'.repeat(400_000)}`
      const printing = printer.print(long, {})
      const outcome = expect(printing).rejects.toMatchObject({
        code: 'pdf-failed',
        message: expect.stringContaining('浏览器没有生成 PDF'),
      })
      await vi.waitFor(async () => expect(await pagesWritten()).toContain(long.length), patient)
      for (const id of await browserProcesses()) process.kill(id, 'SIGKILL')
      await outcome
      const pdf = await printer.print('丙', {})
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
    },
  )
})

/** Profile folders of running browsers. */
async function profiles(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => name.endsWith('profile'))
}

/** Lengths of the documents given to the browser. */
async function pagesWritten(): Promise<number[]> {
  const names = await readdir(folder, { recursive: true })
  const pages = names.filter((name) => name.endsWith('page.html'))
  return pages.map((name) => readFileSync(join(folder, name), 'utf8').length)
}

/** The browsers whose profile lies in the folder of this test. */
async function browserProcesses(): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return ids
    .filter((id) => readIfThere(`/proc/${id}/cmdline`).includes(`--user-data-dir=${folder}`))
    .filter((id) => !readIfThere(`/proc/${id}/cmdline`).includes('--type='))
    .map(Number)
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the process has ended meanwhile
  }
}

test('no browser where CHROME_PATH says: a message for the person', async () => {
  vi.stubEnv('CHROME_PATH', join(folder, 'nothing'))
  await expect(printer.print('甲', {})).rejects.toMatchObject({
    code: 'pdf-no-browser',
    message: expect.stringContaining('CHROME_PATH'),
  })
})

test('a program that is no browser: a message for the person, nothing stays behind', async () => {
  vi.stubEnv('CHROME_PATH', process.execPath)
  await expect(printer.print('甲', {})).rejects.toMatchObject({
    code: 'pdf-failed',
    message: expect.stringContaining('浏览器没有生成 PDF'),
  })
  expect(await readdir(folder)).toEqual([])
})

test('a program that cannot be started is told, not thrown away', async () => {
  const file = join(folder, 'no-program')
  await writeFile(file, 'text')
  vi.stubEnv('CHROME_PATH', file)
  await expect(printer.print('甲', {})).rejects.toMatchObject({
    code: 'pdf-failed',
    message: expect.stringContaining('EACCES'),
  })
})
