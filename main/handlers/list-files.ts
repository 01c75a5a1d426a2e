/**
 * Files and folders as a person names them → the files to read. A folder gives the files in it and below, in name order,
 * without hidden ones, office lock files (`~$…`) and links that lead in circles; a file named itself is always taken.
 */
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import type { WaitingFile } from './file-tokens.ts'
import { toFailure } from './refusal.ts'

export const readableExtensions = ['.xlsx', '.xls', '.docx', '.doc', '.txt', '.csv', '.html', '.htm', '.json']
const maximumDepth = 20

/** `nameOf` says under which name a file is reported. A path that cannot be reached becomes a file with an error. */
export async function listFiles(paths: readonly string[], nameOf: (path: string) => string): Promise<WaitingFile[]> {
  const files: WaitingFile[] = []
  for (const path of paths) {
    try {
      const isFolder = (await stat(path)).isDirectory()
      if (isFolder) await addFolder(files, path, nameOf, 0)
      else files.push({ name: nameOf(path), path, error: null })
    } catch (thrown) {
      const error = toFailure(thrown)
      if (!error) throw thrown
      files.push({ name: nameOf(path), path, error: { ...error, message: error.message.replace(`${path}：`, '') } })
    }
  }
  return files
}

async function addFolder(
  files: WaitingFile[],
  folder: string,
  nameOf: (path: string) => string,
  depth: number,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth < maximumDepth) await addFolder(files, path, nameOf, depth + 1)
    else if (entry.isFile() && readableExtensions.includes(extname(entry.name).toLowerCase())) {
      files.push({ name: nameOf(path), path, error: null })
    }
  }
}

/** A name for people: below one of the chosen folders with its path from there, else the file's own name. */
export function shortName(chosen: readonly string[]): (path: string) => string {
  return (path) => {
    const folder = chosen.find((one) => path !== one && path.startsWith(one))
    return folder === undefined ? basename(path) : join(basename(folder), relative(folder, path)).replaceAll('\\', '/')
  }
}
