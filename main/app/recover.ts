/**
 * A workspace that does not open is no dead end: one that is in use elsewhere can be looked at, a damaged one can be
 * replaced by its newest backup (the damaged file is kept beside it). The person decides in a dialog.
 */
import { dialog } from 'electron'
import { toFailure } from '../handlers/refusal.ts'
import { systemNow } from '../handlers/system.ts'
import { listBackups, restoreFile } from '../store/backup.ts'
import { asking } from './life/launcher-sign.ts'
import type { Workspace } from '../handlers/open-workspace.ts'

/** null: the person closed the program. Rethrows what no question can solve. */
export function openOrRecover(file: string, open: (readOnly: boolean) => Workspace): Workspace | null {
  try {
    return open(false)
  } catch (thrown) {
    const failure = toFailure(thrown)
    if (failure?.code === 'store-busy' || failure?.code === 'store-read-only') {
      return isAgreed(failure.message, '以只读方式打开') ? open(true) : null
    }
    const [newest] = listBackups(file)
    const isDamaged = failure?.code === 'store-damaged' || failure?.code === 'store-not-a-database'
    if (!failure || !isDamaged || !newest) throw thrown
    const time = new Date(newest.createdAt).toLocaleString('zh-CN')
    if (!isAgreed(failure.message, `恢复 ${time} 的备份`)) return null
    restoreFile(file, newest.name, systemNow())
    return open(false)
  }
}

function isAgreed(message: string, action: string): boolean {
  const buttons = [action, '关闭程序']
  const options = { type: 'warning' as const, title: '绩表', message, buttons, defaultId: 0, cancelId: 1 }
  return asking(() => dialog.showMessageBoxSync(options)) === 0
}
