/**
 * Entry of the thread in which a mutant's clipboard is pasted and its steps are counted. Nothing but the editor's own paste is
 * loaded here: counting goes through everything that is.
 */
import { parentPort } from 'node:worker_threads'
import { createStepCounter } from './count-steps.ts'
import { paste, sizeOf } from './paste-mutant.ts'
import type { Clipboard } from './clipboard-of.ts'
import type { PastedSize } from './paste-mutant.ts'
import { createRandom } from './random.ts'

export interface PasteTask {
  mutant: number
  clipboard: Clipboard
}

export type PasteAnswer = PastedSize & { steps: number; error: string }

const port = parentPort
if (!port) throw new Error('paste-thread.ts runs only as a worker thread')
const steps = createStepCounter((url) => /\/(?:shared|renderer\/editor)\//u.test(url))

port.on('message', ({ mutant, clipboard }: PasteTask) => {
  let size: PastedSize = { cells: 0, characters: 0 }
  let error = ''
  const taken = steps.count(() => {
    try {
      size = sizeOf(clipboard)
      paste(clipboard, createRandom(mutant))
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    }
  })
  const answer: PasteAnswer = { ...size, steps: taken, error }
  port.postMessage(answer)
})
