/**
 * The moment from which the start counts as done: the window is shown, and its page has asked for something. Told to the
 * launcher; and where this start did without the graphics card because the last one never came so far, the person is asked.
 */
import type { BrowserWindow } from 'electron'
import { ask } from '../ask.ts'
import type { Graphics } from './graphics.ts'
import { signLauncher } from './launcher-sign.ts'

export function watchFirstSight(
  window: () => BrowserWindow | null,
  graphics: Graphics,
): (step: 'shown' | 'heard') => void {
  const awaited = new Set(['shown', 'heard'])
  return (step) => {
    if (!awaited.delete(step) || awaited.size > 0) return
    signLauncher('shown')
    graphics.settle()
    if (graphics.isOnTrial) void offerPlain(window(), graphics)
  }
}

async function offerPlain(window: BrowserWindow | null, graphics: Graphics): Promise<void> {
  const answer = await ask(window, {
    message: '上一次打开时窗口没有能显示，这一次没有用显卡加速。',
    detail: '不用显卡加速时画面稍慢，其他都一样。以后可以在“查看”菜单里改。',
    buttons: [
      ['off', '以后也不用显卡加速'],
      ['on', '下次再试'],
    ],
    otherwise: 'on',
  })
  graphics.keep(answer)
}
