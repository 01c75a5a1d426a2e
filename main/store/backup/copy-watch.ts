/**
 * How a copy of a workspace tells what it does. Whoever watches may throw to stop it: nothing half done is left behind. While
 * SQLite writes, nothing can be told or stopped; the growing file shows how far it is.
 */
export interface CopyWatch {
  /** The copy is written to this path from now on. */
  writing: (path: string) => void
  /** Rows read back and compared with their hashes, of how many. */
  checked: (done: number, total: number) => void
}

export const unwatched: CopyWatch = { writing: () => {}, checked: () => {} }
