/**
 * What the workspace needs in idle moments: the write-ahead log moved into the file, the daily backup, old versions
 * thinned out, damage looked for in small steps, once after opening and once a day. Idle: no call for a while. What takes
 * long is done on a thread of its own, for somebody may begin to work. A failure is logged and told, and never stops the
 * program.
 */
import { toFailure } from '../door/refusal.ts'
import type { Damage } from '../../store/file/check.ts'
import type { Store } from '../../store/store.ts'
import type { HandlerContext } from '../door/context.ts'
import type { WorkspaceHealth } from './health.ts'

const idleMs = 5000
const sliceMs = 50

export interface Upkeep {
  /** Somebody works: wait again. */
  touch: () => void
  stop: () => void
}

export type UpkeepParts = Pick<HandlerContext, 'store' | 'storeWorker' | 'log' | 'now'> & {
  health: Pick<WorkspaceHealth, 'notice' | 'backupMade' | 'backupFailed' | 'filePlace'>
}

export function startUpkeep({ store, storeWorker, log, now, health }: UpkeepParts): Upkeep {
  let timer: NodeJS.Timeout | undefined
  let isDirty = true
  let check: ReturnType<Store['check']['slices']> | null = null
  /** What it looks at: after a restore the store is another. */
  let checked: Store['check'] | null = null
  let isChecked = false
  /** A piece of long work runs: the next waits for it. */
  let isAway = false

  const wait = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(rest, ms).unref()
  }
  const inWords = (what: string, thrown: unknown): string => {
    const message = toFailure(thrown)?.message ?? '程序出了意外的错误。'
    log.error(`${what}没有完成：${message}`, thrown)
    return message
  }
  const attempt = (what: string, work: () => void): void => {
    try {
      work()
    } catch (thrown) {
      inWords(what, thrown)
    }
  }
  /** Long work on the other thread; `failed` hears why it was not done. */
  const away = async (what: string, work: () => Promise<void>, failed: (message: string) => void): Promise<void> => {
    isAway = true
    try {
      await work()
    } catch (thrown) {
      if (!isStopped) failed(inWords(what, thrown))
    }
    isAway = false
    if (!isStopped) wait(sliceMs)
  }
  let isStopped = false

  const backUp = (): Promise<void> =>
    away(
      '每日备份',
      async () => {
        const made = await storeWorker.run('backup', { file: store.file, reason: 'daily', now: now() })
        store.backups.noteDaily()
        for (const message of made.damaged) log.error(message)
        if (made.damaged.length === 0)
          store.versions.compact() // else somebody may want an older one
        ;[isChecked, check] = [false, null]
        health.backupMade()
      },
      (message) => health.backupFailed(message, now()),
    )
  /** SQLite's own check reads the whole file. */
  const beginCheck = (): Promise<void> =>
    away(
      '检查工作区',
      async () => {
        const structure = await storeWorker.run('structure', { file: store.file })
        checked = store.check
        check = checked.slices(structure)
      },
      () => (isChecked = true),
    )
  const mend: Partial<Record<Damage['kind'], () => void>> = {
    text: () => store.dropDamagedTexts(),
    index: () => store.rebuildIndexes(),
    search: () => store.rebuildSearch(),
  }
  const tell = ({ kind, message }: Damage): void => {
    log.error(message)
    if (kind !== 'project') health.notice(message) // the damaged projects are known to the store
    const work = mend[kind]
    if (!work) return
    attempt('修复工作区', work)
    isDirty = true // the rest of an index that is made anew
  }
  const isBackupDue = (): boolean => {
    try {
      if (store.backups.isDailyDue()) return true
      health.backupMade()
    } catch (thrown) {
      health.backupFailed(inWords('每日备份', thrown), now()) // not even the folder can be read
    }
    return false
  }
  const isGone = (): boolean => {
    try {
      store.checkPlace()
      health.filePlace(null)
      return false
    } catch (thrown) {
      health.filePlace(toFailure(thrown)?.message ?? String(thrown))
      return true
    }
  }
  const rest = (): void => {
    if (isAway) return // it calls again when it is back
    if (isGone()) return wait(idleMs) // nothing is to be done with a file that is not there
    if (isDirty) {
      let hasMore = false
      attempt('整理工作区', () => {
        hasMore = store.indexSome()
        if (!hasMore) store.checkpoint()
      })
      if (hasMore) return wait(sliceMs)
      isDirty = false
      if (isBackupDue()) return void backUp()
    }
    if (isChecked) return
    if (!check || checked !== store.check) return void beginCheck()
    const slices = check
    attempt('检查工作区', () => {
      const slice = slices.next()
      isChecked = slice.done === true
      for (const damage of slice.value ?? []) tell(damage)
    })
    if (!isChecked) wait(sliceMs)
  }
  wait(idleMs)
  return {
    touch() {
      isDirty = true
      wait(idleMs)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
