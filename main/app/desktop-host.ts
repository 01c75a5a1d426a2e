/** The desktop window's side of the handlers' needs: dialogs of the system, printing, events to the page. */
import { BrowserWindow } from 'electron'
import type { Host } from '../handlers/door/host.ts'
import type { Closing } from './life/closing.ts'
import type { Dialogs } from './dialogs.ts'
import { sendEvent } from './ipc.ts'

export interface DesktopHostParts {
  window: () => BrowserWindow | null
  closing: () => Closing | null
  dialogs: Dialogs
  print: Host['print']
  hearUnsaved: Host['hearUnsaved']
  takeGiven: Host['takeGiven']
}

export function createDesktopHost({ window, closing, dialogs, print, hearUnsaved, takeGiven }: DesktopHostParts): Host {
  return {
    kind: 'electron',
    ...dialogs,
    print,
    hearUnsaved,
    takeGiven,
    ticket: () => null, // files are written where the person said
    paste() {
      const shown = window()
      shown?.webContents.paste()
      return shown !== null
    },
    reload() {
      const guard = closing()
      guard?.reload()
      return guard !== null
    },
    emit: (event, payload) => {
      for (const each of BrowserWindow.getAllWindows()) sendEvent(each.webContents, event, payload)
    },
  }
}
