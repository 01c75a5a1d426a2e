/**
 * The main window: its size and place, maximised or not, are kept between starts, and it shows itself when the page has
 * been drawn. Unseen here: whether `ready-to-show` comes on every system; a loaded page, and at last a clock, show it too.
 */
import { BrowserWindow } from 'electron'
import type { Session } from 'electron'
import type { Paths } from '../paths.ts'
import { pageUrl } from '../origin.ts'
import { windowSecurity } from '../security.ts'
import { formatPlace, smallest, startPlace } from './window-place.ts'

export interface WindowSettings {
  read: () => string
  write: (value: string) => void
}

export interface WindowParts {
  paths: Paths
  session: Session
  /** Keeps the window's place as text. */
  settings: WindowSettings
  devTools: boolean
  onShown: () => void
}

/** A page that takes longer is shown as it is. */
const longestHiddenMs = 8000

export function openWindow({ paths, session, settings, devTools, onShown }: WindowParts): BrowserWindow {
  const { isMaximized, ...place } = startPlace(settings.read())
  const window = new BrowserWindow({
    ...place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: '绩表',
    icon: paths.icon,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: { ...windowSecurity, session, preload: paths.preload, devTools },
  })
  let isShown = false
  const show = (): void => {
    if (isShown || window.isDestroyed()) return
    isShown = true
    if (isMaximized) window.maximize()
    window.show()
    onShown()
  }
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', show)
  setTimeout(show, longestHiddenMs).unref()
  const keep = (): void => {
    if (isShown) settings.write(formatPlace(window.getNormalBounds(), window.isMaximized() || window.isFullScreen()))
  }
  window.on('close', keep)
  window.on('session-end', keep) // Windows logs off: no `close` follows
  void window.loadURL(pageUrl).catch(() => undefined) // told by did-fail-load (page-life.ts)
  return window
}
