/** What the person is told of a workspace that has lost its log (store/owner-mark.ts). */
import { basename } from 'node:path'
import { shownTime } from '../../store/backup/local-time.ts'
import type { Store } from '../../store/store.ts'

/** null: nothing is known to be lost. */
export function lostLogNotice(store: Store): string | null {
  const since = store.lostLogSince
  if (since === null) return null
  const [newest] = store.backups.list()
  const way = newest
    ? `最新的备份是 ${shownTime(newest.createdAt)} 做的，需要时可以在“设置”的“备份”里恢复。`
    : '没有找到备份。'
  return (
    `这个工作区从 ${shownTime(since)} 起有人在用，没有正常关闭，它的日志“${basename(store.file)}-wal”现在不见了` +
    `（或者这个文件是在程序开着的时候单独复制来的）：最后一段时间的改动可能不在里面，请核对最近改过的项目。${way}`
  )
}
