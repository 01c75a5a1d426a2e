/** `collect DIR --workspace DB`: takes in a folder of returned submissions, with all folders below it. */
import { importTables } from '../../handlers/import/import-tables.ts'
import { outcomeAnswer } from '../outcome.ts'
import { required } from '../options.ts'
import { readNamed, readStatus, withDocuments } from '../reading.ts'
import { UsageError } from '../usage-error.ts'
import { withWorkspace } from '../workspace.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function collect(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const workspace = required(options.workspace, 'workspace', 'collect')
  const [folder, ...others] = options.files
  if (folder === undefined || others.length > 0) throw new UsageError('collect 需要一个文件夹。')
  const files = await withDocuments(terminal, async (documents) => {
    const found = folder.typed === '' ? null : await documents.list(folder.path).catch(() => null)
    if (found?.kind !== 'folder') throw new UsageError(`不是文件夹，或者不存在：${folder.typed}`)
    return readNamed(documents, [folder], terminal)
  })
  if (readStatus(files) === 2) return outcomeAnswer(null, files, terminal, { missing: [] })
  return withWorkspace(workspace, 'write', terminal, async (context) => {
    const outcome = importTables(context, files, 'collected', () => ({ choice: 'update', year: options.year }))
    return outcomeAnswer(outcome, files, terminal, { missing: [] }) // a workspace has no unit list yet
  })
}
