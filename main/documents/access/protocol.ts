/**
 * What the program and the process that touches the person's files say to each other. One question at a time; every
 * message survives structured clone. A sign of life says that the disk answers: only silence counts against the limit.
 */
import type { FileProblemCode } from '../file-problem.ts'

export interface AccessQuestion {
  /** `list`: what a path is, and for a folder the files below it. `read`: the bytes of a file. */
  ask: 'list' | 'read'
  /** Absolute. */
  path: string
}

export type AccessReply =
  | { type: 'alive' }
  | { type: 'listed'; listing: Listing }
  | { type: 'bytes'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'refused'; code: FileProblemCode; reason: string }

/** A path as it was found. `files` of a folder: in the order of names, folder by folder. */
export type Listing = { kind: 'file' } | { kind: 'folder'; files: FoundFile[] }

export interface FoundFile {
  /** Absolute. */
  path: string
  /** A folder that cannot be looked into: why. null for a file, which is tried when it is read. */
  problem: { code: FileProblemCode; reason: string } | null
}

/** The process as its parent sees it: a child of Node, or a utility process of the desktop program. */
export interface AccessProcess {
  send: (question: AccessQuestion) => void
  onReply: (listener: (reply: AccessReply) => void) => void
  onExit: (listener: () => void) => void
  /** At once and without waiting: a process stuck in the system may never end. */
  kill: () => void
}

export type StartAccess = () => AccessProcess
