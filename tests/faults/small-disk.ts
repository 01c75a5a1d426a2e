/** A small disk of its own (tmpfs) that can be filled and made read-only. Only where the test may mount one. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  folder: string
  /** Leaves not one byte. */
  fill: () => void
  free: () => void
  setReadOnly: (readOnly: boolean) => void
  remove: () => void
}

/** Of the system, not of a package. */
const tools = { mount: 'mount', unmount: 'umount' }
const mount = (...words: string[]): boolean => spawnSync(tools.mount, words).status === 0
const unmount = (path: string): void => void spawnSync(tools.unmount, ['-l', path])

/** null: this account may not mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-disk-'))
  if (process.platform !== 'linux' || !mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true })
    return null
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => writeUntilFull(filler),
    free: () => rmSync(filler, { force: true }),
    setReadOnly: (readOnly) => void mount('-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder),
    remove() {
      unmount(folder)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Holds a file as another program would (a mount point): replacing it is refused with EBUSY. Answers how to let go. */
export function holdFile(path: string): () => void {
  if (!mount('--bind', path, path)) throw new Error(`${path} cannot be held`)
  return () => unmount(path)
}

function writeUntilFull(path: string): void {
  const handle = openSync(path, 'a')
  try {
    for (const size of [65_536, 4096, 512, 1]) {
      const bytes = Buffer.alloc(size, 7)
      try {
        while (writeSync(handle, bytes) === size);
      } catch (thrown) {
        if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC')) throw thrown
      }
    }
  } finally {
    closeSync(handle)
  }
}
