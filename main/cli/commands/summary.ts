/** `summary --workspace DB`: the department's roll-up table. */
import { mkdir } from 'node:fs/promises'
import { summarize } from '../../../shared/summary/summarize.ts'
import { takenNames, writeNumbered } from '../../documents/numbered-file.ts'
import { visibleName } from '../../../shared/values/text/visible-text.ts'
import { localTime } from '../../store/backup/local-time.ts'
import { required } from '../options.ts'
import { shownPath, terminalJob, withDocuments } from '../reading.ts'
import { UsageError } from '../usage-error.ts'
import { allRecords } from '../../handlers/projects/all-records.ts'
import { tellDamaged, withWorkspace } from '../workspace.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function summary(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const workspace = required(options.workspace, 'workspace', 'summary')
  const format = required(options.format, 'format', 'summary')
  const out = required(options.out, 'out', 'summary')
  if (format !== 'xlsx' && format !== 'docx') throw new UsageError('汇总表的格式只能是 xlsx 或 docx。')
  const { entries: records, damaged } = await withWorkspace(workspace, 'read', terminal, async (context) =>
    allRecords(context),
  )
  const json = tellDamaged(damaged, terminal)
  if (records.length === 0) throw new UsageError('工作区里没有项目，没有可汇总的内容。')
  const layout = summarize(records)
  const { signal } = terminalJob(terminal)
  const warn = ({ message }: { message: string }): void => terminal.log.warn(visibleName(message))
  const volume = { title: layout.title, contents: false, createdAt: localTime(terminal.now()), signal, onProblem: warn }
  const bytes = await withDocuments(terminal, (documents) => documents.write(format, [layout], volume))
  await mkdir(out, { recursive: true })
  const path = await writeNumbered(out, await takenNames(out), layout.title, format, bytes)
  const written = [{ file: path, project: `${records.length} 个项目`, template: 'summary', bytes: bytes.length }]
  return { status: 0, json: { written, ...json }, text: `${shownPath(path, terminal.folder)}\n` }
}
