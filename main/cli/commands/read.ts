/** `read FILE…`: recognises and reads files, no database. */
import { readNamed, readStatus, withDocuments } from '../reading.ts'
import { UsageError } from '../usage-error.ts'
import { filesText } from '../table-text.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function read({ files }: CommandOptions, terminal: Terminal): Promise<Answer> {
  if (files.length === 0) throw new UsageError('read 需要至少一个文件或文件夹。')
  return withDocuments(terminal, async (documents) => {
    const read = await readNamed(documents, files, terminal)
    return { status: readStatus(read), json: { files: read }, text: filesText(read, terminal.templates) }
  })
}
