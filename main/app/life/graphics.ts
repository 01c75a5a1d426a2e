/**
 * Whether the window is drawn with the graphics card. A start that never showed its window, or whose graphics process
 * crashed, leaves a mark, and the next start does without the card; the person then decides for the time to come. Kept
 * in a file of its own, because it must be known before the app is ready and before any workspace is open.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

export interface Graphics {
  /** This start does without the card. */
  isOff: boolean
  /** It is off only because the last start did not come to an end; the person was not asked yet. */
  isOnTrial: boolean
  /** The window is there, or the start ended in order: the card is not to blame. */
  settle: () => void
  /** The graphics process has crashed; the next start does without it unless `settle` or `keep` follows. */
  mark: () => void
  /** From the next start on. */
  keep: (use: 'on' | 'off') => void
}

interface Kept {
  use: 'on' | 'off'
  /** A start or a crash whose end is not known. */
  isOpen: boolean
}

/** Before the app is ready. `folder` exists. */
export function startGraphics(folder: string): Graphics {
  const file = join(folder, 'graphics.json')
  let kept = read(file)
  const isOff = kept.use === 'off' || kept.isOpen
  const isOnTrial = kept.use === 'on' && kept.isOpen
  const write = (next: Partial<Kept>): void => {
    kept = { ...kept, ...next }
    try {
      writeFileSync(file, JSON.stringify(kept))
    } catch {
      return // a full disk: the card is tried again at the next start
    }
  }
  if (isOff) app.disableHardwareAcceleration()
  write({ isOpen: true })
  return {
    isOff,
    isOnTrial,
    settle: () => write({ isOpen: false }),
    mark: () => write({ isOpen: true }),
    keep: (use) => write({ use, isOpen: false }),
  }
}

function read(file: string): Kept {
  try {
    const { use, isOpen } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>
    return { use: use === 'off' ? 'off' : 'on', isOpen: isOpen === true }
  } catch {
    return { use: 'on', isOpen: false } // the first start
  }
}
