/**
 * Files and folders as a person names them → the files to read, each once in the answer, also those that cannot be read:
 * they carry the reason. What is taken of a folder: documents/access/list-path.ts.
 */
import { basename, join, relative, sep } from 'node:path'
import { visibleName } from '../../../shared/values/text/visible-text.ts'
import { toFileProblem } from '../../documents/file-problem.ts'
import type { FileProblem } from '../../documents/file-problem.ts'
import type { Documents } from '../documents.ts'
import type { WaitingFile } from '../door/file-tokens.ts'

/** Endings of files that hold tables; a file of another kind is taken all the same, and says itself what is wrong with it. */
export const readableExtensions = ['.xlsx', '.xls', '.docx', '.doc', '.txt', '.csv', '.html', '.htm', '.json']

/** `nameOf` says under which name a file is reported. */
export async function listFiles(
  documents: Pick<Documents, 'list'>,
  paths: readonly string[],
  nameOf: (path: string) => string,
): Promise<WaitingFile[]> {
  const files: WaitingFile[] = []
  for (const path of paths) {
    try {
      const found = await documents.list(path)
      if (found.kind === 'file') files.push({ name: nameOf(path), path, error: null })
      else files.push(...found.files.map((file) => toWaiting(file.path, nameOf(file.path), file.problem)))
    } catch (thrown) {
      files.push(toWaiting(path, nameOf(path), toFileProblem(thrown)))
    }
  }
  return files
}

function toWaiting(path: string, name: string, problem: Pick<FileProblem, 'code' | 'reason'> | null): WaitingFile {
  return { name, path, error: problem && { code: problem.code, message: `“${name}”${problem.reason}` } }
}

/** A name for people: below one of the chosen folders with its path from there, else the file's own name. */
export function shortName(chosen: readonly string[]): (path: string) => string {
  return (path) => {
    const folder = chosen.find((one) => path.startsWith(join(one, sep)))
    const name = folder === undefined ? basename(path) : join(basename(folder), relative(folder, path))
    return visibleName(name.replaceAll('\\', '/'))
  }
}
