/** Printing with the real browser of this machine; skipped, with a word, where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findBrowser } from '../../../main/documents/find-browser.ts'
import { htmlToPdf } from '../../../main/documents/pdf.ts'
import { renderHtml, renderSheets } from '../../../shared/print/html.ts'
import { formLayouts } from '../../support/invented-layouts.ts'

const browser = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
const hasPdfinfo = spawnSync('pdfinfo', ['-v']).status === 0
if (browser.path === null) console.log(`skipped: ${browser.message}`)
if (!hasPdfinfo) console.log('skipped: page sizes of the PDF; pdfinfo (poppler-utils) is not installed')

const options = { title: '云溪县“绩效”目标表', cover: true, contents: true }

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jibiao-test-'))
  vi.stubEnv('TMPDIR', folder)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

describe.skipIf(browser.path === null)('with a browser', () => {
  test.skipIf(!hasPdfinfo)('one sheet of A4 for each page, portrait and landscape as the forms say', async () => {
    const pdf = await htmlToPdf(renderHtml(formLayouts(), options))
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

  test('nothing stays behind', async () => {
    const pdf = await htmlToPdf('<!DOCTYPE html><title>甲</title><p>乙')
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(await readdir(folder)).toEqual([])
  })

  test('cancelling ends the browser and leaves nothing', async () => {
    const abort = new AbortController()
    const printing = htmlToPdf(renderHtml(formLayouts(), options), { signal: abort.signal })
    const outcome = expect(printing).rejects.toMatchObject({ code: 'cancelled', message: '已取消生成 PDF。' })
    await vi.waitFor(async () => expect(await profiles()).not.toEqual([]))
    abort.abort()
    await outcome
    expect(await readdir(folder)).toEqual([])
    await expect(htmlToPdf('甲', { signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

/** Profile folders of running browsers. */
async function profiles(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => name.endsWith('profile'))
}

test('no browser where CHROME_PATH says: a message for the person', async () => {
  vi.stubEnv('CHROME_PATH', join(folder, 'nothing'))
  await expect(htmlToPdf('甲')).rejects.toMatchObject({
    code: 'pdf-no-browser',
    message: expect.stringContaining('CHROME_PATH'),
  })
})

test('a program that is no browser: a message for the person, nothing stays behind', async () => {
  vi.stubEnv('CHROME_PATH', process.execPath)
  await expect(htmlToPdf('甲')).rejects.toMatchObject({
    code: 'pdf-failed',
    message: expect.stringContaining('浏览器没有生成 PDF'),
  })
  expect(await readdir(folder)).toEqual([])
})
