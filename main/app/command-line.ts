/** The packaged program as a command line: the same commands, and PDF printed by the program itself in a hidden window. */
import { app, session } from 'electron'
import { builtIn } from '../../shared/templates/built-in.ts'
import { processTerminal } from '../cli/process-terminal.ts'
import { runCommandLine } from '../cli/run.ts'
import { systemId } from '../handlers/door/system.ts'
import { ownPrograms } from './own-programs.ts'
import { createPaths } from './paths.ts'
import { createSheetPrinter } from './print.ts'
import { registerScheme, serveScheme } from './protocol.ts'
import { pagePolicy, sessionPolicy } from './security.ts'
import type { PdfPrinter } from '../documents/pdf/pdf.ts'
import type { Paths } from './paths.ts'
import type { PrintedHtml } from './protocol.ts'
import type { SheetPrinter } from './print.ts'

/** Ends the program with the command's exit status. Call before the app is ready. */
export async function answerCommandLine(words: readonly string[]): Promise<void> {
  registerScheme()
  app.on('web-contents-created', (_event, contents) => {
    for (const row of pagePolicy) row.apply(contents)
  })
  app.on('window-all-closed', () => {}) // between two PDFs there is no window
  let printer: SheetPrinter | null = null
  const paths = createPaths(undefined)
  const toPdf: PdfPrinter['print'] = async (html, options) => {
    await app.whenReady()
    printer ??= openPrinter(paths)
    return printer.toPdf(html, options)
  }
  const terminal = processTerminal({
    templates: builtIn,
    pdf: () => ({ print: toPdf, close: async () => {} }),
    programs: ownPrograms(paths),
  })
  const status = await runCommandLine(words, { version: app.getVersion(), print, terminal })
  await new Promise<void>((drained) => process.stdout.write('', () => drained())) // a pipe may still hold the answer
  app.exit(status)
}

function openPrinter({ renderer }: Paths): SheetPrinter {
  const own = session.fromPartition('command-line') // in memory: leaves nothing behind
  const sheets = new Map<string, PrintedHtml>()
  for (const row of sessionPolicy) row.apply(own)
  serveScheme(own, renderer, sheets)
  return createSheetPrinter({ session: own, sheets, newId: systemId })
}

const print = (text: string): void => void process.stdout.write(text)
