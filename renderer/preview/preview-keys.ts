/** What a key does on the page of the preview: turns pages, zooms, prints. */
import { chordOf } from '../ui/shortcut.ts'
import type { KeyChord } from '../ui/shortcut.ts'

export type PreviewCommand = { do: 'turn'; by: number } | { do: 'zoom'; by: 1 | -1 } | { do: 'fit' } | { do: 'print' }

/** The first and the last page are as far as one likes to go: the caller keeps the place inside. */
const commands: Readonly<Record<string, PreviewCommand>> = {
  PageDown: { do: 'turn', by: 1 },
  PageUp: { do: 'turn', by: -1 },
  Home: { do: 'turn', by: -Infinity },
  End: { do: 'turn', by: Infinity },
  'Ctrl+Home': { do: 'turn', by: -Infinity },
  'Ctrl+End': { do: 'turn', by: Infinity },
  'Ctrl+Plus': { do: 'zoom', by: 1 },
  'Ctrl+Minus': { do: 'zoom', by: -1 },
  'Ctrl+0': { do: 'fit' },
  'Ctrl+P': { do: 'print' },
}

export const previewCommand = (event: KeyChord): PreviewCommand | undefined => commands[chordOf(event)]
