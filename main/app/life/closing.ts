/**
 * Before the page goes away with something unsaved, the person is asked: in Electron a page that refuses to unload is
 * simply not unloaded, without a word. The page first saves what it can; only what is left is asked about.
 * Unseen here: the order of `close` and `will-prevent-unload`. So nothing follows from it: whatever is refused is taken
 * for closing unless the program itself has asked for a reload.
 */
import type { BrowserWindow } from 'electron'
import { ask } from '../ask.ts'
import type { UnsavedWork } from '../../../shared/ipc/unsaved.ts'
import type { Log } from '../../handlers/door/log.ts'

export interface ClosingParts {
  window: BrowserWindow
  /** What the page could not save; null: it does not answer. */
  hear: () => Promise<UnsavedWork | null>
  /** Asks for a place and writes a copy there; false: the person gave up. */
  copy: (work: UnsavedWork) => Promise<boolean>
  /** The window stays: whatever waits for its end is off. */
  stay: () => void
  log: Log
}

export interface Closing {
  /** The page anew, from the program's own menu or after a restore. */
  reload: () => void
  /** Closes without a question: it was answered. */
  leave: () => void
}

/** From the person's answer to a window that has gone. */
const closeMs = 3000

export function guardClosing({ window, hear, copy, stay, log }: ClosingParts): Closing {
  const { webContents } = window
  let isAnswered = false
  let isAsking = false
  let wanted: 'close' | 'reload' = 'close'

  const leave = (): void => {
    isAnswered = true
    if (wanted === 'reload') return webContents.reload()
    window.close()
    setTimeout(() => window.isDestroyed() || window.destroy(), closeMs).unref() // a page that still refuses, or hangs
  }
  webContents.on('did-finish-load', () => {
    isAnswered = false
    wanted = 'close'
  })
  webContents.on('will-prevent-unload', (event) => {
    if (isAnswered) return event.preventDefault() // which lets it go
    if (isAsking) return
    isAsking = true
    void settle()
      .catch((thrown: unknown) => log.error('没有能询问是否关闭', thrown))
      .finally(() => (isAsking = false))
  })
  return {
    reload() {
      wanted = 'reload'
      webContents.reload()
    },
    leave,
  }

  async function settle(): Promise<void> {
    const work = await hear()
    if (window.isDestroyed()) return
    if (work?.names.length === 0) return leave()
    const end = wanted === 'reload' ? '重新载入' : '关闭'
    for (;;) {
      const answer = await ask(window, {
        message: work ? `${listed(work.names)}还有没保存的内容。` : '页面里可能还有没保存的内容。',
        detail: work?.reason ?? '页面没有回答。',
        buttons: [
          ['stay', '不关闭，等它保存'],
          ...(work && work.entries.length > 0 ? [['copy', `另存一份，然后${end}`] as const] : []),
          ['leave', `不保存，直接${end}`],
        ],
        otherwise: 'stay',
      })
      if (answer === 'leave') return leave()
      if (answer === 'copy' && work) {
        if (await copy(work)) return leave()
        continue // the person went back from the file dialog
      }
      wanted = 'close'
      return stay()
    }
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`)
  return names.length > 3 ? `${shown.join('、')}等 ${names.length} 处` : shown.join('、')
}
