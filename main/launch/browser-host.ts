/** Puts the browser host together: workspace, calls, uploads, downloads, events, server. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowserPrinter } from '../documents/pdf.ts'
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
  readOnly: boolean
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
  const spool = openSpool(join(dataFolder, 'spool'))
  const host = createWebHost(join(spool, 'downloads'), downloads, events, systemId)
  const workspace = openWorkspace(
    {
      file: options.workspace,
      readOnly: options.readOnly,
      version,
      log,
      pdf: openBrowserPrinter,
      now: systemNow,
      newId: systemId,
    },
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
      rmSync(spool, { recursive: true, force: true })
    },
  }
}

/**
 * A folder of this process for files in passing. Two programs may share a data folder (with different workspaces); what
 * a program that was killed left behind is cleared away.
 */
function openSpool(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    if (!isRunning(Number(name))) rmSync(join(folder, name), { recursive: true, force: true })
  }
  return join(folder, String(process.pid))
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM' // somebody else's program
  }
}
