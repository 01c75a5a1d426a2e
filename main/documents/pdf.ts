/**
 * HTML pages (shared/print) → PDF by an installed browser without a window. Electron prints through its own window
 * instead; both are a PdfPrinter. The browser gets a profile of its own in a temporary folder, reaches no network
 * (no name resolves, and the page's own policy allows nothing) and is killed on cancel and on time-out.
 * The size of each page comes from the `@page` rules of the HTML.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from './find-browser.ts'
import { runProgram } from './run-program.ts'

/** Prints one standalone HTML document; rejects with a PdfError where it cannot. */
export type PdfPrinter = (html: string, options: PdfOptions) => Promise<Uint8Array>

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

const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-quic',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--dns-prefetch-disable',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pdf-header-footer',
]

/** Bookmarks and tags for screen readers make a PDF five times as large and slower to print; larger documents go without. */
const largestTagged = 1_000_000

/** The PdfPrinter of the command line and the browser host. */
export async function htmlToPdf(html: string, { signal }: PdfOptions = {}): Promise<Uint8Array> {
  if (signal?.aborted) throw cancelled()
  const browser = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
  if (browser.path === null) throw new PdfError('pdf-no-browser', browser.message)
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-pdf-'))
  try {
    const page = join(folder, 'page.html')
    const output = join(folder, 'page.pdf')
    await writeFile(page, html, 'utf8')
    const words = [...flags, `--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${output}`]
    words.push(html.length <= largestTagged ? '--generate-pdf-document-outline' : '--disable-pdf-tagging')
    // Chromium refuses its sandbox to root (containers); everyone else keeps it.
    if (process.getuid?.() === 0) words.push('--no-sandbox')
    // 16 ms a page of some 10 kB when the machine is idle; ten times that, and a minute to start.
    const limitMs = 60_000 + html.length / 60
    const run = await runProgram(browser.path, [...words, pathToFileURL(page).href], {
      limitMs,
      signal,
      // What the browser leaves in the system's temporary folder when it is killed; macOS allows no long socket paths.
      env: process.platform === 'linux' ? { ...process.env, TMPDIR: folder } : process.env,
    })
    if (run.end === 'cancelled') throw cancelled()
    if (run.end === 'timeout') {
      const seconds = Math.round(limitMs / 1000)
      throw new PdfError('pdf-timeout', `生成 PDF 超过 ${seconds} 秒仍未完成，已停止。请减少一次打印的表数后再试。`)
    }
    if (run.end === 'not-started') throw new PdfError('pdf-failed', `无法启动浏览器 ${browser.path}：${run.said}`)
    const pdf = existsSync(output) ? await readFile(output) : null
    if (!pdf?.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
      throw new PdfError(
        'pdf-failed',
        `浏览器没有生成 PDF（${browser.path}）。请关闭其他程序后再试，或改为导出 HTML 后自行打印。${run.said}`,
      )
    }
    return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

const cancelled = () => new PdfError('cancelled', '已取消生成 PDF。')
