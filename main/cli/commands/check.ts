/** `check FILE… | --workspace DB`: runs all rules; status 1 when there are problems of severity error. */
import { checkFiles, checkWorkspace } from '../../handlers/projects/check-files.ts'
import { readNamed, readStatus, withDocuments } from '../reading.ts'
import { filesText } from '../table-text.ts'
import { UsageError } from '../usage-error.ts'
import { tellDamaged, withWorkspace } from '../workspace.ts'
import type { CheckedFiles } from '../../handlers/projects/check-files.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function check(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const { files, summary, ...json } = await checked(options, terminal)
  const { tables, errors, warnings, hints } = summary
  return {
    status: files.length > 0 && readStatus(files) === 2 ? 2 : errors > 0 ? 1 : 0,
    json: { files, summary, ...json },
    text: `${filesText(files, terminal.templates)}共 ${tables} 张表：强制 ${errors}，核实 ${warnings}，提示 ${hints}。\n`,
  }
}

async function checked({ files, workspace }: CommandOptions, terminal: Terminal): Promise<CheckedFiles> {
  if (workspace !== undefined && files.length > 0) {
    throw new UsageError('check 要么写文件，要么写 --workspace，不能两样都写。')
  }
  if (files.length > 0) {
    const read = await withDocuments(terminal, (documents) => readNamed(documents, files, terminal))
    return checkFiles(terminal.templates, read)
  }
  if (workspace === undefined) throw new UsageError('check 需要文件，或者 --workspace。')
  return withWorkspace(workspace, 'read', terminal, async (context) => {
    const { damaged, ...others } = checkWorkspace(context)
    return { ...others, ...tellDamaged(damaged, terminal) }
  })
}
