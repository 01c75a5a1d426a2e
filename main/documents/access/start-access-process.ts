/** The process of answer-access.ts as a child of Node (npm start in the browser, command line). Idle, it keeps nothing running. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ForkOptions } from 'node:child_process'
import type { AccessProcess, AccessReply } from './protocol.ts'

/** `file`: where answer-access.ts was bundled to, when not the sources run. `under`: another program that runs Node. */
export function startAccessProcess(
  file = fileURLToPath(new URL('answer-access.ts', import.meta.url)),
  under: Pick<ForkOptions, 'execPath' | 'execArgv'> = { execArgv: [] },
): AccessProcess {
  const child = fork(file, { ...under, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  let hear: (reply: AccessReply) => void = forget
  let onExit = forget
  child.on('message', (message) => hear(message as AccessReply)) // answer-access.ts sends nothing else
  child.on('exit', () => onExit())
  child.on('error', () => onExit()) // it could not be started, or a question could not be sent
  child.unref()
  child.channel?.unref()
  return {
    send: (question) => void child.send(question),
    onReply: (listener) => (hear = listener),
    onExit: (listener) => (onExit = listener),
    kill() {
      onExit = forget
      child.kill('SIGKILL')
      if (child.connected) child.disconnect()
    },
  }
}

/** Nobody listens: it was ended on purpose. */
const forget = (): void => {}
