/**
 * Whether the person should be reminded that all the work stands on one disk: the last copy elsewhere is older than a week, there
 * is work it does not hold, and nobody said "later" within a week. A time from the future (a clock that was wrong) is none.
 */
import { localDay } from '../../store/backup/local-time.ts'
import { toFailure } from '../door/refusal.ts'
import { isOnAnotherDisk, readOutsideCopy, writeOutsideCopy } from '../../store/backup/outside-copy.ts'
import { ownSetting } from './app.ts'
import type { OutsideCopyState } from '../../../shared/ipc/backup.ts'
import type { HandlerContext } from '../door/context.ts'

const weekMs = 7 * 24 * 60 * 60 * 1000
const laterKey = ownSetting('outside-copy-later')

export function outsideState({ store, now }: Pick<HandlerContext, 'store' | 'now'>): OutsideCopyState {
  const copiedAt = readOutsideCopy(store.file)?.copiedAt ?? null
  if (store.readOnly) return { copiedAt, isDue: false }
  const nowMs = Date.parse(now())
  const isRecent = (time: string): boolean => {
    const age = nowMs - Date.parse(time)
    return age >= 0 && age < weekMs
  }
  const later = store.settings.read()[laterKey] ?? ''
  const { firstAt, lastAt } = store.span()
  const copied = copiedAt !== null && Date.parse(copiedAt) <= nowMs ? copiedAt : null
  const isUncopied = copied === null ? lastAt !== '' : lastAt > copied
  return { copiedAt, isDue: isUncopied && !isRecent(copied ?? firstAt) && !isRecent(later) }
}

/**
 * A copy was written to this path; whether it is on another disk. The copy counts also where the note of it cannot be kept
 * (the workspace lies on a disk that cannot be written): the reminder then comes too early.
 */
export function noteOutsideCopy(file: string, target: string, now: string): boolean {
  if (!isOnAnotherDisk(file, target)) return false
  try {
    writeOutsideCopy(file, { copiedAt: now })
  } catch (thrown) {
    if (!toFailure(thrown)) throw thrown
  }
  return true
}

export function remindLater({ store, now }: Pick<HandlerContext, 'store' | 'now'>): void {
  store.settings.write(laterKey, now())
}

/** `绩表备份 2026-11-30.db` */
export const backupFileName = (now: string): string => `绩表备份 ${localDay(now)}.db`
