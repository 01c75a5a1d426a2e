/**
 * A worker thread that does jobs one at a time, in order. It is started at the first job, ended when a job takes too
 * long, needs too much memory or is cancelled, and started anew for the next one. Idle, it does not keep the program
 * running.
 */
import { Worker } from 'node:worker_threads'
import { FileProblem } from '../file-problem.ts'
import type { Template } from '../../../shared/templates/template.ts'
import type { Job, Reply, ThreadData } from './protocol.ts'

export interface DocumentThread {
  run(job: Job, options: RunOptions): Promise<Reply>
  close(): Promise<void>
}

interface RunOptions {
  /** Milliseconds from the moment the thread has the job; Infinity: no limit. */
  timeLimitMs: number
  signal?: AbortSignal | undefined
  onReply?: (reply: Reply) => void
}

export interface ThreadOptions {
  /** run-jobs.ts, or the file it was bundled into. */
  file: URL
  /** The forms the thread knows; they are data, it gets a copy. */
  templates: readonly Template[]
  memoryMb: number
}

/** Rejects with FileProblem F-TIME, F-MEMORY or F-CANCELLED; with an Error when the job failed by our own mistake. */
export function createDocumentThread({ file, templates, memoryMb }: ThreadOptions): DocumentThread {
  let worker: Promise<Worker> | null = null
  let queue: Promise<unknown> = Promise.resolve()

  function start(): Promise<Worker> {
    const started = new Worker(file, {
      execArgv: [],
      workerData: { templates } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const starting = new Promise<Worker>((resolve, reject) => {
      started.once('message', () => resolve(started))
      started.on('error', reject) // stays: an error between two jobs ends the thread and concerns nobody
      started.once('exit', () => {
        if (worker === starting) worker = null
        reject(new Error('the document thread ended'))
      })
    })
    return starting
  }

  async function end(): Promise<void> {
    const ending = worker
    worker = null
    const thread = await ending?.catch(() => null)
    await thread?.terminate()
  }

  async function runNow(job: Job, options: RunOptions): Promise<Reply> {
    if (options.signal?.aborted) throw cancelled()
    worker ??= start()
    const thread = await worker
    thread.ref()
    try {
      return await answer(thread, job, options)
    } catch (error) {
      await end()
      throw isOutOfMemory(error) ? outOfMemory(memoryMb) : error
    } finally {
      thread.unref()
    }
  }

  return {
    run(job, options) {
      const result = queue.then(() => runNow(job, options))
      queue = result.catch(() => {}) // the caller has the error; the queue goes on
      return result
    },
    async close() {
      await queue
      await end()
    },
  }
}

/** The answer to one job, or why there is none. */
function answer(thread: Worker, job: Job, { timeLimitMs, signal, onReply }: RunOptions): Promise<Reply> {
  return new Promise<Reply>((resolve, reject) => {
    const timer = timeLimitMs === Infinity ? undefined : setTimeout(() => settle(outOfTime(timeLimitMs)), timeLimitMs)
    const onAbort = () => settle(cancelled())
    const onError = (error: unknown) => settle(error instanceof Error ? error : new Error(String(error)))
    const onExit = () => settle(new Error('the document thread ended'))
    const onMessage = (reply: Reply) => {
      if (reply.type === 'progress' || reply.type === 'problem') onReply?.(reply)
      else settle(reply.type === 'failed' ? new Error(reply.message) : reply)
    }
    function settle(outcome: Reply | Error): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      if (outcome instanceof Error) reject(outcome)
      else resolve(outcome)
    }
    signal?.addEventListener('abort', onAbort)
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    if (signal?.aborted) settle(cancelled())
    else thread.postMessage(job, [])
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function outOfTime(limitMs: number): FileProblem {
  return new FileProblem(
    'F-TIME',
    `读取超过 ${Math.max(1, Math.round(limitMs / 1000))} 秒，已停止。文件可能异常庞大或已损坏，请另存一份或拆分后再试。`,
  )
}

function outOfMemory(memoryMb: number): FileProblem {
  return new FileProblem('F-MEMORY', `需要的内存超过 ${memoryMb} MB，已停止。请拆分成几个较小的文件后再试。`)
}

function cancelled(): FileProblem {
  return new FileProblem('F-CANCELLED', '已取消，没有处理完。')
}
