/**
 * Whether the file that was opened still stands under its name. On Linux and on some shares an open file can be removed, or
 * another be put in its place, and everything goes on into a file nobody will find again: so before each change, and before it is
 * called saved, the name is looked at. A look takes some microseconds.
 */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { StoreProblem } from './store-problem.ts'

export interface FileGuard {
  /** Throws `store-gone`. */
  check(): void
}

/** `file` is open and stands there now. */
export function createFileGuard(file: string): FileGuard {
  const look = () => statSync(file, { bigint: true, throwIfNoEntry: false })
  const opened = look()
  return {
    check() {
      const found = look()
      if (found && found.ino === opened?.ino && found.dev === opened.dev) return
      const what = found ? '被换成了另一个文件' : '被删除或移走了'
      throw new StoreProblem(
        'store-gone',
        `工作区文件“${basename(file)}”在程序打开以后${what}，刚才的改动还没有保存。您的内容都还在程序里，没有丢：请按“把内容存成文件”，先不要关闭程序。`,
      )
    },
  }
}
