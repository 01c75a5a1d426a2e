/**
 * Printing from the desktop: HTML sheets in a hidden window of their own that runs no script, to PDF or to the system's
 * print dialog. A4 and margins come from the sheets' own @page rules; the paper's orientation is passed to the dialog,
 * because nobody has seen whether it follows those rules. Nor whether a page that hangs or whose process ends ever
 * answers: each step has a limit in time, and the end of the process ends it.
 */
import { BrowserWindow } from 'electron'
import type { Session, WebContents } from 'electron'
import { outOfTime, pdfLimitMs, PdfError, wantsTags } from '../documents/pdf/pdf.ts'
import type { PdfPrinter } from '../documents/pdf/pdf.ts'
import { Refusal } from '../handlers/door/refusal.ts'
import type { Host } from '../handlers/door/host.ts'
import { printOrigin } from './origin.ts'
import type { PrintedHtml } from './protocol.ts'
import { windowSecurity } from './security.ts'

export interface SheetPrinter {
  toPdf: PdfPrinter['print']
  /** Resolves when the dialog is closed; true when something was sent to the printer. */
  toPaper: Host['print']
}

export interface SheetPrinterParts {
  session: Session
  /** What the scheme serves under app://print/<token>. */
  sheets: Map<string, PrintedHtml>
  newId: () => string
  /** Rejects when the time is over (setTimeout, passed in for tests). */
  limitMs?: (html: PrintedHtml) => number
}

export function createSheetPrinter({ limitMs = pdfLimitMs, ...parts }: SheetPrinterParts): SheetPrinter {
  return {
    toPdf: async (html, { signal }) => {
      const limit = limitMs(html)
      const clock = AbortSignal.timeout(limit)
      try {
        return await withSheet(parts, html, clock, async (contents, { gone, late }) => {
          signal?.throwIfAborted()
          const cancelled = new Promise<never>((_done, stop) =>
            signal?.addEventListener('abort', () => stop(signal.reason), { once: true }),
          )
          const printed = contents.printToPDF({
            pageSize: 'A4',
            preferCSSPageSize: true,
            printBackground: true,
            generateTaggedPDF: wantsTags(html),
            generateDocumentOutline: wantsTags(html),
          })
          printed.catch(() => undefined) // told below, if it is still wanted
          return new Uint8Array(await Promise.race([printed, cancelled, gone, late]))
        })
      } catch (thrown) {
        if (signal?.aborted) throw new PdfError('cancelled', '已取消生成 PDF。')
        if (clock.aborted) throw outOfTime(limit)
        const reason = thrown instanceof Error ? thrown.message : String(thrown)
        throw new PdfError('pdf-failed', `没有能生成 PDF（${reason}）：请再试一次，或改为导出 HTML 后自行打印。`)
      }
    },
    toPaper: async (html, orientation) => {
      const sheet = await html()
      const loading = AbortSignal.timeout(limitMs(sheet))
      try {
        return await withSheet(parts, sheet, loading, (contents, { gone }) => {
          const printed = new Promise<boolean>((resolve, reject) => {
            const options = {
              pageSize: 'A4' as const,
              landscape: orientation === 'landscape',
              printBackground: true,
            }
            contents.print(options, (success, reason) => {
              if (success || /cancel/i.test(reason)) resolve(success)
              else reject(new Error(reason))
            })
          })
          return Promise.race([printed, gone]) // the person may look at the dialog as long as they like
        })
      } catch (thrown) {
        const reason = thrown instanceof Error ? thrown.message : String(thrown)
        throw new Refusal('print-failed', `没有打印出来（${reason}）：请检查打印机，或先导出为 PDF。`)
      }
    },
  }
}

/** Each rejects, and never resolves. */
interface Ends {
  /** The sheet's process has ended. */
  gone: Promise<never>
  /** The clock rang. */
  late: Promise<never>
}

/** The clock counts for the load; `work` decides whether it counts for the rest. */
async function withSheet<T>(
  { session, sheets, newId }: Omit<SheetPrinterParts, 'limitMs'>,
  html: PrintedHtml,
  clock: AbortSignal,
  work: (contents: WebContents, ends: Ends) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...windowSecurity, session, javascript: false, devTools: false },
  })
  const { webContents } = window
  const token = newId()
  const { promise: gone, reject: end } = Promise.withResolvers<never>()
  const { promise: late, reject: ring } = Promise.withResolvers<never>()
  for (const each of [gone, late]) each.catch(() => undefined) // nobody may be waiting for it
  webContents.on('render-process-gone', (_event, { reason }) => end(new Error(`打印用的页面停止了：${reason}`)))
  clock.addEventListener('abort', () => ring(new Error('等的时间太长')), { once: true })
  sheets.set(token, html)
  try {
    await Promise.race([window.loadURL(`${printOrigin}/${token}`), gone, late])
    return await work(webContents, { gone, late })
  } finally {
    sheets.delete(token)
    if (!window.isDestroyed()) window.destroy()
  }
}
