/**
 * Long work on workspace files – backup, copy to another disk, the long half of a restore – on a thread of its own, one
 * piece after the other, so that the program answers meanwhile. What it reads is the workspace at the moment it began.
 */
import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { StoreProblem } from '../store-problem.ts'
import type { StoreWork, StoreWorkName, StoreWorkReply, StoreWorks } from './protocol.ts'

export interface StoreWorker {
  /** Rejects with a StoreProblem, or with an Error of code `cancelled` once the signal is aborted: nothing is left behind then. */
  run: <Name extends StoreWorkName>(
    name: Name,
    input: StoreWorks[Name]['input'],
    following?: Following,
  ) => Promise<StoreWorks[Name]['output']>
  /** Stops what runs and waits for its end. */
  close: () => Promise<void>
}

export interface Following {
  signal?: AbortSignal | undefined
  /** Bytes SQLite has written so far; rows checked or changed, of how many. */
  onWritten?: ((bytes: number) => void) | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

const lookMs = 250
/** A disk that does not answer would hold the person too. */
const longestStopMs = 20_000

/** `file`: where run-store-work.ts was bundled to; undefined when the sources run. */
export function createStoreWorker(file: URL = new URL('run-store-work.ts', import.meta.url)): StoreWorker {
  let queue: Promise<unknown> = Promise.resolve()
  const closing = new AbortController()
  return {
    run<Name extends StoreWorkName>(name: Name, input: StoreWorks[Name]['input'], following: Following = {}) {
      const signal = AbortSignal.any([closing.signal, ...(following.signal ? [following.signal] : [])])
      const work = { name, input } as StoreWork // the types of name and input belong together by Name
      const output = queue.then(() => runNow(file, work, { ...following, signal }))
      queue = output.catch(() => {}) // the caller has the error; the queue goes on
      return output
    },
    async close() {
      closing.abort()
      await queue
    },
  }
}

function runNow(file: URL, work: StoreWork, following: Following): Promise<StoreWorks[StoreWorkName]['output']> {
  return new Promise((resolve, reject) => {
    const { signal } = following
    if (signal?.aborted) return reject(cancelled())
    const cancel = new Int32Array(new SharedArrayBuffer(4))
    const thread = new Worker(file, { execArgv: [], workerData: { work, cancel } })
    let looking: NodeJS.Timeout | undefined
    let stopping: NodeJS.Timeout | undefined
    const settle = (act: () => void): void => {
      clearInterval(looking)
      clearTimeout(stopping)
      signal?.removeEventListener('abort', stop)
      act()
    }
    const stop = (): void => {
      Atomics.store(cancel, 0, 1)
      stopping = setTimeout(() => settle(() => reject(cancelled())), longestStopMs)
    }
    const look = (path: string): void => {
      clearInterval(looking)
      looking = setInterval(() => {
        stat(path).then(({ size }) => following.onWritten?.(size), ignore)
      }, lookMs).unref()
    }
    const hear = (reply: StoreWorkReply): void => {
      if (reply.type === 'writing') return look(reply.path)
      clearInterval(looking)
      if (reply.type === 'progress') return following.onProgress?.(reply.done, reply.total)
      settle(() => (reply.type === 'done' ? resolve(reply.output) : reject(errorOf(reply))))
    }
    signal?.addEventListener('abort', stop)
    thread.on('message', hear)
    thread.on('error', (error) => settle(() => reject(error)))
    thread.on('exit', () => settle(() => reject(new Error('the thread for workspace files ended without an answer'))))
  })
}

/** The file is not there yet, or not any more. */
const ignore = (): void => {}

function errorOf(reply: Exclude<StoreWorkReply, { type: 'writing' | 'progress' | 'done' }>): Error {
  if (reply.type === 'cancelled') return cancelled()
  return reply.type === 'problem' ? new StoreProblem(reply.code, reply.message) : new Error(reply.message)
}

const cancelled = (): Error => Object.assign(new Error('已取消，没有留下做了一半的内容。'), { code: 'cancelled' })
