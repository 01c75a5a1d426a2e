/** The workspace a command works on: opened, closed again whatever happens. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { lostLogNotice } from '../handlers/workspace/lost-log.ts'
import { openWorkspaceFile } from '../handlers/open-workspace-file.ts'
import { toFailure } from '../handlers/door/refusal.ts'
import { shellWord, wayBack } from '../handlers/workspace/way-back.ts'
import { HintedError } from '../handlers/door/hinted-error.ts'
import { shownPath } from './reading.ts'
import { UsageError } from './usage-error.ts'
import type { DamagedProblem } from '../handlers/export/whole-tables.ts'
import type { HandlerContext } from '../handlers/door/context.ts'
import type { Terminal } from './terminal.ts'

/** What the handlers of a command are given. */
export type WorkspaceContext = Pick<HandlerContext, 'store' | 'templates' | 'now'>

/** `write` makes the file when it is missing; `read` refuses, opens without the lock and changes nothing. */
export async function withWorkspace<T>(
  file: string,
  access: 'read' | 'write',
  terminal: Terminal,
  work: (context: WorkspaceContext) => Promise<T>,
): Promise<T> {
  if (access === 'write') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  else if (!existsSync(file)) throw new UsageError(`工作区不存在：${file}`)
  const store = openOrHint(file, access, terminal)
  try {
    const lost = lostLogNotice(store)
    if (lost !== null) terminal.log.warn(lost)
    return await work({ store, templates: terminal.templates, now: terminal.now })
  } finally {
    store.close()
  }
}

function openOrHint(file: string, access: 'read' | 'write', terminal: Terminal): WorkspaceContext['store'] {
  try {
    return openWorkspaceFile({ file, now: terminal.now, newId: terminal.newId, readOnly: access === 'read' })
  } catch (thrown) {
    const shown = (path: string): string => shellWord(shownPath(path, terminal.folder))
    const code = toFailure(thrown)?.code
    const hints = wayBack(code, file, ({ path }) => {
      return `npm run -s jibiao -- backup restore ${shown(path)} --workspace ${shown(file)}`
    })
    if (code === 'store-missing') hints.push('要从空白开始，请给 --workspace 写一个新的文件名。')
    throw hints.length > 0 ? new HintedError(thrown, hints) : thrown
  }
}

/** Says which projects were left out because their bytes are damaged; answers what --json adds: `damaged`, where there are such. */
export function tellDamaged(damaged: DamagedProblem[], { log }: Terminal): { damaged?: DamagedProblem[] } {
  for (const { project, message } of damaged) log.warn(`${project}：${message}`)
  return damaged.length > 0 ? { damaged } : {}
}
