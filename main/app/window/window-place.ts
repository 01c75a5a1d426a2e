/**
 * Where the window was, as text in the settings, and where it opens: there, as far as a screen that exists still shows it.
 * In the system's device-independent pixels.
 */
import { screen } from 'electron'
import type { Rectangle } from 'electron'

/** A screen of 1366×768 at 200 % has no more. */
export const smallest = { width: 640, height: 360 }

export type StartPlace = Partial<Rectangle> & { isMaximized: boolean }

export function formatPlace({ x, y, width, height }: Rectangle, isMaximized: boolean): string {
  return JSON.stringify({ x, y, width, height, isMaximized })
}

/** Without a kept place the middle of the main screen. */
export function startPlace(kept: string): StartPlace {
  const place = parsePlace(kept)
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  if (place) {
    const { isMaximized, ...wanted } = place
    if (areas.some((area) => isReachable(area, wanted))) return place
    return { ...fitted(nearest(areas, wanted) ?? screen.getPrimaryDisplay().workArea, wanted), isMaximized }
  }
  const { width, height } = screen.getPrimaryDisplay().workArea
  return { width: Math.min(1440, width), height: Math.min(900, height), isMaximized: false }
}

function parsePlace(kept: string): (Rectangle & { isMaximized: boolean }) | null {
  try {
    const { x, y, width, height, isMaximized } = JSON.parse(kept) as Partial<Rectangle & { isMaximized: boolean }>
    const numbers = [x, y, width, height]
    if (!numbers.every((value) => Number.isInteger(value) && Math.abs(value ?? 0) < 100_000)) return null
    return {
      x: x ?? 0,
      y: y ?? 0,
      width: Math.max(width ?? 0, smallest.width),
      height: Math.max(height ?? 0, smallest.height),
      isMaximized: isMaximized === true,
    }
  } catch {
    return null // nothing kept yet
  }
}

/** The frame that Windows draws around a window is invisible and lies outside of it. */
const frame = 10

/** The window lies on this screen with its title bar and most of its size. */
function isReachable(area: Rectangle, place: Rectangle): boolean {
  const isInHeight = place.y >= area.y - frame && place.y + place.height <= area.y + area.height + frame
  return isInHeight && place.x >= area.x - frame && place.x + place.width <= area.x + area.width + frame
}

/** The screen that shows most of it. */
function nearest(areas: readonly Rectangle[], place: Rectangle): Rectangle | undefined {
  const shown = (area: Rectangle): number => {
    const wide = Math.min(area.x + area.width, place.x + place.width) - Math.max(area.x, place.x)
    const high = Math.min(area.y + area.height, place.y + place.height) - Math.max(area.y, place.y)
    return wide > 0 && high > 0 ? wide * high : 0
  }
  return areas.filter((area) => shown(area) > 0).toSorted((one, other) => shown(other) - shown(one))[0]
}

/** Moved, and where it must be made smaller, into the screen. */
function fitted(area: Rectangle, place: Rectangle): Rectangle {
  const width = Math.min(place.width, area.width)
  const height = Math.min(place.height, area.height)
  return {
    x: inside(place.x, area.x, area.width - width),
    y: inside(place.y, area.y, area.height - height),
    width,
    height,
  }
}

const inside = (value: number, start: number, room: number): number => Math.min(Math.max(value, start), start + room)
