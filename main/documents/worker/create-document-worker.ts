/**
 * Reading and writing of documents off the main loop. Foreign files are fetched by a process of its own (access/), the next
 * one while one is parsed in a thread with limits of time and memory: a file that does not answer or a hostile one is
 * reported and the others go on. Writing has a thread of its own, so that an import need not wait for a
 * long export; it has no time limit but can be cancelled.
 */
import type { ReadFile } from '../../../shared/model/read-file.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { FileProblem, named, toFileProblem } from '../file-problem.ts'
import type { WriteProblem } from '../volume.ts'
import { createDocumentThread } from './document-thread.ts'
import { createFileAccess } from '../access/file-access.ts'
import type { Listing, StartAccess } from '../access/protocol.ts'
import type { DocumentBytes, DocumentInput, VolumeTable, WritableFormat } from './protocol.ts'

export interface DocumentWorker {
  /** What was read from each input, in order; what is wrong with a file stands in its answer. Rejects only when cancelled. */
  readFiles(inputs: readonly DocumentInput[], options?: ReadOptions): Promise<ReadFile[]>
  /** What a path is, and the files of a folder. Rejects with a FileProblem without the path. */
  list(path: string): Promise<Listing>
  /** Rejects with code `cancelled` when the signal is aborted. */
  write(format: WritableFormat, tables: readonly VolumeTable[], options: WriteOptions): Promise<Uint8Array<ArrayBuffer>>
  /** Waits for running jobs, then ends the threads. */
  close(): Promise<void>
}

interface ReadOptions {
  /** Before each file, and once at the end with an empty name. */
  onProgress?: ((done: number, total: number, name: string) => void) | undefined
  signal?: AbortSignal | undefined
}

export interface WriteOptions {
  title: string
  contents: boolean
  /** ISO 8601 with the offset of the machine's zone: its day is printed. */
  createdAt: string
  onProgress?: ((done: number, total: number) => void) | undefined
  onProblem?: ((problem: WriteProblem) => void) | undefined
  signal?: AbortSignal | undefined
}

export interface WorkerOptions {
  /** For each file. */
  readTimeMs?: number
  readMemoryMb?: number
  writeMemoryMb?: number
  /** Where run-jobs.ts was bundled to. */
  file?: URL
  /** Starts the process that fetches files; a child of Node where absent. */
  startAccess?: StartAccess | undefined
  /** How long it may be silent. */
  silenceMs?: number
}

/** `templates`: the forms that files are compared with. */
export function createDocumentWorker(templates: readonly Template[], options: WorkerOptions = {}): DocumentWorker {
  const { readTimeMs = 10_000, readMemoryMb = 300, writeMemoryMb = 1024 } = options
  const file = options.file ?? new URL('run-jobs.ts', import.meta.url)
  const reader = createDocumentThread({ file, templates, memoryMb: readMemoryMb })
  const writer = createDocumentThread({ file, templates, memoryMb: writeMemoryMb })

  const access = createFileAccess({ start: options.startAccess, silenceMs: options.silenceMs })

  /** Never rejects: it runs ahead of its turn. */
  async function bring(input: DocumentInput, signal: AbortSignal | undefined): Promise<DocumentBytes | FileProblem> {
    if ('bytes' in input) return input
    return access.read(input.path, signal).then(
      (bytes) => ({ name: input.name, bytes }),
      (error: unknown) => toFileProblem(error),
    )
  }

  async function parse(content: DocumentBytes | FileProblem, signal: AbortSignal | undefined): Promise<ReadFile> {
    if (content instanceof FileProblem) throw content
    const reply = await reader.run({ job: 'read', input: content }, { timeLimitMs: readTimeMs, signal })
    if (reply.type !== 'read') throw new Error(`unexpected reply ${reply.type}`)
    return reply.file
  }

  return {
    async readFiles(inputs, { onProgress, signal } = {}) {
      const files: ReadFile[] = []
      const [first] = inputs
      let ahead = first && bring(first, signal)
      for (const [index, input] of inputs.entries()) {
        onProgress?.(index, inputs.length, input.name)
        const content = await (ahead ?? bring(input, signal))
        const next = inputs[index + 1]
        ahead = next && bring(next, signal)
        files.push(await parse(content, signal).catch((error: unknown) => refusedFile(input.name, error)))
      }
      onProgress?.(inputs.length, inputs.length, '')
      return files
    },
    list: (path) => access.list(path),
    async write(format, tables, { title, contents, createdAt, onProgress, onProblem, signal }) {
      try {
        const reply = await writer.run(
          { job: 'write', format, tables, options: { title, contents, createdAt } },
          {
            timeLimitMs: Infinity,
            signal,
            onReply(message) {
              if (message.type === 'progress') onProgress?.(message.done, message.total)
              else if (message.type === 'problem') onProblem?.(message.problem)
            },
          },
        )
        if (reply.type !== 'written') throw new Error(`unexpected reply ${reply.type}`)
        return reply.bytes
      } catch (error) {
        throw error instanceof FileProblem && error.code === 'F-CANCELLED' ? asCancelled(error) : error
      }
    },
    async close() {
      access.close()
      await Promise.all([reader.close(), writer.close()])
    },
  }
}

function refusedFile(name: string, error: unknown): ReadFile {
  if (!(error instanceof FileProblem)) throw error
  if (error.code === 'F-CANCELLED') throw asCancelled(error)
  const { code, message } = named(error, name)
  return { file: name, error: { code, message }, tables: [] }
}

/** As the writers themselves say it (ipc/result.ts). */
function asCancelled(problem: FileProblem): Error {
  return Object.assign(new Error(problem.message), { name: 'AbortError', code: 'cancelled' })
}
