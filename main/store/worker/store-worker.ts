/**
 * Long work on workspace files – backup, copy to another disk, the long half of a restore – on a thread of its own, so that
 * the program answers meanwhile. What it reads is the workspace at the moment it began. What writes files goes one piece
 * after the other; what only looks waits for nobody.
 */
import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { StoreProblem } from '../file/store-problem.ts'
import type { Prepared, RestoreRequest } from '../restore/prepare-restore.ts'
import type { StoreWork, StoreWorkName, StoreWorkReply, StoreWorks } from './protocol.ts'

export interface StoreWorker {
  /** Rejects with a StoreProblem, or with an Error of code `cancelled` once the signal is aborted: nothing is left behind then. */
  run: <Name extends Exclude<StoreWorkName, 'restore'>>(
    name: Name,
    input: StoreWorks[Name]['input'],
    following?: Following,
  ) => Promise<StoreWorks[Name]['output']>
  /**
   * Prepares a restore, and then runs `exchange` while no thread of this program reads the workspace: a file that is being read
   * is not exchanged.
   */
  restore: <T>(
    request: RestoreRequest,
    following: Following,
    exchange: (prepared: Prepared) => T | Promise<T>,
  ) => Promise<T>
  /** Stops what runs and waits for its end. */
  close: () => Promise<void>
}

export interface Following {
  signal?: AbortSignal | undefined
  /** Bytes SQLite has written so far; rows checked or changed, of how many. */
  onWritten?: ((bytes: number) => void) | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

const onlyLooks: ReadonlySet<StoreWorkName> = new Set(['look', 'structure'])

const lookMs = 250
/** A disk that does not answer would hold the person too. */
const longestStopMs = 20_000

/** `file`: where run-store-work.ts was bundled to; undefined when the sources run. */
export function createStoreWorker(file: URL = new URL('run-store-work.ts', import.meta.url)): StoreWorker {
  /** What writes files, in its order. */
  let queue: Promise<unknown> = Promise.resolve()
  /** Until when looking has to wait: for the end of a restore. */
  let gate: Promise<unknown> = Promise.resolve()
  const running = new Set<Promise<unknown>>()
  const looking = new Set<Promise<unknown>>()
  const closing = new AbortController()

  /** Begins after `before`; who is stopped until then waits no longer. */
  const begin = (before: Promise<unknown>, work: StoreWork, following: Following) => {
    const signal = AbortSignal.any([closing.signal, ...(following.signal ? [following.signal] : [])])
    return unlessAborted(before, signal).then(() => runNow(file, work, { ...following, signal }))
  }
  return {
    run<Name extends Exclude<StoreWorkName, 'restore'>>(
      name: Name,
      input: StoreWorks[Name]['input'],
      following: Following = {},
    ) {
      const work = { name, input } as StoreWork // the types of name and input belong together by Name
      const isLook = onlyLooks.has(name)
      const output = begin(isLook ? gate : queue, work, following)
      const ended = follow(output, isLook ? looking : running)
      if (!isLook) queue = Promise.all([queue, ended])
      return output as Promise<StoreWorks[Name]['output']> // run-store-work.ts answers each name with its output
    },
    restore(request, following, exchange) {
      const output = unlessAborted(queue, following.signal).then(async () => {
        const { promise, resolve: open } = Promise.withResolvers<void>()
        gate = promise
        const readers = [...looking]
        try {
          const prepared = await begin(Promise.resolve(), { name: 'restore', input: request }, following)
          await Promise.all(readers)
          return await exchange(prepared as Prepared) // what run-store-work.ts answers to a restore
        } finally {
          open()
        }
      })
      queue = Promise.all([queue, follow(output, running)])
      return output
    },
    async close() {
      closing.abort()
      await Promise.all([...running, ...looking])
    },
  }
}

/** Remembers work until it has ended; the answer resolves then, whatever came of it. */
function follow(output: Promise<unknown>, kind: Set<Promise<unknown>>): Promise<unknown> {
  const ended: Promise<unknown> = output.catch(() => {}).finally(() => kind.delete(ended)) // the caller has the error
  kind.add(ended)
  return ended
}

function unlessAborted(before: Promise<unknown>, signal: AbortSignal | undefined): Promise<unknown> {
  if (!signal) return before
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(cancelled())
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    void before.then(resolve).finally(() => signal.removeEventListener('abort', stop))
  })
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
