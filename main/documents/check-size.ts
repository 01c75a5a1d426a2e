/** Refuses what is larger than a limit (limits.ts), in words that name both sizes in bytes. */
import { FileProblem } from './file-problem.ts'
import { megabytes } from './limits.ts'

export function checkSize(bytes: number, limit: number): void {
  if (bytes <= limit) return
  throw new FileProblem(
    'F-LARGE',
    `有 ${megabytes(bytes)}，超过 ${megabytes(limit)} 的上限，没有读取。请删去图片等多余内容，或拆分后再试。`,
  )
}
