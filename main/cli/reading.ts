/**
 * What read, import, check and export share: the files named on the command line, read one after the other with
 * progress. When none of them can be used the status is 2, and the message says which and why.
 */
import { join, relative, sep } from 'node:path'
import { listFiles } from '../handlers/import/list-files.ts'
import { openDocuments } from '../handlers/documents.ts'
import { visibleName } from '../../shared/values/text/visible-text.ts'
import { withoutName } from './without-name.ts'
import { UsageError } from './usage-error.ts'
import type { Documents } from '../handlers/documents.ts'
import type { ReadFile } from '../../shared/model/read-file.ts'
import type { Job } from '../handlers/door/jobs.ts'
import type { WaitingFile } from '../handlers/door/file-tokens.ts'
import type { NamedPath } from './command.ts'
import type { Terminal } from './terminal.ts'

/** Work of the command line: not cancelled (Ctrl+C ends the program), progress on standard error. */
export function terminalJob(terminal: Terminal): Job {
  return {
    signal: new AbortController().signal,
    progress: (done, total, item) => terminal.progress(done < total ? `${done + 1}/${total} ${item}` : ''),
  }
}

export async function withDocuments<T>(
  { pdf, templates, programs }: Terminal,
  work: (documents: Documents) => Promise<T>,
): Promise<T> {
  const documents = openDocuments(pdf, templates, programs)
  try {
    return await work(documents)
  } finally {
    await documents.close()
  }
}

/** `''`, which as a path would be the working folder with everything in it. */
const nameless: WaitingFile = {
  name: '',
  path: '',
  error: { code: 'F-MISSING', message: '文件名是空的，没有读取：请写出文件或文件夹的名字。' },
}

/** Files are named as they were typed, those of a folder below its typed name. */
export async function readNamed(
  documents: Documents,
  named: readonly NamedPath[],
  terminal: Terminal,
): Promise<ReadFile[]> {
  const nameOf = (path: string): string => typedName(named, path)
  const found = await Promise.all(
    named.map(async ({ typed, path }) => (typed === '' ? [nameless] : listFiles(documents, [path], nameOf))),
  )
  const files = found.flat()
  const typed = named.map((one) => one.typed).join('、')
  if (files.length === 0) throw new UsageError(`文件夹里没有可以读取的文件：${typed}`)
  const read = await documents.read(files, terminalJob(terminal))
  for (const { file, error } of read)
    if (error) terminal.log.warn(visibleName(`${file}：${withoutName(error.message, file)}`))
  return read
}

function typedName(named: readonly NamedPath[], path: string): string {
  const same = named.find((one) => one.path === path)
  if (same) return same.typed
  const folder = named.find((one) => path.startsWith(join(one.path, sep)))
  return folder === undefined ? path : join(folder.typed, relative(folder.path, path))
}

/** Files below the working folder are named from there, others in full. */
export function shownPath(path: string, folder: string): string {
  const short = relative(folder, path)
  return visibleName(short === '' || short.startsWith('..') ? path : short)
}

/** As `read` and `check` print a file. */
export const told = ({ file, error, tables }: ReadFile): ReadFile => ({ file, error, tables })

/** 0, or 2 when none of the files could be read. */
export function readStatus(files: readonly ReadFile[]): 0 | 2 {
  return files.every(({ error }) => error !== null) ? 2 : 0
}
