/**
 * A file of a name that may be taken: what is there stays, the new one is numbered ` (2)`. `taken` begins with the names in
 * the folder (takenNames) and serves all files of one run.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeNewFile } from './atomic-file.ts'
import { fileNameKey, safeFileName } from './file-name.ts'

/** As compared by safeFileName. */
export async function takenNames(folder: string): Promise<Set<string>> {
  return new Set((await readdir(folder)).map(fileNameKey))
}

/** Answers the path it has in the end. `extension` without the dot. */
export async function writeNumbered(
  folder: string,
  taken: Set<string>,
  title: string,
  extension: string,
  bytes: Uint8Array,
): Promise<string> {
  for (;;) {
    const path = join(folder, safeFileName(title, taken, extension))
    try {
      await writeNewFile(path, bytes)
      return path
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'file-eexist')) throw error // else somebody was quicker
    }
  }
}
