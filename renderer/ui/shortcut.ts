/** Shortcuts as text (`Ctrl+Shift+Z`, `Alt+ArrowUp`): one spelling for matching a key press, for menus and for tooltips. */
export interface KeyChord {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** The chord of a key press; ⌘ counts as Ctrl. Plus and minus are named by meaning, whatever key they stand on. */
export function chordOf(event: KeyChord): string {
  const key = keyName(event)
  const shiftMatters = key !== 'Plus'
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && shiftMatters ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+')
}

function keyName({ key, code }: KeyChord): string {
  if (key === '+' || key === '=' || code === 'NumpadAdd') return 'Plus'
  if (key === '-' || key === '_' || code === 'NumpadSubtract') return 'Minus'
  if (key === ' ') return 'Space'
  return key.length === 1 ? key.toUpperCase() : key
}

const shown: Record<string, string> = {
  Plus: '+',
  Minus: '-',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Space: '空格',
}

/** As people read it: Ctrl + +, Alt+↑. */
export const shortcutText = (chord: string): string =>
  chord
    .split('+')
    .map((part) => shown[part] ?? part)
    .join('+')
