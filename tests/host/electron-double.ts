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
  paste = (): void => void this.pastes++
  isDestroyed = (): boolean => false
  send = (...words: unknown[]): void => void this.sent.push(words)
  setWindowOpenHandler = (handler: ContentsDouble['openHandler']): void => void (this.openHandler = handler)
  printToPDF = async (options: unknown): Promise<Buffer> => {
    this.pdfOptions = options
    if (double.failingPdfs.has(double.pdfs++)) throw new Error('the renderer is gone')
    return Buffer.from('%PDF-1.7 of the double')
  }
  print = (options: unknown, done: (success: boolean, reason: string) => void): void => {
    this.printed.push(options)
    done(true, '')
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
  focus = (): void => {}
  restore = (): void => {}
  isMinimized = (): boolean => false
  isDestroyed = (): boolean => this.destroyed
  getNormalBounds = (): object => ({ x: 10, y: 20, width: 1200, height: 800 })
  destroy = (): void => {
    this.destroyed = true
    this.emit('closed')
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
  requestSingleInstanceLock = (): boolean => this.isOnly
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
  dialogOptions: [] as Record<string, unknown>[],
  errorBoxes: [] as string[],
  questions: [] as string[][],
  /** Index of the button the person presses. */
  answer: 1,
  shownInFolder: [] as string[],
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
      answer: 1,
      shownInFolder: [],
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
      return double.saveDialog
    },
    showMessageBoxSync: (options: { buttons: string[] }) => {
      double.questions.push(options.buttons)
      return double.answer
    },
    showErrorBox: (_title: string, text: string) => void double.errorBoxes.push(text),
  },
  shell: { showItemInFolder: (path: string) => void double.shownInFolder.push(path) },
  screen: {
    getPrimaryDisplay: () => ({ workAreaSize: { width: 1366, height: 728 } }),
    getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
  },
}
