/**
 * A workspace that does not open is no dead end: one that is in use elsewhere can be looked at, a damaged one can be
 * replaced by its newest backup (the damaged file is kept beside it), and where the file is gone while backups or the rest
 * of a restore lie beside it, one of them is put back or the person starts with an empty one. The person decides in a dialog.
 */
import { dialog } from 'electron'
import { toFailure } from '../handlers/door/refusal.ts'
import { systemNow } from '../handlers/door/system.ts'
import { findRemnants } from '../store/restore/remnants.ts'
import { restoreFile } from '../store/restore/restore.ts'
import { asking } from './life/launcher-sign.ts'
import type { Workspace } from '../handlers/workspace/open-workspace.ts'

export interface OpeningChoice {
  readOnly: boolean
  startsAnew: boolean
}

interface Action {
  button: string
  open: () => Workspace
}

interface Ways {
  reading: () => Workspace
  anew: () => Workspace
  restored: (path: string) => Workspace
}

/** null: the person closed the program. Rethrows what no question can solve. */
export function openOrRecover(file: string, open: (choice: OpeningChoice) => Workspace): Workspace | null {
  const normally: OpeningChoice = { readOnly: false, startsAnew: false }
  try {
    return open(normally)
  } catch (thrown) {
    const actions = actionsFor(toFailure(thrown)?.code ?? '', file, {
      reading: () => open({ ...normally, readOnly: true }),
      anew: () => open({ ...normally, startsAnew: true }),
      restored: (path) => {
        restoreFile(file, path, systemNow())
        return open(normally)
      },
    })
    return ask(thrown, actions)
  }
}

/** More than these few are no choice any more. */
const offeredFiles = 3

function actionsFor(code: string, file: string, ways: Ways): Action[] {
  if (code === 'store-busy' || code === 'store-read-only') return [{ button: '以只读方式打开', open: ways.reading }]
  if (!['store-damaged', 'store-not-a-database', 'store-missing'].includes(code)) return []
  const restoring = findRemnants(file).map(({ kind, name, path, createdAt }) => ({
    button: kind === 'backup' ? `恢复 ${shownTime(createdAt)} 的备份` : `恢复“${name}”`,
    open: () => ways.restored(path),
  }))
  const anew = { button: '从空白开始（保留旁边的文件）', open: ways.anew }
  return [...restoring.slice(0, offeredFiles), ...(code === 'store-missing' ? [anew] : [])]
}

const shownTime = (time: string): string => new Date(time).toLocaleString('zh-CN')

/** The first action is the usual one; one that fails (the backup is damaged too) is said and offered no more. */
function ask(thrown: unknown, actions: readonly Action[]): Workspace | null {
  const failure = toFailure(thrown)
  if (!failure || actions.length === 0) throw thrown
  const { message } = failure
  const buttons = [...actions.map(({ button }) => button), '关闭程序']
  const cancelId = actions.length
  const options = { type: 'warning' as const, title: '绩表', message, buttons, defaultId: 0, cancelId }
  const answer = asking(() => dialog.showMessageBoxSync(options))
  const chosen = actions[answer]
  try {
    return chosen?.open() ?? null
  } catch (again) {
    return ask(
      again,
      actions.filter((action) => action !== chosen),
    )
  }
}
