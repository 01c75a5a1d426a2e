/**
 * Tells `npm start`, which waits for the window, how far it is (main/launch/window/run-window.ts). A packaged program was started
 * by nobody who waits, and writes nothing.
 */
import { writeFileSync } from 'node:fs'
import { app } from 'electron'
import { signVariable } from '../../launch/window/window-sign.ts'
import type { WindowSign } from '../../launch/window/window-sign.ts'

export function signLauncher(sign: WindowSign): void {
  const file = process.env[signVariable]
  if (app.isPackaged || !file) return
  try {
    writeFileSync(file, sign)
  } catch {
    return // the launcher was ended: nobody waits
  }
}

/** Around a question to the person, however long that takes to answer. */
export function asking<T>(ask: () => T): T {
  signLauncher('asking')
  const answer = ask()
  signLauncher('starting')
  return answer
}
