/**
 * What every document writer is told besides the Layouts: the title, whether a contents page is wanted, the time to
 * stamp into the file, and how to report progress, doubtful cells and a person's wish to stop. Writers have no clock.
 */
import type { Layout } from '../../shared/layout/layout.ts'

/**
 * The tables of a volume in order: an array, or a list that builds each Layout when it is asked for, so that thousands
 * never stand in memory together. The Excel and the HTML writer ask for each once, the Word writer twice.
 */
export interface LayoutList {
  readonly length: number
  at: (index: number) => Layout | undefined
}

export interface VolumeOptions {
  /** Title of the workbook or the volume, in the document properties and on the contents page or cover. */
  title: string
  /** A contents sheet with links (Excel), a cover and a table of contents (Word). */
  contents: boolean
  /** ISO 8601 with the offset of the machine's zone: its day is printed. */
  createdAt: string
  /** Tables finished, tables in all. */
  onProgress?: (done: number, total: number) => void
  /** A text that could not be written in full. The file is still made. */
  onProblem?: (problem: WriteProblem) => void
  /** Looked at between tables; an AbortSignal will do. */
  signal?: { readonly aborted: boolean }
}

export interface WriteProblem {
  /** Index of the Layout, its title, and the cell as in `C5`. */
  table: number
  title: string
  cell: string
  message: string
}

/** Tables written before the writer lets other work of its thread run (progress, cancel). */
const tablesPerTurn = 20

/**
 * Calls `write` for every table in order, reports progress and gives way now and then.
 * Throws an Error with code `cancelled` (ipc/result.ts) as soon as the signal is seen aborted.
 */
export async function forEachTable(
  layouts: LayoutList,
  options: Pick<VolumeOptions, 'onProgress' | 'signal'>,
  write: (layout: Layout, index: number) => Promise<unknown> | void,
): Promise<void> {
  const total = layouts.length
  for (let index = 0; index < total; index++) {
    if (options.signal?.aborted === true) throw abortError()
    const layout = layouts.at(index)
    if (layout !== undefined) {
      const behind = write(layout, index)
      if (behind !== undefined) await behind
    }
    const done = index + 1
    if (done % tablesPerTurn === 0 || done === total) {
      options.onProgress?.(done, total)
      if (done < total) await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

function abortError(): Error {
  return Object.assign(new Error('已取消，没有生成文件。'), { name: 'AbortError', code: 'cancelled' })
}
