/**
 * Printing from the desktop: HTML sheets in a hidden window of their own that runs no script, to PDF or to the system's
 * print dialog. A4, margins and orientation come from the sheets' own @page rules.
 */
import { BrowserWindow } from 'electron'
import type { Session, WebContents } from 'electron'
import { PdfError, wantsTags } from '../documents/pdf.ts'
import type { PdfPrinter } from '../documents/pdf.ts'
import { Refusal } from '../handlers/refusal.ts'
import { printOrigin } from './origin.ts'
import type { PrintedHtml } from './protocol.ts'
import { windowSecurity } from './security.ts'

export interface SheetPrinter {
  toPdf: PdfPrinter['print']
  /** Resolves when the dialog is closed; true when something was sent to the printer. */
  toPaper: (html: () => Promise<PrintedHtml>) => Promise<boolean>
}

/** `sheets` is what the scheme serves under app://print/<token>. */
export function createSheetPrinter(
  session: Session,
  sheets: Map<string, PrintedHtml>,
  newId: () => string,
): SheetPrinter {
  return {
    toPdf: async (html, { signal }) => {
      try {
        return await withSheet(session, sheets, newId(), html, async (contents, window) => {
          signal?.addEventListener('abort', () => window.destroy(), { once: true })
          signal?.throwIfAborted()
          const pdf = await contents.printToPDF({
            pageSize: 'A4',
            preferCSSPageSize: true,
            printBackground: true,
            generateTaggedPDF: wantsTags(html),
            generateDocumentOutline: wantsTags(html),
          })
          return new Uint8Array(pdf)
        })
      } catch (thrown) {
        if (signal?.aborted) throw new PdfError('cancelled', '已取消生成 PDF。')
        const reason = thrown instanceof Error ? thrown.message : String(thrown)
        throw new PdfError('pdf-failed', `没有能生成 PDF（${reason}）：请再试一次，或改为导出 HTML 后自行打印。`)
      }
    },
    toPaper: async (html) =>
      withSheet(
        session,
        sheets,
        newId(),
        await html(),
        (contents) =>
          new Promise((resolve, reject) => {
            contents.print({ pageSize: 'A4', printBackground: true }, (success, reason) => {
              if (success || /cancel/i.test(reason)) resolve(success)
              else reject(new Refusal('print-failed', `没有打印出来（${reason}）：请检查打印机，或先导出为 PDF。`))
            })
          }),
      ),
  }
}

async function withSheet<T>(
  session: Session,
  sheets: Map<string, PrintedHtml>,
  token: string,
  html: PrintedHtml,
  work: (contents: WebContents, window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...windowSecurity, session, javascript: false, devTools: false },
  })
  sheets.set(token, html)
  try {
    await window.loadURL(`${printOrigin}/${token}`)
    return await work(window.webContents, window)
  } finally {
    sheets.delete(token)
    if (!window.isDestroyed()) window.destroy()
  }
}
