/** The main window: its size and place are kept between starts, and it shows itself when the page has been drawn. */
import { BrowserWindow, screen } from 'electron'
import type { Rectangle, Session } from 'electron'
import type { Paths } from './paths.ts'
import { pageUrl } from './origin.ts'
import { windowSecurity } from './security.ts'

export interface WindowSettings {
  read: () => string
  write: (value: string) => void
}

/** A screen of 1366×768 at 200 % has no more. */
const smallest = { width: 640, height: 360 }

/** `settings` keeps the window's place as text. */
export function openWindow(paths: Paths, session: Session, settings: WindowSettings, devTools: boolean): BrowserWindow {
  const window = new BrowserWindow({
    ...placeOf(settings.read()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: '绩表',
    icon: paths.icon,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: { ...windowSecurity, session, preload: paths.preload, devTools },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', () => settings.write(JSON.stringify(window.getNormalBounds())))
  void window.loadURL(pageUrl)
  return window
}

/** The kept place if a screen still shows it (a second monitor may be gone), else the middle of the main one. */
function placeOf(kept: string): Partial<Rectangle> {
  const area = screen.getPrimaryDisplay().workAreaSize
  const usual = { width: Math.min(1440, area.width), height: Math.min(900, area.height) }
  const place = parsePlace(kept)
  if (!place) return usual
  const isVisible = screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, place))
  return isVisible ? place : usual
}

function parsePlace(kept: string): Rectangle | null {
  try {
    const { x, y, width, height } = JSON.parse(kept) as Partial<Rectangle>
    const numbers = [x, y, width, height]
    if (!numbers.every((value) => Number.isInteger(value) && Math.abs(value ?? 0) < 100_000)) return null
    return {
      x: x ?? 0,
      y: y ?? 0,
      width: Math.max(width ?? 0, smallest.width),
      height: Math.max(height ?? 0, smallest.height),
    }
  } catch {
    return null
  }
}

function overlaps(area: Rectangle, place: Rectangle): boolean {
  const wide = Math.min(area.x + area.width, place.x + place.width) - Math.max(area.x, place.x)
  const high = Math.min(area.y + area.height, place.y + place.height) - Math.max(area.y, place.y)
  return wide > 100 && high > 40
}
