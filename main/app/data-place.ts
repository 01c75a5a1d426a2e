/**
 * The data folder before anything else touches it: made where it is missing, tried by writing. Chromium's own files, the
 * log and the lock of a single start all live in it and would each fail in their own (English) way. Where it cannot be
 * written, a workspace can still be looked at: Chromium then gets a temporary folder.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toFailure } from '../handlers/door/refusal.ts'

export interface DataPlace {
  /** For Chromium's own files; exists. null: not even the system's temporary folder can be written. */
  windowFolder: string | null
  /** Why nothing can be written in the data folder, for the person; null: it can. */
  problem: string | null
}

export function prepareDataPlace(data: string): DataPlace {
  const windowFolder = join(data, 'window')
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    for (const folder of [data, windowFolder, join(data, 'log')]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const trial = join(folder, `.trial-${process.pid}`)
      writeFileSync(trial, '')
      rmSync(trial)
    }
    return { windowFolder, problem: null }
  } catch (thrown) {
    const reason = toFailure(thrown)?.message ?? String(thrown)
    return {
      windowFolder: temporaryFolder(),
      problem: `数据文件夹不能使用：${data}\n${reason}\n请检查这个文件夹（U 盘是否插好、是否允许写入），或用 --data 指定别的文件夹后再打开。`,
    }
  }
}

function temporaryFolder(): string | null {
  try {
    return mkdtempSync(join(tmpdir(), 'jibiao-window-'))
  } catch {
    return null // what is wrong is told with `problem`
  }
}
