/**
 * Tables → printed pages in small pieces of work, so that the page stays alive while a volume of thousands is laid out.
 * What is ready is handed out as it grows; with cover and contents in front only the whole, because they come last.
 */
import { startVolume } from '../../shared/print/html.ts'
import type { Sheet } from '../../shared/print/html.ts'
import type { Layout } from '../../shared/layout/layout.ts'

export interface LaidOut {
  sheets: readonly Sheet[]
  isComplete: boolean
}

export interface LayOutOptions {
  title: string
  /** Cover and contents. */
  front: boolean
}

export interface LayOutWork {
  isWanted: () => boolean
  publish: (laidOut: LaidOut) => void
  /** Lets the page draw and answer. */
  pause: () => Promise<void>
  nowMs: () => number
}

/** Well below the 50 ms in which a key must be answered. */
const pieceMs = 8
const sheetsPerPublish = 100

export async function layOutSheets(
  tables: readonly Layout[],
  { title, front }: LayOutOptions,
  { isWanted, publish, pause, nowMs }: LayOutWork,
): Promise<void> {
  const volume = startVolume({ title, cover: front, contents: front })
  const sheets: Sheet[] = []
  let published = 0
  let begun = nowMs()
  for (const table of tables) {
    sheets.push(...volume.add(table))
    if (!front && sheets.length - published >= sheetsPerPublish) {
      published = sheets.length
      publish({ sheets: [...sheets], isComplete: false })
    } else if (nowMs() - begun < pieceMs) continue
    await pause()
    if (!isWanted()) return
    begun = nowMs()
  }
  publish({ sheets: [...volume.front(), ...sheets], isComplete: true })
}
