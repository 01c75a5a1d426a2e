/**
 * What a key means in the one textarea of the sheet, as data. Never starts editing by itself: letters arrive through
 * input and composition events (platform.md, rule 2), so a key that is not named here is left to the browser.
 * `mode`: selecting; typing (started by typing, arrows leave the cell); editing (F2, arrows move in the text).
 */
import type { Direction } from './navigation.ts'

export type CellMode = 'selecting' | 'typing' | 'editing'

export type KeyCommand =
  | { do: 'move' | 'jump'; direction: Direction; extend: boolean }
  | { do: 'page'; by: 1 | -1; extend: boolean }
  | { do: 'enter'; back: boolean }
  | { do: 'tab'; back: boolean }
  | { do: 'edge'; edge: 'start' | 'end'; of: 'row' | 'sheet'; extend: boolean }
  | { do: 'edit' | 'toggle' | 'restore' | 'clear' | 'newline' | 'list' | 'hide-list' }

export interface KeyPress {
  key: string
  ctrl: boolean
  shift: boolean
  alt: boolean
}

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

export function keyCommand({ key, ctrl, shift, alt }: KeyPress, mode: CellMode): KeyCommand | null {
  const direction = arrows[key]
  if (direction) return arrowCommand(direction, { ctrl, shift, alt }, mode)
  if (key === 'Tab' && !ctrl && !alt) return { do: 'tab', back: shift }
  if (key === 'Enter' && alt) return { do: 'newline' }
  if (key === 'Enter' && !ctrl) return { do: 'enter', back: shift }
  if (key === 'Escape' && mode !== 'selecting') return { do: 'restore' }
  if (key === 'F2' && !alt && !shift) return { do: mode === 'selecting' ? 'edit' : 'toggle' }
  if (mode !== 'selecting' || alt) return null
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' }
  if ((key === 'PageUp' || key === 'PageDown') && !ctrl) {
    return { do: 'page', by: key === 'PageUp' ? -1 : 1, extend: shift }
  }
  if (key === 'Home' || key === 'End') {
    return { do: 'edge', edge: key === 'Home' ? 'start' : 'end', of: ctrl ? 'sheet' : 'row', extend: shift }
  }
  return null
}

function arrowCommand(direction: Direction, held: Omit<KeyPress, 'key'>, mode: CellMode): KeyCommand | null {
  if (held.alt && direction === 'up' && mode !== 'selecting') return { do: 'hide-list' }
  if (held.alt) return direction === 'down' ? { do: 'list' } : null
  if (mode === 'editing' || (mode === 'typing' && held.shift)) return null
  if (held.ctrl && mode === 'typing') return null
  return { do: held.ctrl ? 'jump' : 'move', direction, extend: held.shift }
}
