/**
 * A path as a person names it → the files it means. A folder gives every file in it and below, whatever its ending, in the
 * order of names: what is no table is told when it is read. Left out are hidden files, the lock files of Office (`~$…`) and
 * links to folders, which may lead in circles. Throws only FileProblem, without the path.
 */
import { readdirSync, statSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { systemProblem } from './read-bytes.ts'
import type { FoundFile, Listing } from './protocol.ts'

const maximumDepth = 20

/** `onFolder` hears of every folder before it is looked into. */
export function listPath(path: string, onFolder: () => void = () => {}): Listing {
  try {
    if (!statSync(path).isDirectory()) return { kind: 'file' }
  } catch (error) {
    throw systemProblem(error, path)
  }
  const files: FoundFile[] = []
  addFolder(files, path, onFolder, 0)
  return { kind: 'folder', files }
}

function addFolder(files: FoundFile[], folder: string, onFolder: () => void, depth: number): void {
  onFolder()
  for (const entry of entriesOf(files, folder)) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) {
      if (!isLinkToFolder(entry, path)) files.push({ path, problem: null })
    } else if (depth < maximumDepth) addFolder(files, path, onFolder, depth + 1)
    else
      files.push({
        path,
        problem: { code: 'F-NESTING', reason: '套得太深，没有看里面的文件。请把它移到浅一些的文件夹里。' },
      })
  }
}

/** In the order of names; a folder that cannot be looked into is one of the files, with its problem. */
function entriesOf(files: FoundFile[], folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    const { code, reason } = systemProblem(error, folder)
    files.push({ path: folder, problem: { code, reason } })
    return []
  }
}

function isLinkToFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return false
  try {
    return statSync(path).isDirectory()
  } catch {
    return false // it leads nowhere, which is told when it is read
  }
}
