/**
 * The bytes of a file a person named, in bounded pieces. What is no file – a folder, a device, a pipe – is refused before
 * it is opened and once more after, for what stands under a name can change in between. Throws only FileProblem, without
 * the file's name.
 */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { checkSize } from '../check-size.ts'
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'

const pieceBytes = 1024 * 1024
/** A pipe that nobody writes to opens at once with it; Windows has no such flag. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** `onPiece` hears of every megabyte read. */
export function readBytes(path: string, onPiece: () => void = () => {}): Uint8Array<ArrayBuffer> {
  try {
    refuseOtherThanFile(statSync(path))
    const file = openSync(path, withoutWaiting)
    try {
      refuseOtherThanFile(fstatSync(file))
      return readAll(file, fstatSync(file).size, onPiece)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : systemProblem(error, path)
  }
}

/** The size a file says it has is a hint: files of the system say 0 and never end. */
function readAll(file: number, size: number, onPiece: () => void): Uint8Array<ArrayBuffer> {
  checkSize(size, limits.fileBytes)
  const pieces: Uint8Array[] = []
  let total = 0
  for (;;) {
    const piece = new Uint8Array(Math.min(pieceBytes, Math.max(size - total, 0) + 1))
    const length = readSync(file, piece)
    if (length === 0) break
    total += length
    checkSize(total, limits.fileBytes)
    pieces.push(piece.subarray(0, length))
    onPiece()
  }
  const bytes = new Uint8Array(total)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

function refuseOtherThanFile(found: Stats): void {
  if (found.isFile()) return
  if (found.isDirectory()) throw new FileProblem('F-MISSING', '不是文件，是文件夹。请选择一个表格文件。')
  throw new FileProblem('F-SPECIAL', '是设备或管道，不是文件，没有读取。请选择一个表格文件。')
}

/** What the system says of a path that cannot be reached. */
export function systemProblem(error: unknown, path: string): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if ((code === 'ENOENT' || code === 'ENOTDIR') && path.includes(unreadableByte)) {
    return new FileProblem('F-MISSING', '的名字里有不是 UTF-8 的字（多半是解压时没有转码），打不开。请改名后再试。', {
      cause: error,
    })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new FileProblem('F-MISSING', '找不到。文件可能已被移动、改名或删除。', { cause: error })
  }
  if (code === 'ELOOP') return new FileProblem('F-MISSING', '是指来指去的链接，没有真正的文件。', { cause: error })
  if (code === 'EBUSY' || code === 'EAGAIN')
    return new FileProblem('F-DENIED', '正被另一个程序占用。请关闭该程序后再试。', { cause: error })
  return new FileProblem('F-DENIED', '无法打开，可能没有读取权限或磁盘已断开。请复制到本机后再试。', { cause: error })
}

/** What stands in a name for each byte of it that is no text; a file of that name is another one. */
const unreadableByte = '\uFFFD'
