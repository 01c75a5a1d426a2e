/** Runs another program to its end, with a time limit and a signal; both kill it together with the programs it started. */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

export interface RunOptions {
  limitMs: number
  signal: AbortSignal | undefined
  env: NodeJS.ProcessEnv
}

export interface RunOutcome {
  end: 'exited' | 'timeout' | 'cancelled' | 'not-started'
  /** The last line it wrote to standard error, or why it did not start. */
  said: string
}

export function runProgram(path: string, words: readonly string[], options: RunOptions): Promise<RunOutcome> {
  const { limitMs, signal, env } = options
  return new Promise((resolve) => {
    let end: RunOutcome['end'] = 'exited'
    let said = ''
    // A process group of its own, so that the programs it starts die with it.
    const child = spawn(path, words, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: process.platform !== 'win32',
      env,
    })
    const stop = (reason: RunOutcome['end']) => {
      if (end !== 'exited') return
      end = reason
      killGroup(child)
    }
    const onAbort = () => stop('cancelled')
    const clock = setTimeout(() => stop('timeout'), limitMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    const settle = (outcome: RunOutcome) => {
      clearTimeout(clock)
      signal?.removeEventListener('abort', onAbort)
      resolve(outcome)
    }
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => (said = (said + text).slice(-2000)))
    child.on('error', (error) => settle({ end: 'not-started', said: error.message }))
    child.on('close', () => settle({ end, said: said.trim().split('\n').at(-1) ?? '' }))
  })
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { windowsHide: true })
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL') // the group is gone already
  }
}
