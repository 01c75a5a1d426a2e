/** Questions in a dialog of the system over the window, each button with what it means. */
import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { signLauncher } from './life/launcher-sign.ts'

export interface Question<Answer extends string> {
  message: string
  detail?: string
  /** In the order they are shown; the first is what Enter presses. */
  buttons: readonly (readonly [answer: Answer, label: string])[]
  /** What Esc and the dialog's own closing mean. */
  otherwise: Answer
  /** Takes the dialog away unanswered: the answer is `otherwise`. */
  signal?: AbortSignal
}

export async function ask<Answer extends string>(
  window: BrowserWindow | null,
  { message, detail, buttons, otherwise, signal }: Question<Answer>,
): Promise<Answer> {
  const options = {
    type: 'warning' as const,
    title: '绩表',
    message,
    ...(detail !== undefined && { detail }),
    buttons: buttons.map(([, label]) => label),
    defaultId: 0,
    cancelId: Math.max(
      0,
      buttons.findIndex(([answer]) => answer === otherwise),
    ),
    noLink: true,
    ...(signal && { signal }),
  }
  signLauncher('asking')
  const { response } =
    window && !window.isDestroyed()
      ? await dialog.showMessageBox(window, options)
      : await dialog.showMessageBox(options)
  signLauncher('starting')
  return buttons[response]?.[0] ?? otherwise
}
