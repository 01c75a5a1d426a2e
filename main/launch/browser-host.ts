/** Puts the browser host together: workspace, calls, uploads, downloads, events, server. */
import { join } from 'node:path'
import { htmlToPdf } from '../documents/pdf.ts'
import { createFileTokens } from '../handlers/file-tokens.ts'
import { openWorkspace } from '../handlers/open-workspace.ts'
import { systemId, systemNow, systemNowMs } from '../handlers/system.ts'
import { createDownloads } from '../web/downloads.ts'
import { createEventStream } from '../web/event-stream.ts'
import { startWebServer } from '../web/server.ts'
import { createUploads } from '../web/uploads.ts'
import { createWebHost } from '../web/web-host.ts'
import type { Log } from '../handlers/log.ts'

export interface BrowserHostOptions {
  /** The built page. */
  staticFolder: string
  /** Holds spooled uploads and finished exports; exists. */
  dataFolder: string
  /** The workspace file. */
  workspace: string
  /** 0: any free one. */
  port: number
  version: string
  log: Log
  /** Called with a fresh address when the last one was used. */
  onOpened: (url: string) => void
}

export interface BrowserHost {
  /** Opens the program once. */
  url: () => string
  close: () => Promise<void>
}

export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { dataFolder, log, version } = options
  const tokens = createFileTokens(systemId, systemNowMs)
  const downloads = createDownloads(systemId, systemNowMs)
  const events = createEventStream()
  // Two programs with one data folder (and different workspaces) must not clear each other's files.
  const spool = join(dataFolder, 'spool', String(process.pid))
  const host = createWebHost(join(spool, 'downloads'), downloads, events, systemId)
  const workspace = openWorkspace(
    { file: options.workspace, version, log, pdf: htmlToPdf, now: systemNow, newId: systemId },
    host,
    tokens,
  )
  const uploads = createUploads(join(spool, 'uploads'), tokens, systemId)
  const { dispatch } = workspace
  const onOpened = (): void => options.onOpened(server.openUrl())
  const server = await startWebServer(
    { dispatch, uploads, downloads, events, staticFolder: options.staticFolder, log, onOpened },
    options.port,
  ).catch(async (thrown: unknown) => {
    await workspace.close()
    throw thrown
  })
  return {
    url: () => server.openUrl(),
    async close() {
      await server.close()
      await workspace.close()
      downloads.clear()
    },
  }
}
