/** `npm start` as a process: what it says, and its end; and an address it gave, opened as a page does. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { tokenOf } from '../../renderer/line/keyring.ts'
import { openLine } from '../../renderer/line/open-line.ts'
import type { Send } from '../../renderer/line/open-line.ts'
import { lineHeaders } from '../../shared/ipc/line.ts'

const root = resolve(import.meta.dirname, '..', '..')

export interface StartedProgram {
  said: () => string
  until: (pattern: RegExp) => Promise<void>
  stop: () => Promise<number | null>
  ended: Promise<number | null>
}

export function startProgram(words: string[], env: Record<string, string>): StartedProgram {
  const child = spawn(process.execPath, [join(root, 'main', 'launch', 'start.ts'), ...words], {
    env: { ...process.env, ...env },
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString('utf8')))
  child.stderr.on('data', (text: Buffer) => (said += text.toString('utf8')))
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    said: () => said,
    async until(pattern) {
      while (!pattern.test(said)) {
        const isOver = await Promise.race([
          ended.then(() => true),
          new Promise((again) => setTimeout(() => again(false), 20)),
        ])
        if (isOver === true && !pattern.test(said)) throw new Error(`it ended and said: ${said}`)
      }
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    ended,
  }
}

/** 'open', after the page has spoken too; or why not. */
export async function openAddress(url: string): Promise<string> {
  const { origin, host, hash } = new URL(url)
  const send: Send = (path, init) => fetch(`${origin}${path}`, { ...init, headers: { ...init.headers, origin } })
  const line = await openLine(send, host, tokenOf(hash))
  if (line.kind !== 'open') return line.kind === 'refused' ? line.why : line.kind
  const { status } = await send('/keys', { method: 'POST', headers: { [lineHeaders.session]: line.secret } })
  line.end()
  return status === 200 ? 'open' : String(status)
}
