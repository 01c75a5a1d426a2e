/** `summary --workspace DB`: the department's roll-up table. */
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { summarize } from '../../shared/summary/summarize.ts'
import { fileNameKey, safeFileName } from '../documents/file-name.ts'
import { writeFileAtomic } from '../documents/atomic-file.ts'
import { localTime } from '../store/local-time.ts'
import { required } from './options.ts'
import { shownPath, terminalJob, withDocuments } from './reading.ts'
import { UsageError } from './usage-error.ts'
import { allRecords, withWorkspace } from './workspace.ts'
import type { CommandOptions } from './command.ts'
import type { Answer, Terminal } from './terminal.ts'

export async function summary(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const workspace = required(options.workspace, 'workspace', 'summary')
  const format = required(options.format, 'format', 'summary')
  const out = required(options.out, 'out', 'summary')
  if (format !== 'xlsx' && format !== 'docx') throw new UsageError('汇总表的格式只能是 xlsx 或 docx。')
  const { entries: records, json } = await withWorkspace(workspace, 'read', terminal, async (store) =>
    allRecords(store, terminal),
  )
  if (records.length === 0) throw new UsageError('工作区里没有项目，没有可汇总的内容。')
  const layout = summarize(records)
  const { signal } = terminalJob(terminal)
  const volume = { title: layout.title, contents: false, createdAt: localTime(terminal.now()), signal }
  const bytes = await withDocuments(terminal, (documents) => documents.write(format, [layout], volume))
  await mkdir(out, { recursive: true })
  const taken = new Set((await readdir(out)).map(fileNameKey)) // a file that is there is never replaced
  const path = join(out, safeFileName(layout.title, taken, format))
  await writeFileAtomic(path, bytes)
  const written = [{ file: path, project: `${records.length} 个项目`, template: 'summary', bytes: bytes.length }]
  return { status: 0, json: { written, ...json }, text: `${shownPath(path, terminal.folder)}\n` }
}
