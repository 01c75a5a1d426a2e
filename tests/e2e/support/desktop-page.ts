/**
 * The page as the desktop window has it – window.api instead of the loopback server – in Chromium, over a real workspace.
 * Electron's binary is not on every machine; its own part is tested against a double (tests/host).
 */
import { builtIn } from '../../../shared/templates/built-in.ts'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { findBrowser } from '../../../main/documents/pdf/find-browser.ts'
import { createFileTokens } from '../../../main/handlers/door/file-tokens.ts'
import type { Host } from '../../../main/handlers/door/host.ts'
import { openWorkspace } from '../../../main/handlers/workspace/open-workspace.ts'
import { systemId, systemNow, systemNowMs } from '../../../main/handlers/door/system.ts'
import { buildRenderer } from '../../../main/launch/renderer-build.ts'
import { findStaticFile } from '../../../main/web/static-files.ts'
import { fail } from '../../../shared/ipc/result.ts'
import type { UnsavedWork } from '../../../shared/ipc/unsaved.ts'

export interface DesktopPage {
  page: Page
  folder: string
  /** Calls that answer with a failure instead, by name. */
  failing: Set<string>
  calls: string[]
  /** What the page answered to `unsaved.ask`. */
  told: UnsavedWork[]
  given: string[]
  emit: Host['emit']
  close: () => Promise<void>
}

const root = resolve(import.meta.dirname, '..', '..', '..')
const address = 'https://jibiao.test/'

export async function openDesktopPage(given: string[] = []): Promise<DesktopPage> {
  await buildRenderer(root, () => {})
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-desktop-page-'))
  const failing = new Set<string>()
  const calls: string[] = []
  const told: UnsavedWork[] = []
  const found = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
  const browser = await chromium.launch({ executablePath: found.path ?? '', args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const emit: Host['emit'] = (event, payload) => {
    const words = [event as string, payload as unknown] as const
    const hear = page.evaluate(([name, value]) => window.dispatchEvent(new CustomEvent(name, { detail: value })), words)
    hear.catch(() => undefined) // the page is gone: as Electron, which sends nothing to a destroyed one
  }
  const host: Host = {
    kind: 'electron',
    chooseFiles: async () => null,
    chooseDestination: async ([name = '']) => ({ folder, fileName: name }),
    chooseBackup: async () => null,
    openFolder: async () => true,
    ticket: () => null,
    deliver: async (_destination, [first = '']) => ({ place: first, downloads: [] }),
    print: async () => true,
    paste: () => false,
    reload: () => true,
    takeGiven: () => given.splice(0),
    hearUnsaved: (work) => void told.push(work),
    emit,
  }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const pdf = () => ({ print: () => Promise.reject(new Error('no printer')), close: async () => {} })
  const tokens = createFileTokens(systemId, systemNowMs)
  const options = {
    file: join(folder, '绩表.db'),
    version: '1.2.3',
    log,
    pdf,
    templates: builtIn,
    now: systemNow,
    newId: systemId,
  }
  const workspace = openWorkspace(options, host, tokens)
  await page.route(`${address}**`, async (route) => {
    const file = findStaticFile(join(root, 'build', 'renderer'), new URL(route.request().url()).pathname)
    if (file) await route.fulfill({ path: file.path, contentType: file.contentType })
    else await route.fulfill({ status: 404 })
  })
  await page.exposeFunction('callProgram', (name: string, input: unknown) => {
    calls.push(name)
    return failing.has(name)
      ? fail('store-full', '磁盘空间不足，这一步没有保存：请清理出空间后再试，已保存的内容不受影响。')
      : workspace.dispatch(name, input)
  })
  await page.addInitScript(() => {
    Object.assign(window, {
      api: {
        call: (name: string, input: unknown) => Reflect.get(window, 'callProgram')(name, input) as unknown,
        on(name: string, listener: (payload: unknown) => void) {
          const hear = (event: Event) => listener((event as CustomEvent).detail)
          window.addEventListener(name, hear)
          return () => window.removeEventListener(name, hear)
        },
      },
    })
  })
  await page.goto(address)
  return {
    page,
    folder,
    failing,
    calls,
    told,
    given,
    emit,
    async close() {
      await browser.close()
      await workspace.close()
      rmSync(folder, { recursive: true })
    },
  }
}
