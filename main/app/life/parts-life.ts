/**
 * Chromium's other processes: the one of the graphics card, network, printing. Chromium starts them again by itself
 * (unseen here); the person is told, and after the graphics process crashed may go on without the card.
 */
import { app } from 'electron'
import type { BrowserWindow, Details } from 'electron'
import { ask } from '../ask.ts'
import type { Log } from '../../handlers/door/log.ts'
import type { Graphics } from './graphics.ts'

export interface PartsLifeParts {
  window: () => BrowserWindow | null
  graphics: Graphics
  log: Log
  reload: () => void
  restartPlain: () => void
}

export function watchParts({ window, graphics, log, reload, restartPlain }: PartsLifeParts): void {
  let isAsking = false
  /** Of each kind once: a part that crashes again and again would ask again and again. */
  const told = new Set<string>()
  app.on('child-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window() === null) return // an orderly end, or the end of the program
    const name = details.name ?? details.type
    log.error(`程序的一个部分停止了：${details.type} ${name}，${details.reason}，${details.exitCode}`)
    if (isAsking || told.has(name)) return
    told.add(name)
    isAsking = true
    void tell(details).finally(() => (isAsking = false))
  })

  async function tell({ type }: Details): Promise<void> {
    const isCard = type === 'GPU' && !graphics.isOff
    if (isCard) graphics.mark() // should the program go down with it before the answer
    const answer = await ask(window(), {
      message: isCard ? '显卡加速出了问题，画面可能变黑或不完整。' : '程序的一个部分意外停止了，可能影响显示或打印。',
      detail: '已保存的内容不受影响；正在填写的那一格会找回来。',
      buttons: [
        ['reload', '重新显示页面'],
        ...(isCard ? [['plain', '以后不用显卡加速，重新打开程序'] as const] : []),
        ['stay', '继续'],
      ],
      otherwise: 'stay',
    })
    if (answer === 'plain') return restartPlain()
    if (isCard) graphics.settle()
    if (answer === 'reload') reload()
  }
}
