import { expect, test } from 'vitest'
import { rowCommand } from '../../../renderer/projects/list/row-keys.ts'

const press = (chord: string, at = 5) => {
  const parts = chord.split('+')
  const key = { Space: ' ' }[parts.at(-1) ?? ''] ?? parts.at(-1) ?? ''
  return rowCommand(
    { key, ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') },
    at,
    10,
    100,
  )
}

test.each([
  ['ArrowDown', 5, { do: 'move', to: 6, extend: false }],
  ['Shift+ArrowUp', 5, { do: 'move', to: 4, extend: true }],
  ['ArrowUp', 0, { do: 'move', to: 0, extend: false }],
  ['PageDown', 95, { do: 'move', to: 99, extend: false }],
  ['PageUp', 25, { do: 'move', to: 15, extend: false }],
  ['End', 5, { do: 'move', to: 99, extend: false }],
  ['Home', 5, { do: 'move', to: 0, extend: false }],
  ['Space', 5, { do: 'toggle' }],
  ['Ctrl+a', 5, { do: 'mark-all' }],
  ['Ctrl+F', 5, { do: 'search' }],
  ['/', 5, { do: 'search' }],
  ['Delete', 5, { do: 'remove' }],
  ['Escape', 5, { do: 'unmark' }],
  ['Enter', 5, null],
  ['x', 5, null],
  ['Alt+ArrowDown', 5, null],
] as const)('%s on row %i', (chord, at, command) => {
  expect(press(chord, at)).toEqual(command)
})
