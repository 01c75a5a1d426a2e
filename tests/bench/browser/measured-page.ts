/**
 * The program in a real Chromium at 1366×768, and what the measurements read from it: event durations as the browser itself
 * counts them (key to the next paint, in steps of 8 ms), tasks over 50 ms, frames while scrolling, processor slowed down.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import type { CDPSession, Page } from 'playwright-core'
import { findBrowser } from '../../../main/documents/pdf/find-browser.ts'

const root = resolve(import.meta.dirname, '..', '..', '..')

export interface MeasuredPage {
  page: Page
  session: CDPSession
  /** From starting the program to its address. */
  serverMs: number
  /** From asking for the page to rows on the screen. */
  listMs: number
  close: () => Promise<void>
}

export async function openMeasuredPage(folder: string): Promise<MeasuredPage> {
  const found = findBrowser({ platform: process.platform, env: process.env, exists: existsSync })
  if (found.path === null) throw new Error(found.message)
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] })
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.addInitScript(watchThePage)
  const startedAt = performance.now()
  const server = spawn(process.execPath, [join(root, 'main', 'launch', 'start.ts'), '--no-open', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((started, failed) => {
    server.stdout.on('data', (chunk: Buffer) => {
      const address = /绩表已启动：(http:\S+)/.exec(chunk.toString('utf8'))?.[1]
      if (address !== undefined) started(address)
    })
    server.once('exit', () => failed(new Error('the browser host did not start')))
  })
  const serverMs = performance.now() - startedAt
  await page.goto(url)
  await page.locator('.row-check').first().waitFor()
  const listMs = performance.now() - startedAt - serverMs
  return {
    page,
    session: await context.newCDPSession(page),
    serverMs,
    listMs,
    close: async () => {
      await browser.close()
      server.kill('SIGTERM')
    },
  }
}

/** What the watchers below have written since the last reading. */
export interface Watched {
  /** Key by key: from the key reaching the browser to the message that follows the next frame. */
  keys: { key: string; ms: number }[]
  /** The browser's own event entries, in steps of 8 ms; keys under 16 ms make none. */
  entriesMs: number[]
  longTasksMs: number[]
}

declare global {
  interface Window {
    watched: Watched
  }
}

/** Runs in the page before anything else. */
export function watchThePage(): void {
  const watched: Watched = { keys: [], entriesMs: [], longTasksMs: [] }
  window.watched = watched
  const channel = new MessageChannel()
  const waiting: { key: string; at: number }[] = []
  channel.port1.addEventListener('message', () => {
    for (const { key, at } of waiting.splice(0)) watched.keys.push({ key, ms: performance.now() - at })
  })
  channel.port1.start()
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) =>
      requestAnimationFrame(() => {
        waiting.push({ key, at: timeStamp })
        channel.port2.postMessage(null)
      }),
    { capture: true },
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') watched.entriesMs.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit) // the DOM types do not know it yet
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.longTasksMs.push(entry.duration)
  }).observe({ type: 'longtask' })
}

export async function readWatched(page: Page): Promise<Watched> {
  await page.waitForTimeout(400)
  return page.evaluate(() => {
    const { watched } = window
    const read = { ...watched }
    Object.assign(watched, { keys: [], entriesMs: [], longTasksMs: [] })
    return read
  })
}

export interface Act {
  /** Goes to this place of the page … */
  hash?: string
  /** … or writes this text into the search field. */
  search?: string
}

/** From an act to the message after the first frame in which `selector` is there, says `text`, and holds the focus if asked. */
export function untilPainted(
  page: Page,
  act: Act,
  wanted: { selector: string; text?: string; focused?: boolean },
): Promise<number> {
  return page.evaluate(
    ([{ hash, search }, { selector, text = '', focused = false }]) =>
      new Promise<number>((done) => {
        const start = performance.now()
        if (hash !== undefined) location.hash = hash
        const field = document.querySelector<HTMLInputElement>('.project-search input')
        if (search !== undefined && field) {
          // as React hears it: its own setter is passed over
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, search)
          field.dispatchEvent(new Event('input', { bubbles: true }))
        }
        const look = () => {
          const found = document.querySelector(selector)
          const isThere =
            found && (found.textContent ?? '').includes(text) && (!focused || document.activeElement === found)
          if (!isThere) return requestAnimationFrame(look)
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => done(performance.now() - start))
          channel.port1.start()
          return channel.port2.postMessage(null)
        }
        requestAnimationFrame(look)
      }),
    [act, wanted] as const,
  )
}
