/** `import FILE… --workspace DB`: reads files and saves what was read. */
import { importTables } from '../../handlers/import/import-tables.ts'
import { outcomeAnswer } from '../outcome.ts'
import { required } from '../options.ts'
import { readNamed, readStatus, withDocuments } from '../reading.ts'
import { UsageError } from '../usage-error.ts'
import { withWorkspace } from '../workspace.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function importFiles(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const workspace = required(options.workspace, 'workspace', 'import')
  if (options.files.length === 0) throw new UsageError('import 需要至少一个文件或文件夹。')
  const files = await withDocuments(terminal, (documents) => readNamed(documents, options.files, terminal))
  if (readStatus(files) === 2) return outcomeAnswer(null, files, terminal)
  return withWorkspace(workspace, 'write', terminal, async (context) =>
    outcomeAnswer(
      importTables(context, files, 'imported', () => ({ choice: 'update', year: options.year })),
      files,
      terminal,
    ),
  )
}
