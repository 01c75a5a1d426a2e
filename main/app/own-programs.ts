/** The parts that run beside the main process: worker threads for documents and workspace files, a utility process for the person's files. */
import { utilityProcess } from 'electron'
import type { AccessReply, StartAccess } from '../documents/access/protocol.ts'
import type { OwnPrograms } from '../handlers/documents.ts'
import type { Paths } from './paths.ts'

export const ownPrograms = (paths: Paths): OwnPrograms => ({
  documents: paths.documentThread,
  store: paths.storeThread,
  startAccess: () => startUtility(paths.fileAccess),
})

/** A plain Node is not to be had from the packaged program (its fuse is closed); this is Electron's own kind of process. */
function startUtility(file: string): ReturnType<StartAccess> {
  const child = utilityProcess.fork(file, [], { serviceName: '绩表文件读取', stdio: 'ignore' })
  let hear: (reply: AccessReply) => void = forget
  let onExit = forget
  child.on('message', (reply: AccessReply) => hear(reply))
  child.on('exit', () => onExit())
  return {
    send: (question) => child.postMessage(question), // oxlint-disable-line unicorn/require-post-message-target-origin -- it is no window
    onReply: (listener) => void (hear = listener),
    onExit: (listener) => void (onExit = listener),
    kill() {
      onExit = forget
      child.kill()
    },
  }
}

/** Nobody listens: it was ended on purpose. */
const forget = (): void => {}
