/** `backup export FILE --workspace DB` and `backup restore FILE --workspace DB`: everything into one file, and back. */
import { copyWorkspace, restoreWorkspace } from '../../handlers/workspace/copy-workspace.ts'
import { required } from '../options.ts'
import { shownPath } from '../reading.ts'
import { UsageError } from '../usage-error.ts'
import { withWorkspace } from '../workspace.ts'
import type { CommandOptions, NamedPath } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function backup(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const workspace = required(options.workspace, 'workspace', 'backup')
  const [action, file, ...others] = options.files
  if (!file || others.length > 0 || (action?.typed !== 'export' && action?.typed !== 'restore')) {
    throw new UsageError('backup 后面要写 export 或 restore，再写一个文件：backup export 文件 --workspace 工作区。')
  }
  return action.typed === 'export' ? exportTo(file, workspace, terminal) : restoreFrom(file, workspace, terminal)
}

async function exportTo(target: NamedPath, workspace: string, terminal: Terminal): Promise<Answer> {
  return withWorkspace(workspace, 'read', terminal, async (context) => {
    const { projects, bytes, damaged } = copyWorkspace(context, target.path)
    for (const message of damaged) terminal.log.warn(`${message}它照原样放在备份里。`)
    return {
      status: 0,
      json: { written: [{ file: target.path, projects, bytes }] },
      text: `${shownPath(target.path, terminal.folder)}\n已导出 ${projects} 个项目，连同历史版本和设置。\n`,
    }
  })
}

function restoreFrom(source: NamedPath, workspace: string, terminal: Terminal): Answer {
  const { projects, kept, damaged } = restoreWorkspace(workspace, source.path, terminal.now())
  for (const name of damaged) terminal.log.warn(`备份里项目${name}的内容已损坏，照原样恢复了。`)
  const before = kept === null ? '' : `原来的工作区保留在：${shownPath(kept, terminal.folder)}\n`
  return {
    status: 0,
    json: { restored: { projects }, kept },
    text: `已恢复 ${projects} 个项目。\n${before}`,
  }
}
