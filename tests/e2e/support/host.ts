/**
 * The program under test, opened as a person does: the desktop window where Electron is on this machine (set
 * E2E_HOST=browser to skip it), else the browser host in a real Chromium. A test sees only a page, a data folder and the
 * few things a person can do around them: reload, kill, start again, receive an exported file.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, chromium } from 'playwright-core'
import type { Browser, BrowserContext, ElectronApplication, Page } from 'playwright-core'
import { findBrowser } from '../../../main/documents/pdf/find-browser.ts'
import { findElectron } from '../../../main/launch/window/electron-binary.ts'

const root = resolve(import.meta.dirname, '..', '..', '..')
const electron = findElectron(join(root, 'node_modules', 'electron'), process)
const chromiumFound = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })

export type HostKind = 'electron' | 'browser'

/** Which host the tests drive; null: neither is there, and `hostMessage` says why. */
export const hostKind: HostKind | null =
  electron.path !== null && process.env['E2E_HOST'] !== 'browser'
    ? 'electron'
    : chromiumFound.path === null
      ? null
      : 'browser'

export const hostMessage =
  hostKind === 'electron'
    ? '界面测试：在 Electron 桌面窗口里运行'
    : hostKind === 'browser'
      ? `界面测试：在浏览器里运行（${chromiumFound.path ?? ''}）`
      : `界面测试没有运行：${chromiumFound.path === null ? chromiumFound.message : ''}`

export interface OpenOptions {
  /** A data folder of an earlier run; a new one otherwise. */
  data?: string
  colorScheme?: 'light' | 'dark'
}

export interface OpenedApp {
  page: Page
  data: string
  /** The address the page was opened by; '' for the desktop window. */
  address: string
  /** What went wrong on the page: errors thrown and console errors. */
  faults: string[]
  /** kill -9 of the program. */
  kill: () => Promise<void>
  /** One that opens the program once more (browser). */
  newAddress: () => Promise<string>
  /** Another window of the same program, at a place of the page (`#/edit/…`). Only in a browser: the desktop program has one. */
  openWindow: (place?: string) => Promise<Page>
  /** The program again after it was killed, with the page as it stands. Only where the page outlives it: in a browser. */
  startAgain: () => Promise<void>
  /** Runs what exports one file, and answers where it was written. */
  exported: (act: () => Promise<void>) => Promise<string>
  close: () => Promise<void>
}

export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'jibiao-e2e-'))
  return hostKind === 'electron' ? openWindow(data, options) : openInBrowser(data, options)
}

export const removeData = (data: string): void => rmSync(data, { recursive: true, force: true })

async function openInBrowser(data: string, { colorScheme = 'light' }: OpenOptions): Promise<OpenedApp> {
  let program = await startServer(data)
  const browser = await chromium.launch({
    executablePath: chromiumFound.path ?? '',
    args: ['--no-sandbox'],
  })
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    colorScheme,
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const faults = watch(page)
  const address = await program.newUrl()
  await page.goto(address)
  return {
    page,
    data,
    address,
    faults,
    kill: () => kill(program.server),
    newAddress: () => program.newUrl(),
    openWindow: async (place = '') => {
      const other = await context.newPage()
      await other.goto(await program.newUrl())
      await other.waitForFunction(() => sessionStorage.length > 0) // the line is open
      await other.evaluate((hash) => void (location.hash = hash), place)
      return other
    },
    startAgain: async () => {
      program = await startServer(data)
    },
    exported: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()])
      const path = join(data, download.suggestedFilename())
      await download.saveAs(path)
      return path
    },
    close: () => closeBrowser(browser, context, program.server),
  }
}

async function closeBrowser(browser: Browser, context: BrowserContext, server: ChildProcess): Promise<void> {
  await context.close()
  await browser.close()
  server.kill('SIGTERM')
  await gone(server)
}

interface RunningProgram {
  server: ChildProcess
  /** The address printed last, each once: the next comes when it was used. */
  newUrl: () => Promise<string>
}

async function startServer(data: string): Promise<RunningProgram> {
  const server = spawn(process.execPath, [join(root, 'main', 'launch', 'start.ts'), '--no-open', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const printed = () => [...said.matchAll(/(?:绩表已启动|需要再次打开时请用)：(http:\S+)\n/g)].at(-1)?.[1] ?? ''
  await new Promise<void>((found, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (printed() !== '') found()
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.once('exit', () => failed(new Error(`the browser host did not start:\n${said}`)))
  })
  let used = ''
  const newUrl = async (): Promise<string> => {
    while (printed() === used) await new Promise((again) => setTimeout(again, 20))
    used = printed()
    return used
  }
  return { server, newUrl }
}

async function openWindow(data: string, { colorScheme = 'light' }: OpenOptions): Promise<OpenedApp> {
  const { buildDesktop } = await import('../../../main/launch/desktop-build.ts')
  await buildDesktop(root)
  const app = await _electron.launch({
    executablePath: electron.path ?? '',
    args: [root, '--data', data],
    colorScheme,
  })
  const page = await app.firstWindow()
  const faults = watch(page)
  await page.setViewportSize({ width: 1366, height: 768 })
  return {
    page,
    data,
    address: '',
    faults,
    kill: () => kill(app.process()),
    newAddress: () => Promise.reject(new Error('the desktop window has no address')),
    openWindow: () => Promise.reject(new Error('the desktop program has one window')),
    startAgain: () => Promise.reject(new Error('the window has gone with its program')),
    exported: async (act) => {
      const path = join(data, '导出')
      await answerSaveDialog(app, path)
      await act()
      await page.getByText('已导出', { exact: false }).waitFor()
      return path
    },
    close: () => app.close(),
  }
}

/** The only stand-in: the person's answer to the system's dialog. */
async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return faults
}

async function kill(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL')
  await gone(process)
}

async function gone(process: ChildProcess): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) {
    await new Promise<void>((resolve) => process.once('exit', () => resolve()))
  }
}
