import { describe, expect, test } from 'vitest'
import { actionOfChord, actions } from '../../../renderer/editor/actions/actions.ts'
import { keyCommand } from '../../../renderer/editor/grid/cell-keys.ts'
import type { CellMode } from '../../../renderer/editor/grid/cell-keys.ts'
import { chordOf, shortcutText } from '../../../renderer/ui/shortcut.ts'

const press = (chord: string) => {
  const parts = chord.split('+')
  return {
    key: parts.at(-1) ?? '',
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
}

const chord = (keys: Partial<Parameters<typeof chordOf>[0]>) =>
  chordOf({ key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...keys })

describe('keys of the sheet', () => {
  test.each<[string, CellMode, string | null]>([
    ['ArrowDown', 'selecting', 'move'],
    ['ArrowDown', 'typing', 'move'],
    ['ArrowDown', 'editing', null],
    ['Shift+ArrowRight', 'selecting', 'move'],
    ['Ctrl+ArrowRight', 'selecting', 'jump'],
    ['Ctrl+ArrowRight', 'typing', null],
    ['PageDown', 'selecting', 'page'],
    ['PageDown', 'typing', null],
    ['Shift+ArrowRight', 'typing', null],
    ['Alt+ArrowDown', 'selecting', 'list'],
    ['Enter', 'editing', 'enter'],
    ['Alt+Enter', 'editing', 'newline'],
    ['Ctrl+Enter', 'selecting', null],
    ['Tab', 'editing', 'tab'],
    ['Escape', 'typing', 'restore'],
    ['Escape', 'selecting', null],
    ['F2', 'selecting', 'edit'],
    ['Delete', 'selecting', 'clear'],
    ['Backspace', 'typing', null],
    ['Home', 'selecting', 'edge'],
    ['Home', 'editing', null],
    ['a', 'selecting', null],
    ['Process', 'selecting', null],
  ])('%s while %s: %s', (chord, mode, expected) => {
    expect(keyCommand(press(chord), mode)?.do ?? null).toBe(expected)
  })
})

describe('shortcuts', () => {
  test.each([
    [{ key: 'z', ctrlKey: true }, 'Ctrl+Z'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
    [{ key: '=', ctrlKey: true }, 'Ctrl+Plus'],
    [{ key: '+', ctrlKey: true, shiftKey: true }, 'Ctrl+Plus'],
    [{ key: '-', ctrlKey: true }, 'Ctrl+Minus'],
    [{ key: 'd', metaKey: true }, 'Ctrl+D'],
    [{ key: 'ArrowUp', altKey: true }, 'Alt+ArrowUp'],
  ])('%j', (keys, expected) => {
    expect(chord(keys)).toBe(expected)
  })

  test('no chord means two actions, every id is there once', () => {
    const chords = actions.flatMap((one) => one.shortcuts)
    expect(new Set(chords).size).toBe(chords.length)
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
    expect(actionOfChord('Ctrl+Plus')?.id).toBe('insert-above')
    expect(shortcutText('Ctrl+Plus')).toBe('Ctrl++')
  })
})
