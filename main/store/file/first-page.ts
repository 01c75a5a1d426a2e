/**
 * What the first page of a database file says, read without opening it as a database: opening another program's file, or one of a
 * newer version, would already change it. A page in the log that was committed is newer than the one in the file.
 */
import { closeSync, openSync, readSync } from 'node:fs'

const headerBytes = 100
const logHeaderBytes = 32
const frameHeaderBytes = 24

export interface FirstPage {
  /** The first 100 bytes, or fewer where the file is shorter. */
  header: Buffer
  /** Of the file and of its log, as the log says it; null where the log says nothing. */
  pagesInLog: number | null
}

/** Nobody in this process may have the file open past SQLite: closing it here would give the locks away. */
export function readFirstPage(file: string): FirstPage {
  const header = readAt(file, 0, headerBytes)
  const logged = readLog(`${file}-wal`)
  return { header: logged?.header ?? header, pagesInLog: logged?.pages ?? null }
}

interface Logged {
  header: Buffer | null
  pages: number
}

/** The last committed first page in a log, and how many pages the database has with it; null without a committed frame. */
function readLog(log: string): Logged | null {
  const handle = openIfThere(log)
  if (handle === null) return null
  try {
    const start = Buffer.alloc(logHeaderBytes)
    if (readSync(handle, start, 0, logHeaderBytes, 0) < logHeaderBytes || !isLogHeader(start)) return null
    const frameBytes = frameHeaderBytes + start.readUInt32BE(8)
    const salt = start.subarray(16, 24)
    const frame = Buffer.alloc(frameHeaderBytes + headerBytes)
    const found: { waiting: Buffer | null; committed: Logged | null } = { waiting: null, committed: null }
    for (let at = logHeaderBytes; readSync(handle, frame, 0, frame.length, at) === frame.length; at += frameBytes) {
      if (!frame.subarray(8, 16).equals(salt)) break // of an earlier round of the log
      if (frame.readUInt32BE(0) === 1) found.waiting = Buffer.from(frame.subarray(frameHeaderBytes))
      const pages = frame.readUInt32BE(4)
      if (pages > 0) found.committed = { header: found.waiting, pages } // a page of an earlier commit is still the last one
    }
    return found.committed
  } finally {
    closeSync(handle)
  }
}

/** Magic number, version and checksum: of any other bytes SQLite takes no notice, as if there were no log. */
export function isLogHeader(start: Buffer): boolean {
  const magic = start.readUInt32BE(0)
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return false
  let [one, two] = [0, 0]
  for (let at = 0; at < 24; at += 8) {
    const [first, second] =
      magic === 0x377f0683
        ? [start.readUInt32BE(at), start.readUInt32BE(at + 4)]
        : [start.readUInt32LE(at), start.readUInt32LE(at + 4)]
    one = (one + first + two) >>> 0
    two = (two + second + one) >>> 0
  }
  return one === start.readUInt32BE(24) && two === start.readUInt32BE(28)
}

export type LogState = 'none' | 'unreadable' | 'there'

/** Whether a log lies beside the file from which SQLite takes what was committed. */
export function logState(file: string): LogState {
  const start = readAt(`${file}-wal`, 0, logHeaderBytes)
  if (start.length === 0) return 'none'
  return start.length === logHeaderBytes && isLogHeader(start) ? 'there' : 'unreadable'
}

function readAt(file: string, at: number, length: number): Buffer {
  const handle = openIfThere(file)
  if (handle === null) return Buffer.alloc(0)
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(handle, bytes, 0, length, at))
  } finally {
    closeSync(handle)
  }
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null
    throw thrown
  }
}
