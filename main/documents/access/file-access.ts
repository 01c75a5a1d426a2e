/**
 * The person's files through a process of its own: questions are answered one after the other, and a file that does not
 * answer costs its time limit and nothing more, however the system holds it. The process is started at the first question
 * and ended after a while without one.
 */
import { FileProblem } from '../file-problem.ts'
import { startAccessProcess } from './start-access-process.ts'
import type { AccessProcess, AccessQuestion, AccessReply, Listing, StartAccess } from './protocol.ts'

export interface FileAccess {
  /** These two reject with a FileProblem without the file's name; `F-CANCELLED` once the signal is aborted. */
  list: (path: string, signal?: AbortSignal) => Promise<Listing>
  read: (path: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
  close: () => void
}

export interface FileAccessOptions {
  start?: StartAccess | undefined
  /** Without a sign of life: a megabyte read, a folder opened. */
  silenceMs?: number | undefined
}

const idleMs = 3000

export function createFileAccess({
  start = () => startAccessProcess(),
  silenceMs = 10_000,
}: FileAccessOptions = {}): FileAccess {
  let running: AccessProcess | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const end = (): void => {
    running?.kill()
    running = null
  }

  /** It has ended by itself. */
  const forget = (): void => void (running = null)

  const ask = async (question: AccessQuestion, signal: AbortSignal | undefined): Promise<AccessReply> => {
    clearTimeout(idle)
    running ??= start()
    try {
      return await answerOf(running, question, silenceMs, signal, forget)
    } catch (error) {
      end()
      throw error
    } finally {
      idle = setTimeout(end, idleMs).unref()
    }
  }

  const inTurn = (question: AccessQuestion, signal: AbortSignal | undefined): Promise<AccessReply> => {
    const answer = queue.then(() => ask(question, signal))
    queue = answer.catch(() => {}) // the caller has the error; the queue goes on
    return answer
  }

  return {
    async list(path, signal) {
      const reply = await inTurn({ ask: 'list', path }, signal)
      if (reply.type === 'listed') return reply.listing
      throw asProblem(reply)
    },
    async read(path, signal) {
      const reply = await inTurn({ ask: 'read', path }, signal)
      if (reply.type === 'bytes') return reply.bytes
      throw asProblem(reply)
    },
    close() {
      clearTimeout(idle)
      end()
    },
  }
}

function answerOf(
  access: AccessProcess,
  question: AccessQuestion,
  silenceMs: number,
  signal: AbortSignal | undefined,
  onLaterExit: () => void,
): Promise<AccessReply> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: AccessReply | FileProblem): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      access.onReply(() => {})
      access.onExit(onLaterExit)
      if (outcome instanceof FileProblem) reject(outcome)
      else resolve(outcome)
    }
    const onAbort = (): void => settle(new FileProblem('F-CANCELLED', '已取消，没有处理完。'))
    const wait = (): NodeJS.Timeout => setTimeout(() => settle(silent(silenceMs)), silenceMs)
    let timer = wait()
    access.onReply((reply) => {
      if (reply.type !== 'alive') return settle(reply)
      clearTimeout(timer)
      timer = wait()
    })
    access.onExit(() => settle(new FileProblem('F-DENIED', '读取时中断了。请再试一次，仍不行请复制到本机后再试。')))
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
    else access.send(question)
  })
}

function silent(limitMs: number): FileProblem {
  const seconds = Math.max(1, Math.round(limitMs / 1000))
  return new FileProblem(
    'F-TIME',
    `等了 ${seconds} 秒没有回应，已跳过。网络盘或 U 盘可能已断开，或者文件正被别的程序占用：请检查后再试，或先复制到本机。`,
  )
}

function asProblem(reply: AccessReply): Error {
  if (reply.type === 'refused') return new FileProblem(reply.code, reply.reason)
  return new Error(`unexpected reply ${reply.type}`)
}
