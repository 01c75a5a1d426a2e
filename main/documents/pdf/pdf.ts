/**
 * HTML pages (shared/print) → PDF by an installed browser, which is started for the first document and kept for those
 * that follow until the printer is closed. Electron prints through a window of its own instead; both are a PdfPrinter.
 * The size of each page comes from the `@page` rules of the HTML.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from './find-browser.ts'
import type { PdfBrowser } from './pdf-browser.ts'

export interface PdfPrinter {
  /** Prints one standalone HTML document (as bytes: UTF-8); rejects with a PdfError where it cannot. */
  print: (html: string | Uint8Array<ArrayBuffer>, options: PdfOptions) => Promise<Uint8Array<ArrayBuffer>>
  /** Ends what was kept for the next document. */
  close: () => Promise<void>
}

export type OpenPdfPrinter = () => PdfPrinter

export interface PdfOptions {
  /** Ends the printing; the promise then rejects with code `cancelled`. */
  signal?: AbortSignal | undefined
}

export class PdfError extends Error {
  readonly code: 'cancelled' | 'pdf-no-browser' | 'pdf-failed' | 'pdf-timeout'

  constructor(code: PdfError['code'], message: string) {
    super(message)
    this.name = 'PdfError'
    this.code = code
  }
}

/** Bookmarks and tags for screen readers make a PDF five times as large and slower to print; larger documents go without. */
const largestTagged = 1_000_000

export const wantsTags = (html: string | Uint8Array): boolean => html.length <= largestTagged

/** 16 ms a page of some 10 kB when the machine is idle; ten times that, and a minute to start. */
export const pdfLimitMs = (html: string | Uint8Array): number => Math.ceil(60_000 + html.length / 60)

interface Running {
  path: string
  folder: string
  browser: PdfBrowser
}

/** The printer of the command line and the browser host. It takes one document at a time. */
export function openBrowserPrinter(): PdfPrinter {
  let running: Running | null = null

  async function close(): Promise<void> {
    const ending = running
    running = null
    await ending?.browser.kill()
    if (ending) await rm(ending.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }

  async function start(): Promise<Running> {
    if (running?.browser.hasEnded() === false) return running
    await close()
    const found = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
    if (found.path === null) throw new PdfError('pdf-no-browser', found.message)
    const { startPdfBrowser } = await import('./pdf-browser.ts') // most commands print no PDF
    const folder = await mkdtemp(join(tmpdir(), 'jibiao-pdf-'))
    running = { path: found.path, folder, browser: startPdfBrowser(found.path, join(folder, 'profile')) }
    return running
  }

  return {
    async print(html, { signal }) {
      if (signal?.aborted) throw cancelled()
      const { path, folder, browser } = await start()
      const page = join(folder, 'page.html')
      const limitMs = pdfLimitMs(html)
      const clock = AbortSignal.timeout(limitMs)
      await writeFile(page, html, 'utf8')
      try {
        const pdf = await browser.print(pathToFileURL(page).href, {
          tagged: wantsTags(html),
          signal: signal ? AbortSignal.any([signal, clock]) : clock,
        })
        return new Uint8Array(pdf.buffer as ArrayBuffer, pdf.byteOffset, pdf.byteLength) // Buffer.concat makes no shared one
      } catch (thrown) {
        await close() // a stopped or broken browser may still be at work; the next document starts another
        if (signal?.aborted) throw cancelled()
        throw clock.aborted ? outOfTime(limitMs) : failed(path, thrown)
      }
    },
    close,
  }
}

const cancelled = () => new PdfError('cancelled', '已取消生成 PDF。')

export const outOfTime = (limitMs: number) =>
  new PdfError(
    'pdf-timeout',
    `生成 PDF 超过 ${Math.round(limitMs / 1000)} 秒仍未完成，已停止。请减少一次打印的表数后再试。`,
  )

function failed(path: string, thrown: unknown): PdfError {
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return new PdfError(
    'pdf-failed',
    `浏览器没有生成 PDF（${path}）。请关闭其他程序后再试，或改为导出 HTML 后自行打印。${reason}`,
  )
}
