/** Putting a finished file in its place so that a power cut leaves the old or the new one: flush, rename, flush the folder. */
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

export function putInPlace(temporary: string, file: string): void {
  flush(temporary, 'r+')
  renameSync(temporary, file)
  if (process.platform !== 'win32') flush(dirname(file), 'r') // Windows has no handle on a folder; NTFS journals the rename
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
