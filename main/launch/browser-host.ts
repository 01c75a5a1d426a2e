/** Puts the browser host together: workspace, calls, uploads, downloads, events, server. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowserPrinter } from '../documents/pdf/pdf.ts'
import { createFileTokens } from '../handlers/door/file-tokens.ts'
import { openWorkspace } from '../handlers/workspace/open-workspace.ts'
import { systemId, systemNow, systemNowMs, systemSteadyMs } from '../handlers/door/system.ts'
import { createDownloads } from '../web/downloads.ts'
import { createLines } from '../web/lines.ts'
import { startWebServer } from '../web/server.ts'
import { createUploads } from '../web/uploads.ts'
import { createWebHost } from '../web/web-host.ts'
import { isRunning } from './is-running.ts'
import { forgetKeys, keptKeysFile, nothingKept, readKeptKeys, writeKeptKeys } from './kept-keys.ts'
import { openFolder } from './open-folder.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import type { Log } from '../handlers/door/log.ts'
import type { KeptKeys } from '../web/keys.ts'
import type { WebServer, WebServerParts } from '../web/server.ts'

export interface BrowserHostOptions {
  /** The built page. */
  staticFolder: string
  /** Holds spooled uploads and finished exports; exists. */
  dataFolder: string
  /** The workspace file. */
  workspace: string
  /** 0: the one of the last run, else any free one. */
  port: number
  readOnly: boolean
  /** An empty workspace is wanted even where something says that there was another one. */
  startsAnew?: boolean
  /** The pages opened in earlier runs are not to be known any more. */
  forgetsPages?: boolean
  version: string
  log: Log
  /** Called when an address was used, with the one that opens the program again. */
  onOpened: (url: string) => void
}

export interface BrowserHost {
  /** Opens the program once: for the person's eyes. */
  url: () => string
  /** The same for a browser that is being started: within thirty seconds. */
  urlForBrowser: () => string
  close: () => Promise<void>
}

export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { dataFolder, log, version } = options
  const tokens = createFileTokens(systemId, systemNowMs)
  const downloads = createDownloads(systemId, systemSteadyMs)
  const lines = createLines()
  const spool = openSpool(join(dataFolder, 'spool'))
  const host = createWebHost(join(spool, 'downloads'), downloads, lines, systemId, (path) =>
    openFolder(path, process.platform, process.env),
  )
  const workspace = openWorkspace(
    {
      file: options.workspace,
      readOnly: options.readOnly,
      startsAnew: options.startsAnew,
      version,
      log,
      pdf: openBrowserPrinter,
      templates: builtIn,
      now: systemNow,
      newId: systemId,
    },
    host,
    tokens,
  )
  const uploads = createUploads(join(spool, 'uploads'), tokens, systemId)
  const { dispatch } = workspace
  const onOpened = (): void => options.onOpened(server.openUrl())
  const { staticFolder } = options
  const parts = { dispatch, uploads, downloads, lines, staticFolder, log, steadyMs: systemSteadyMs, onOpened }
  const server = await startWhereItWas(parts, options).catch(async (thrown: unknown) => {
    await workspace.close()
    throw thrown
  })
  return {
    url: () => server.openUrl(),
    urlForBrowser: () => server.urlForBrowser(),
    async close() {
      await server.close()
      await workspace.close()
      rmSync(spool, { recursive: true, force: true })
    },
  }
}

/**
 * At the address of the last run, where its pages still look for the program; elsewhere when somebody else has that port
 * now. Its pages are forgotten then: they cannot find the way here, and are told so by their own failed proof. Read-only programs stand beside the
 * one that writes and keep nothing.
 */
async function startWhereItWas(
  parts: Omit<WebServerParts, 'kept'>,
  { dataFolder, workspace, port, readOnly, forgetsPages = false, log }: BrowserHostOptions,
): Promise<WebServer> {
  const file = keptKeysFile(dataFolder, workspace)
  if (forgetsPages) forgetKeys(file)
  const kept = readOnly ? nothingKept : readKeptKeys(file)
  const keep: KeptKeys['keep'] = (ownPort, keys) => {
    if (readOnly) return
    try {
      writeKeptKeys(file, { port: ownPort, keys })
    } catch (thrown) {
      log.warn(`不能记住这个页面，重新启动程序后要用新的地址打开：${String(thrown)}`)
    }
  }
  const fresh: KeptKeys = { keys: [], keep }
  const isSame = port === 0 || port === kept.port
  if (kept.port === 0 || !isSame) return startWebServer({ ...parts, kept: fresh }, port)
  try {
    return await startWebServer({ ...parts, kept: { keys: kept.keys, keep } }, kept.port)
  } catch (thrown) {
    if (port !== 0) throw thrown
    forgetKeys(file)
    log.info('上次的地址被别的程序占用，这次换了地址：上次没有关闭的页面不能再保存，请改用新的地址。')
    return startWebServer({ ...parts, kept: fresh }, 0)
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
