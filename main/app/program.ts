/**
 * The running program: one workspace and its window. A second start hands its words to this one: files are read here, and
 * another workspace is opened in place of this one when the person agrees and nothing unsaved keeps it.
 */
import { basename } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { createFileTokens } from '../handlers/door/file-tokens.ts'
import { openWorkspace } from '../handlers/workspace/open-workspace.ts'
import { ownSetting } from '../handlers/workspace/app.ts'
import { toFailure } from '../handlers/door/refusal.ts'
import { systemId, systemNow, systemNowMs } from '../handlers/door/system.ts'
import { copyUnsaved } from '../handlers/projects/unsaved.ts'
import { ask } from './ask.ts'
import { guardClosing } from './life/closing.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import type { Closing } from './life/closing.ts'
import { closeBeforeQuit } from './life/close-before-quit.ts'
import { createDesktopHost } from './desktop-host.ts'
import { createDialogs } from './dialogs.ts'
import { watchFirstSight } from './life/first-sight.ts'
import type { Graphics } from './life/graphics.ts'
import { answerCalls } from './ipc.ts'
import { signLauncher } from './life/launcher-sign.ts'
import { setMenu } from './window/menu.ts'
import { watchPage } from './life/page-life.ts'
import { watchParts } from './life/parts-life.ts'
import { ownPrograms } from './own-programs.ts'
import type { Paths } from './paths.ts'
import { createSheetPrinter } from './print.ts'
import { serveScheme } from './protocol.ts'
import type { PrintedHtml } from './protocol.ts'
import { openOrRecover } from './recover.ts'
import { sessionPolicy } from './security.ts'
import { hearUnsaved } from './life/unsaved-talk.ts'
import { openWindow } from './window/windows.ts'
import { handedWords } from './words.ts'
import type { Workspace } from '../handlers/workspace/open-workspace.ts'
import type { Log } from '../handlers/door/log.ts'

export interface ProgramParts {
  paths: Paths
  /** The workspace file. */
  file: string
  /** Files named at the start. */
  files: readonly string[]
  graphics: Graphics
  log: Log
  /** Tells the person why no workspace could be opened, and ends the program. */
  failedStart: (thrown: unknown) => void
}

/** Once the app is ready. Throws where the workspace cannot be opened and the person cannot help. */
export function runProgram({ paths, file: first, files, graphics, log, failedStart }: ProgramParts): void {
  const own = session.defaultSession
  const sheets = new Map<string, PrintedHtml>()
  for (const row of sessionPolicy) row.apply(own)
  serveScheme(own, paths.renderer, sheets)

  let window: BrowserWindow | null = null
  let closing: Closing | null = null
  let workspace: Workspace | null = null // the dialogs exist before it
  /** The workspace to open once the window has closed. */
  let next: string | null = null
  /** No window is there, but one comes. */
  let isSwitching = false
  /** Once it has ended it begins anew. */
  let isAgain = false
  const given = [...files]
  const settings = {
    read: (key: string) => workspace?.store.settings.read()[ownSetting(key)],
    write: (key: string, value: string) => {
      if (workspace && !workspace.store.readOnly) workspace.store.settings.write(ownSetting(key), value)
    },
  }
  const printer = createSheetPrinter({ session: own, sheets, newId: systemId })
  const talk = hearUnsaved((): void => host.emit('unsaved.ask', {}))
  const host = createDesktopHost({
    window: () => window,
    closing: () => closing,
    dialogs: createDialogs(() => window, settings, log),
    print: printer.toPaper,
    hearUnsaved: talk.answered,
    takeGiven: () => given.splice(0),
  })
  const tokens = createFileTokens(systemId, systemNowMs)
  const arrived = watchFirstSight(() => window, graphics)

  /** False: the person was asked and closed the program. */
  const show = (file: string): boolean => {
    const options = {
      file,
      version: app.getVersion(),
      log,
      pdf: () => ({ print: printer.toPdf, close: async () => {} }),
      templates: builtIn,
      programs: ownPrograms(paths),
      now: systemNow,
      newId: systemId,
    }
    workspace = openOrRecover(file, (choice) => openWorkspace({ ...options, ...choice }, host, tokens))
    if (!workspace) return false
    const opened = openWindow({
      paths,
      session: own,
      settings: { read: () => settings.read('window') ?? '', write: (value) => keepPlace(value) },
      devTools: !app.isPackaged,
      onShown: () => arrived('shown'),
    })
    window = opened
    closing = guardClosing({
      window: opened,
      hear: talk.ask,
      copy: async (work) => (await copyUnsaved(host, work).catch(cannotCopy)) !== null,
      stay() {
        next = null
        isAgain = false
      },
      log,
    })
    watchPage({ window: opened, graphics, log, end, restartPlain: () => relaunchPlain(() => closing?.leave()) })
    opened.on('closed', () => {
      window = null
      closing = null
      if (next === null) return
      isSwitching = true
      void goOn(file, next)
        .catch(failedStart)
        .finally(() => (isSwitching = false))
    })
    return true
  }
  const keepPlace = (value: string): void => {
    try {
      settings.write('window', value)
    } catch (thrown) {
      log.warn(`没有能记住窗口的位置：${String(thrown)}`)
    }
  }
  const end = (): void => {
    graphics.settle()
    signLauncher('over')
    window?.destroy() // its page does not answer
  }
  /** Should the system not open it again by itself (unseen), the person does: the choice is kept. */
  const relaunchPlain = (close: () => void): void => {
    graphics.keep('off')
    isAgain = true
    close()
  }
  /** The window has closed to make room for another workspace; where that does not open, the one before comes back. */
  const goOn = async (before: string, file: string): Promise<void> => {
    next = null
    await workspace?.close()
    workspace = null
    try {
      if (show(file)) return
    } catch (thrown) {
      log.error('工作区没有能打开', thrown)
      dialog.showErrorBox('没有能打开这个工作区', `${toFailure(thrown)?.message ?? '出了意外的错误。'}\n\n${file}`)
    }
    if (!show(before)) app.quit()
  }

  const current = (): Workspace => {
    if (!workspace) throw new Error('a call without a workspace') // its window is gone
    return workspace
  }
  const calls = {
    dispatch: (name: unknown, input: unknown) => {
      arrived('heard')
      return current().dispatch(name, input)
    },
    listFiles: (paths: readonly string[]) => current().listFiles(paths),
  }
  answerCalls(calls, tokens, log)
  setMenu({
    send: (action) => host.emit('action.run', { action }),
    reload: () => closing?.reload(),
    graphics,
    devTools: !app.isPackaged,
  })
  watchParts({
    window: () => window,
    graphics,
    log,
    reload: () => closing?.reload(),
    restartPlain: () => relaunchPlain(() => window?.close()), // the page lives: it is asked what is unsaved
  })
  app.on('window-all-closed', () => {
    if (!isSwitching && BrowserWindow.getAllWindows().length === 0) app.quit()
  })
  app.on('second-instance', (_event, _words, _folder, handed: unknown) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    const words = handedWords(handed)
    if (words) void takeWords(words).catch((thrown: unknown) => log.error('没有能接过第二次启动的文件', thrown))
  })
  closeBeforeQuit(() => workspace, log)
  app.on('will-quit', () => {
    graphics.settle()
    if (isAgain) relaunch()
    isAgain = false
  })
  if (!show(first)) {
    graphics.settle()
    signLauncher('over')
    app.quit()
  }

  async function takeWords({ workspace: wanted, files: more }: { workspace: string | undefined; files: string[] }) {
    given.push(...more)
    if (more.length > 0) host.emit('import.given', {})
    const file = workspace?.store.file
    if (wanted === undefined || wanted === file || !window) return
    const answer = await ask(window, {
      message: `改为打开工作区“${basename(wanted)}”吗？`,
      detail: `现在打开的是“${basename(file ?? '')}”，会先关闭它。\n${wanted}`,
      buttons: [
        ['open', '打开'],
        ['stay', '不打开'],
      ],
      otherwise: 'stay',
    })
    if (answer !== 'open') return
    next = wanted
    window.close()
  }
}

function cannotCopy(thrown: unknown): null {
  dialog.showErrorBox('没有能另存', toFailure(thrown)?.message ?? String(thrown))
  return null
}

function relaunch(): void {
  const portable = process.env['PORTABLE_EXECUTABLE_FILE'] // this one runs from where it was unpacked
  app.relaunch(portable === undefined ? {} : { execPath: portable })
}
