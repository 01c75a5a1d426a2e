/**
 * THE SECURITY POLICY as a table: what is closed, how, and why. Every row is applied to the session or to each new page
 * before anything is loaded. What the build closes (fuses) stands in electron-builder.yml.
 */
import type { Session, WebContents } from 'electron'
import { isOwnPage, pageOrigin, printOrigin } from './origin.ts'

interface SessionRow {
  subject: string
  reason: string
  apply: (session: Session) => void
}

interface PageRow {
  subject: string
  reason: string
  apply: (contents: WebContents) => void
}

export const sessionPolicy: SessionRow[] = [
  {
    subject: 'permission requests',
    reason: 'The page needs none: copy and paste come as DOM events, files through dialogs of the program.',
    apply: (session) => session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)),
  },
  {
    subject: 'permission checks',
    reason: 'Some permissions are only checked, never requested.',
    apply: (session) => session.setPermissionCheckHandler(() => false),
  },
  {
    subject: 'devices',
    reason: 'No USB, serial, HID or Bluetooth device belongs to the work.',
    apply: (session) => session.setDevicePermissionHandler(() => false),
  },
  {
    subject: 'network',
    reason: 'The program works offline and sends nothing; whatever a pasted text or a file asks for is not fetched.',
    apply: (session) =>
      session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnRequest(details.url) })),
  },
  {
    subject: 'downloads',
    reason: 'Exports are written by the program; nothing on the page downloads.',
    apply: (session) => session.on('will-download', (event) => event.preventDefault()),
  },
  {
    subject: 'spelling dictionaries',
    reason: 'Chromium would fetch them from the network.',
    apply: (session) => session.setSpellCheckerEnabled(false),
  },
]

export const pagePolicy: PageRow[] = [
  {
    subject: 'navigation',
    reason: 'A link or a dropped file must not replace the program.',
    apply: (contents) => contents.on('will-navigate', (event) => event.preventDefault()),
  },
  {
    subject: 'navigation of frames',
    reason: 'The same for frames inside the page.',
    apply: (contents) => contents.on('will-frame-navigate', (event) => event.preventDefault()),
  },
  {
    subject: 'redirects',
    reason: 'Own pages never redirect.',
    apply: (contents) => contents.on('will-redirect', (event) => event.preventDefault()),
  },
  {
    subject: 'new windows',
    reason: 'window.open and target=_blank would leave the program.',
    apply: (contents) => contents.setWindowOpenHandler(() => ({ action: 'deny' })),
  },
  {
    subject: 'webviews',
    reason: 'No foreign page is ever shown.',
    apply: (contents) => contents.on('will-attach-webview', (event) => event.preventDefault()),
  },
]

/** Only the program's own scheme, and what the page makes itself (blob:, data:) or the developer tools need. */
function isOwnRequest(address: string): boolean {
  if (isOwnPage(address, pageOrigin) || isOwnPage(address, printOrigin)) return true
  return /^(?:data|blob|devtools):/.test(address)
}

/** What every window of the program is created with. */
export const windowSecurity = {
  sandbox: true, // the page's process has no more rights than a browser tab
  contextIsolation: true, // the page cannot touch the preload's objects
  nodeIntegration: false, // no Node in the page
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false, // dropped files are input, not addresses
  spellcheck: false,
} as const
