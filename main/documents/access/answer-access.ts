/**
 * Entry of the process that touches the person's files. A disk that does not answer (a share that is gone, a file held by
 * another program) holds the whole process that asks, and nothing inside can end it; so this one does nothing else, and
 * its parent kills it (file-access.ts). It ends with its parent.
 */
import { toFileProblem } from '../file-problem.ts'
import { listPath } from './list-path.ts'
import { readBytes } from './read-bytes.ts'
import type { AccessQuestion, AccessReply } from './protocol.ts'

/** What a utility process of Electron has to speak with its parent (`process.parentPort`). */
interface ParentPort {
  on: (event: 'message', listener: (message: { data: unknown }) => void) => void
  postMessage: (message: unknown) => void
}

const { parentPort } = process as { parentPort?: ParentPort } // only there in a utility process

const reply = (message: AccessReply): void => {
  if (parentPort) parentPort.postMessage(message) // oxlint-disable-line unicorn/require-post-message-target-origin -- it is no window
  else process.send?.(message)
}

const alive = (): void => reply({ type: 'alive' })

function answer({ ask, path }: AccessQuestion): AccessReply {
  try {
    if (ask === 'list') return { type: 'listed', listing: listPath(path, alive) }
    return { type: 'bytes', bytes: readBytes(path, alive) }
  } catch (error) {
    const { code, reason } = toFileProblem(error)
    return { type: 'refused', code, reason }
  }
}

const hear = (question: unknown): void => reply(answer(question as AccessQuestion)) // sent by file-access.ts alone
if (parentPort) parentPort.on('message', ({ data }) => hear(data))
else {
  process.on('message', hear)
  process.on('disconnect', () => process.exit())
}
