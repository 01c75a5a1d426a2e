/**
 * What the workspace needs in idle moments: the write-ahead log moved into the file, the daily backup, old versions
 * thinned out, damage looked for in small steps, once after opening and once a day. Idle: no call for a while. A failure
 * is logged and told, and never stops the program.
 */
import { toFailure } from './refusal.ts'
import type { Damage } from '../store/check.ts'
import type { Store } from '../store/store.ts'
import type { WorkspaceHealth } from './health.ts'
import type { Log } from './log.ts'

const idleMs = 5000
const sliceMs = 50

export interface Upkeep {
  /** Somebody works: wait again. */
  touch: () => void
  stop: () => void
}

export interface UpkeepParts {
  health: Pick<WorkspaceHealth, 'notice' | 'backupMade' | 'backupFailed'>
  /** ISO 8601 in UTC. */
  now: () => string
}

/** Where nobody is there to be told. */
const untold: UpkeepParts = {
  health: { notice: () => {}, backupMade: () => {}, backupFailed: () => {} },
  now: () => '',
}

export function startUpkeep(store: Store, log: Log, { health, now }: UpkeepParts = untold): Upkeep {
  let timer: NodeJS.Timeout | undefined
  let isDirty = true
  let check: ReturnType<Store['check']['slices']> | null = null
  let isChecked = false

  /** null, or what went wrong in words. */
  const attempt = (what: string, work: () => void): string | null => {
    try {
      work()
      return null
    } catch (thrown) {
      const message = toFailure(thrown)?.message ?? '程序出了意外的错误。'
      log.error(`${what}没有完成：${message}`, thrown)
      return message
    }
  }
  const backUp = (): void => {
    const failure = attempt('每日备份', () => {
      const made = store.backups.createDaily()
      if (!made) return
      for (const message of made.damaged) log.error(message)
      if (made.damaged.length === 0)
        store.versions.compact() // else somebody may want an older one
      ;[isChecked, check] = [false, null]
    })
    if (failure === null) health.backupMade()
    else health.backupFailed(failure, now())
  }
  const mend: Partial<Record<Damage['kind'], () => void>> = {
    text: () => store.dropDamagedTexts(),
    index: () => store.rebuildIndexes(),
    search: () => store.rebuildSearch(),
  }
  const tell = ({ kind, message }: Damage): void => {
    log.error(message)
    if (kind !== 'project') health.notice(message) // the damaged projects are known to the store
    const work = mend[kind]
    if (work) attempt('修复工作区', work)
  }
  const rest = (): void => {
    if (isDirty) {
      isDirty = false
      attempt('整理工作区', () => store.checkpoint())
      backUp()
    }
    if (isChecked) return
    attempt('检查工作区', () => {
      check ??= store.check.slices()
      const slice = check.next()
      isChecked = slice.done === true
      for (const damage of slice.value ?? []) tell(damage)
    })
    if (!isChecked) wait(sliceMs)
  }
  const wait = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(rest, ms).unref()
  }
  wait(idleMs)
  return {
    touch() {
      isDirty = true
      wait(idleMs)
    },
    stop: () => clearTimeout(timer),
  }
}
