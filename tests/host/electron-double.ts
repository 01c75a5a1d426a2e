/**
 * A stand-in for Electron's main process, typed from electron.d.ts: it records what the program asks for and lets a test
 * play the page, the person and the system. Nothing of ours is replaced.
 */
import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, OpenDialogReturnValue } from 'electron'

import { UtilityProcessDouble } from './utility-process-double.ts'

type Listener = (...values: unknown[]) => unknown

export class ContentsDouble extends EventEmitter {
  mainFrame = { url: 'app://jibiao/' }
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  sent: unknown[][] = []
  printed: unknown[] = []
  pdfOptions: unknown = null
  pastes = 0
  /** How often the page was loaded anew, and its process ended. */
  reloads = 0
  killed = 0
  /** What the page does when it is to go: nothing stands in the way, or it has something unsaved. */
  refusesToUnload = false
  /** Lets the page answer an event. */
  onSent: ((name: string) => void) | null = null
  loadURL = async (url: string): Promise<void> => void this.loads.push(url)
  loads: string[] = []
  paste = (): void => void this.pastes++
  isDestroyed = (): boolean => false
  send = (...words: unknown[]): void => {
    this.sent.push(words)
    this.onSent?.(String(words[1]))
  }
  /** Whether the page went; the program may let it go against its will. */
  unload = (): boolean => {
    if (!this.refusesToUnload) return true
    let isLetGo = false
    this.emit('will-prevent-unload', { preventDefault: () => (isLetGo = true) })
    return isLetGo
  }
  reload = (): void => {
    if (!this.unload()) return
    this.reloads++
    this.emit('did-finish-load')
  }
  forcefullyCrashRenderer = (): void => {
    this.killed++
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
  }
  setWindowOpenHandler = (handler: ContentsDouble['openHandler']): void => void (this.openHandler = handler)
  printToPDF = async (options: unknown): Promise<Buffer> => {
    this.pdfOptions = options
    if (double.hangingPdfs) return new Promise(() => {})
    if (double.failingPdfs.has(double.pdfs++)) throw new Error('the renderer is gone')
    return Buffer.from('%PDF-1.7 of the double')
  }
  print = (options: unknown, done: (success: boolean, reason: string) => void): void => {
    this.printed.push(options)
    if (double.printAnswer) done(...double.printAnswer)
    else this.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
  }
}

export class WindowDouble extends EventEmitter {
  static all: WindowDouble[] = []
  static getAllWindows = (): WindowDouble[] => WindowDouble.all.filter((window) => !window.destroyed)
  options: BrowserWindowConstructorOptions
  webContents = new ContentsDouble()
  loaded: string[] = []
  destroyed = false
  shown = false
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    WindowDouble.all.push(this)
    double.app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL = async (url: string): Promise<void> => {
    this.loaded.push(url)
    // A page on its way to the printer is fetched while the window lives, as Chromium would.
    if (url.startsWith('app://print/')) double.printedPages.push(await double.fetch(url).then((page) => page.text()))
  }
  show = (): void => void (this.shown = true)
  focus = (): void => void this.focused++
  focused = 0
  restore = (): void => {}
  maximized = false
  maximize = (): void => void (this.maximized = true)
  isMaximized = (): boolean => this.maximized
  isFullScreen = (): boolean => false
  isMinimized = (): boolean => false
  isDestroyed = (): boolean => this.destroyed
  bounds = { x: 10, y: 20, width: 1200, height: 700 }
  getNormalBounds = (): object => this.bounds
  close = (): void => {
    this.emit('close')
    if (this.webContents.unload()) this.destroy()
  }
  destroy = (): void => {
    if (this.destroyed) return
    this.destroyed = true
    this.emit('closed')
    if (WindowDouble.getAllWindows().length === 0) double.app.emit('window-all-closed')
  }
}

class AppDouble extends EventEmitter {
  isPackaged = true
  folder = ''
  paths: Record<string, string> = {}
  quits = 0
  isOnly = true
  isSandboxed = false
  getAppPath = (): string => this.folder
  getPath = (name: string): string => this.paths[name] ?? this.folder
  setPath = (name: string, path: string): void => void (this.paths[name] = path)
  getVersion = (): string => '1.2.3'
  enableSandbox = (): void => void (this.isSandboxed = true)
  /** What a second start hands over. */
  handed: unknown = null
  usesCard = true
  relaunches: unknown[] = []
  disableHardwareAcceleration = (): void => void (this.usesCard = false)
  relaunch = (options: unknown): void => void this.relaunches.push(options)
  requestSingleInstanceLock = (handed: unknown): boolean => {
    this.handed = handed
    return this.isOnly
  }
  whenReady = async (): Promise<void> => {}
  quit = (): void => void this.quits++
  exit = (status: number): void => void (this.paths['exit'] = String(status))
}

class SessionDouble extends EventEmitter {
  permissionRequest: ((contents: unknown, permission: string, answer: (allowed: boolean) => void) => void) | null = null
  permissionCheck: (() => boolean) | null = null
  devicePermission: (() => boolean) | null = null
  beforeRequest: ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | null = null
  spellChecks = true
  setPermissionRequestHandler = (handler: SessionDouble['permissionRequest']): void =>
    void (this.permissionRequest = handler)
  setPermissionCheckHandler = (handler: SessionDouble['permissionCheck']): void => void (this.permissionCheck = handler)
  setDevicePermissionHandler = (handler: SessionDouble['devicePermission']): void =>
    void (this.devicePermission = handler)
  setSpellCheckerEnabled = (enabled: boolean): void => void (this.spellChecks = enabled)
  webRequest = {
    onBeforeRequest: (handler: SessionDouble['beforeRequest']): void => void (this.beforeRequest = handler),
  }
  protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
      double.handlers.set(`scheme ${scheme}`, handler as Listener) // told apart by its key
    },
  }
}

export const double = {
  app: new AppDouble(),
  session: new SessionDouble(),
  handlers: new Map<string, Listener>(),
  schemes: [] as unknown[],
  menu: [] as MenuItemConstructorOptions[],
  /** Menus shown at the pointer. */
  shownMenus: [] as MenuItemConstructorOptions[][],
  openDialog: { canceled: true, filePaths: [] } as OpenDialogReturnValue,
  saveDialog: { canceled: true, filePath: '' },
  /** Answered one after the other, before `saveDialog`. */
  saveDialogs: [] as { canceled: boolean; filePath: string }[],
  dialogOptions: [] as Record<string, unknown>[],
  errorBoxes: [] as string[],
  questions: [] as string[][],
  /** What the questions say above their buttons. */
  told: [] as string[],
  /** Index of the button the person presses. */
  answer: 1,
  /** What the asynchronous dialogs said, and the labels of the buttons the person presses in turn; none left: the dialog stays. */
  asked: [] as { message: string; detail: string; buttons: string[] }[],
  presses: [] as string[],
  printAnswer: [true, ''] as [boolean, string] | null,
  hangingPdfs: false,
  displays: [{ x: 0, y: 0, width: 1366, height: 728 }],
  shownInFolder: [] as string[],
  /** What the system answers when it is asked to open a folder; '': it is open. */
  openPathFailure: '',
  printedPages: [] as string[],
  /** How many PDFs were asked for, and which of them (from 0) fail. */
  pdfs: 0,
  failingPdfs: new Set<number>(),
  /** As Chromium asks for a page of the scheme. */
  fetch: (url: string, init?: RequestInit): Promise<Response> =>
    double.handlers.get('scheme app')?.(new Request(url, init)) as Promise<Response>,
  /** As the page calls through ipcRenderer.invoke; `frame` is who asks. */
  invoke: (channel: string, words: unknown[], frame?: { url: string } | null): Promise<unknown> => {
    const contents = WindowDouble.all.at(-1)?.webContents ?? new ContentsDouble()
    const senderFrame = frame === undefined ? contents.mainFrame : frame
    return Promise.resolve(double.handlers.get(channel)?.({ senderFrame, sender: contents }, ...words))
  },
  reset(): void {
    WindowDouble.all = []
    double.app = new AppDouble()
    double.session = new SessionDouble()
    double.handlers.clear()
    Object.assign(double, {
      schemes: [],
      menu: [],
      shownMenus: [],
      dialogOptions: [],
      errorBoxes: [],
      questions: [],
      told: [],
      answer: 1,
      asked: [],
      presses: [],
      openDialog: { canceled: true, filePaths: [] },
      saveDialog: { canceled: true, filePath: '' },
      saveDialogs: [],
      printAnswer: [true, ''],
      hangingPdfs: false,
      displays: [{ x: 0, y: 0, width: 1366, height: 728 }],
      shownInFolder: [],
      openPathFailure: '',
      printedPages: [],
      pdfs: 0,
      failingPdfs: new Set<number>(),
    })
  },
}

/** What `import … from 'electron'` gives; looked up at each use, so that a test can begin anew. */
const late = <T extends object>(current: () => T): T =>
  new Proxy({} as T, { get: (_target, name) => Reflect.get(current(), name) as unknown })

export const electron = {
  app: late(() => double.app),
  session: late(() => ({ defaultSession: double.session, fromPartition: () => double.session })),
  BrowserWindow: WindowDouble,
  utilityProcess: UtilityProcessDouble,
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) =>
      Object.assign(template, { popup: () => void double.shownMenus.push(template) }),
    setApplicationMenu: (menu: MenuItemConstructorOptions[]) => void (double.menu = menu),
  },
  protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => double.schemes.push(...schemes) },
  ipcMain: { handle: (channel: string, handler: Listener) => double.handlers.set(channel, handler) },
  dialog: {
    showOpenDialog: async (...words: unknown[]) => {
      double.dialogOptions.push(words.at(-1) as Record<string, unknown>)
      return double.openDialog
    },
    showSaveDialog: async (...words: unknown[]) => {
      double.dialogOptions.push(words.at(-1) as Record<string, unknown>)
      return double.saveDialogs.shift() ?? double.saveDialog
    },
    showMessageBoxSync: (options: { buttons: string[]; message: string }) => {
      double.questions.push(options.buttons)
      double.told.push(options.message)
      return double.answer
    },
    showMessageBox: (...words: unknown[]): Promise<{ response: number }> => {
      const options = words.at(-1) as {
        message: string
        detail?: string
        buttons: string[]
        signal?: AbortSignal
        cancelId: number
      }
      double.asked.push({ message: options.message, detail: options.detail ?? '', buttons: options.buttons })
      const press = double.presses.shift()
      if (press !== undefined) {
        const response = options.buttons.indexOf(press)
        if (response < 0) throw new Error(`no button ${press} in ${options.buttons.join('、')}`)
        return Promise.resolve({ response })
      }
      return new Promise((resolve) => {
        options.signal?.addEventListener('abort', () => resolve({ response: options.cancelId }))
      })
    },
    showErrorBox: (_title: string, text: string) => void double.errorBoxes.push(text),
  },
  shell: {
    openPath: async () => double.openPathFailure,
    showItemInFolder: (path: string) => void double.shownInFolder.push(path),
  },
  screen: {
    getPrimaryDisplay: () => ({ workArea: double.displays[0] }),
    getAllDisplays: () => double.displays.map((workArea) => ({ workArea })),
  },
}
