/**
 * Files waiting to be read, known to the page only by a token: chosen in a dialog, dropped on the window or uploaded by
 * the browser. Kept in memory, bounded in number and age; uploaded files are spooled to a folder of our own and removed
 * with their token.
 */
import { rmSync } from 'node:fs'
import { Refusal } from './refusal.ts'
import type { Failure } from '../../../shared/ipc/result.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'

export interface WaitingFile {
  /** What the person knows the file by; may hold folders below the chosen one (`乡镇/白河镇.xlsx`). */
  name: string
  path: string
  /** Why the file cannot be read at all (too large for an upload); it is reported among the others. */
  error: Failure | null
}

interface Waiting {
  files: WaitingFile[]
  /** Folder of our own to remove with the token; null for files that are the person's. */
  spool: string | null
  preview: ReadFile[] | null
  touchedAt: number
}

const maximumTokens = 16
const maximumAgeMs = 2 * 60 * 60 * 1000

export interface FileTokens {
  add: (files: WaitingFile[], spool: string | null) => string
  /** Adds uploaded files to a token that exists; throws a Refusal when it has expired. */
  append: (token: string, files: WaitingFile[]) => void
  read: (token: string) => Waiting
  /** Forgets a token and its spooled files. */
  remove: (token: string) => void
  clear: () => void
}

export function createFileTokens(newId: () => string, nowMs: () => number): FileTokens {
  const waiting = new Map<string, Waiting>()
  const remove = (token: string): void => {
    const entry = waiting.get(token)
    waiting.delete(token)
    if (entry?.spool) rmSync(entry.spool, { recursive: true, force: true })
  }
  const read = (token: string): Waiting => {
    const entry = waiting.get(token)
    if (!entry) throw new Refusal('not-found', '这些文件等待的时间太长，程序已不再保留：请重新选择文件。')
    entry.touchedAt = nowMs()
    return entry
  }
  return {
    add(files, spool) {
      for (const [token, entry] of waiting) if (nowMs() - entry.touchedAt > maximumAgeMs) remove(token)
      while (waiting.size >= maximumTokens) remove(oldest(waiting))
      const token = newId()
      waiting.set(token, { files: [...files], spool, preview: null, touchedAt: nowMs() })
      return token
    },
    append: (token, files) => void read(token).files.push(...files),
    read,
    remove,
    clear: () => [...waiting.keys()].forEach(remove),
  }
}

function oldest(waiting: Map<string, Waiting>): string {
  let found = ''
  let touchedAt = Infinity
  for (const [token, entry] of waiting) {
    if (entry.touchedAt < touchedAt) [found, touchedAt] = [token, entry.touchedAt]
  }
  return found
}
