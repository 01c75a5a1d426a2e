/** The desktop program: opens the workspace, then the window. Each part stands in its own file; this one puts them together. */
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { createFileTokens } from '../handlers/file-tokens.ts'
import { openWorkspace } from '../handlers/open-workspace.ts'
import { ownSetting } from '../handlers/app.ts'
import { toFailure } from '../handlers/refusal.ts'
import { systemId, systemNow, systemNowMs } from '../handlers/system.ts'
import { openDataFolder, workspaceIn } from '../launch/data-folder.ts'
import { openOrRecover } from './recover.ts'
import { createDialogs } from './dialogs.ts'
import { createFileLog } from './file-log.ts'
import { answerCalls, sendEvent } from './ipc.ts'
import { setMenu } from './menu.ts'
import { createPaths } from './paths.ts'
import { createSheetPrinter } from './print.ts'
import { registerScheme, serveScheme } from './protocol.ts'
import type { PrintedHtml } from './protocol.ts'
import { pagePolicy, sessionPolicy } from './security.ts'
import { offerTextMenu } from './text-menu.ts'
import { openWindow } from './windows.ts'
import type { Workspace } from '../handlers/open-workspace.ts'
import type { Host } from '../handlers/host.ts'
import type { Log } from '../handlers/log.ts'
import type { Paths } from './paths.ts'

export interface DesktopOptions {
  data: string | undefined
  workspace: string | undefined
}

/** Call before the app is ready. */
export function startDesktop(options: DesktopOptions): void {
  registerScheme()
  app.enableSandbox()
  const paths = createPaths(options.data)
  openDataFolder(paths.data, homedir())
  app.setPath('userData', resolve(paths.data, 'window')) // Chromium's own files stay beside the workspace
  if (!app.requestSingleInstanceLock()) return app.quit()
  const log = createFileLog(paths.data)
  process.on('uncaughtException', (error) => log.error('未处理的错误', error))
  process.on('unhandledRejection', (reason) => log.error('未处理的错误', reason))
  app.on('web-contents-created', (_event, contents) => {
    for (const row of pagePolicy) row.apply(contents)
    offerTextMenu(contents)
  })
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(() => open(paths, options, log))
    .catch((thrown: unknown) => {
      log.error('程序没有能启动', thrown)
      const message = toFailure(thrown)?.message ?? '程序出了意外的错误。日志在数据文件夹的 log 里。'
      dialog.showErrorBox('绩表没有能启动', `${message}\n\n数据文件夹：${paths.data}`)
      app.exit(1)
    })
}

function open(paths: Paths, options: DesktopOptions, log: Log): void {
  const own = session.defaultSession
  const sheets = new Map<string, PrintedHtml>()
  for (const row of sessionPolicy) row.apply(own)
  serveScheme(own, paths.renderer, sheets)

  let window: BrowserWindow | null = null
  let opened: Workspace | null = null // the dialogs exist before it
  const printer = createSheetPrinter(own, sheets, systemId)
  const dialogs = createDialogs(() => window, {
    read: (key) => opened?.store.settings.read()[ownSetting(key)],
    write: (key, folder) => opened && keepSetting(opened, key, folder),
  })
  const host: Host = {
    kind: 'electron',
    ...dialogs,
    ticket: () => null, // files are written where the person said
    print: printer.toPaper,
    paste: () => pasteInto(window),
    emit: (event, payload) => {
      for (const each of BrowserWindow.getAllWindows()) sendEvent(each.webContents, event, payload)
    },
  }
  const tokens = createFileTokens(systemId, systemNowMs)
  const file = options.workspace === undefined ? workspaceIn(paths.data) : resolve(options.workspace)
  const workspace = openOrRecover(file, (readOnly) =>
    openWorkspace(
      {
        file,
        version: app.getVersion(),
        log,
        pdf: () => ({ print: printer.toPdf, close: async () => {} }),
        workerFile: paths.worker,
        readOnly,
        now: systemNow,
        newId: systemId,
      },
      host,
      tokens,
    ),
  )
  if (!workspace) return app.quit()
  opened = workspace
  answerCalls(workspace.dispatch, tokens, log)
  setMenu((action) => host.emit('action.run', { action }), !app.isPackaged)
  window = openWindow(paths, own, windowSettings(workspace), !app.isPackaged)
  window.on('closed', () => (window = null))
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  closeBeforeQuit(workspace, log)
}

function pasteInto(window: BrowserWindow | null): boolean {
  window?.webContents.paste()
  return window !== null
}

function keepSetting({ store }: Workspace, key: string, value: string): void {
  if (!store.readOnly) store.settings.write(ownSetting(key), value)
}

function windowSettings(workspace: Workspace): { read(): string; write(value: string): void } {
  return {
    read: () => workspace.store.settings.read()[ownSetting('window')] ?? '',
    write: (value) => keepSetting(workspace, 'window', value),
  }
}

/** The window is gone, its last calls are answered; then the workspace is closed, then the program ends. */
function closeBeforeQuit(workspace: Workspace, log: Log): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    workspace
      .close()
      .catch((thrown: unknown) => log.error('关闭工作区时出错', thrown))
      .finally(() => {
        isClosed = true
        app.quit()
      })
  })
}
