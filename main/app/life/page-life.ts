/**
 * What can happen to the page of the window, each with words for the person and a page that comes back: its process
 * crashed, it does not answer, it did not load. What had been typed into a cell is in the page's drafts and is found again.
 * Unseen here: all of it but the documented events. Where a `reload` brings nothing back, the page is loaded by its address.
 */
import type { BrowserWindow, RenderProcessGoneDetails } from 'electron'
import { ask } from '../ask.ts'
import { pageUrl } from '../origin.ts'
import type { Log } from '../../handlers/door/log.ts'
import type { Graphics } from './graphics.ts'

export interface PageLifeParts {
  window: BrowserWindow
  graphics: Graphics
  log: Log
  /** Ends the program although the page does not answer. */
  end: () => void
  /** Ends it and begins anew, without the graphics card. */
  restartPlain: () => void
}

const kept = '已保存的内容都在；正在填写的那一格会找回来。'
/** From `reload` to the page: longer, and it is loaded by its address. */
const reloadMs = 10_000
/** Chromium's code for a load that was replaced by another one. */
const aborted = -3

export function watchPage({ window, graphics, log, end, restartPlain }: PageLifeParts): void {
  const { webContents } = window
  /** Its process is being ended by us. */
  let isReplaced = false
  let crashes = 0
  let isAsking = false

  const once = async (work: () => Promise<void>): Promise<void> => {
    if (isAsking || window.isDestroyed()) return
    isAsking = true
    await work().finally(() => (isAsking = false))
  }
  const bringBack = (): void => {
    if (window.isDestroyed()) return
    const timer = setTimeout(() => {
      if (!window.isDestroyed())
        void webContents.loadURL(pageUrl).catch((thrown: unknown) => log.error('页面没有载入', thrown))
    }, reloadMs)
    webContents.once('did-finish-load', () => clearTimeout(timer))
    webContents.reload()
  }

  webContents.on('render-process-gone', (_event, details) => {
    if (isReplaced || details.reason === 'clean-exit') return
    crashes += 1
    log.error(`页面停止了：${details.reason}，${details.exitCode}`)
    void once(async () => {
      const mayBeCard = !graphics.isOff && crashes > 1
      const answer = await ask(window, {
        message: `页面意外停止了（${goneText(details)}）。`,
        detail: `${kept}${mayBeCard ? '这已经不是第一次：也许和显卡有关，可以不用显卡加速再试。' : ''}`,
        buttons: [
          ['back', '重新显示'],
          ...(mayBeCard ? [['plain', '不用显卡加速，重新打开程序'] as const] : []),
          ['end', '关闭程序'],
        ],
        otherwise: 'back',
      })
      if (answer === 'plain') restartPlain()
      else if (answer === 'end') end()
      else bringBack()
    })
  })

  window.on('unresponsive', () => {
    log.warn('页面没有反应')
    void once(async () => {
      const again = new AbortController()
      const answers = (): void => again.abort()
      window.once('responsive', answers)
      const answer = await ask(window, {
        message: '页面没有反应。',
        detail: `可能正在处理很大的表，可以再等一会儿。重新载入页面：${kept}`,
        buttons: [
          ['wait', '再等一会儿'],
          ['back', '重新载入页面'],
          ['end', '关闭程序'],
        ],
        otherwise: 'wait',
        signal: again.signal,
      })
      window.off('responsive', answers)
      if (answer === 'end') return end()
      if (answer !== 'back' || window.isDestroyed()) return
      isReplaced = true
      webContents.once('did-finish-load', () => (isReplaced = false))
      webContents.forcefullyCrashRenderer()
      bringBack()
    })
  })

  webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (!isMainFrame || code === aborted) return
    log.error(`页面没有载入：${code} ${description}`)
    void once(async () => {
      const answer = await ask(window, {
        message: `页面没有能打开（${description || code}）。`,
        detail: '程序的文件可能不完整：再试一次，仍不行请重新安装。数据不受影响。',
        buttons: [
          ['again', '再试一次'],
          ['end', '关闭程序'],
        ],
        otherwise: 'end',
      })
      if (answer === 'end') end()
      else void webContents.loadURL(pageUrl).catch(() => undefined) // told by this event again
    })
  })
}

const reasons: Partial<Record<RenderProcessGoneDetails['reason'], string>> = {
  oom: '内存不足',
  'memory-eviction': '内存不足',
  killed: '被系统或别的程序结束',
  'launch-failed': '没有能启动',
  'integrity-failure': '程序文件被改动或损坏',
}

const goneText = ({ reason, exitCode }: RenderProcessGoneDetails): string => reasons[reason] ?? `内部错误 ${exitCode}`
