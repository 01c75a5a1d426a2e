/**
 * What the workspace needs in idle moments: the write-ahead log moved into the file, the daily backup, old versions
 * thinned out, damage looked for in small steps. Idle: no call for a while. A failure is logged and told, and never
 * stops the program.
 */
import { toFailure } from './refusal.ts'
import type { Store } from '../store/store.ts'
import type { Log } from './log.ts'

const idleMs = 5000
const sliceMs = 50

export interface Upkeep {
  /** Somebody works: wait again. */
  touch: () => void
  stop: () => void
}

export function startUpkeep(store: Store, log: Log): Upkeep {
  let timer: NodeJS.Timeout | undefined
  let isDirty = true
  let check: ReturnType<Store['check']['slices']> | null = null
  let isChecked = false

  const attempt = (what: string, work: () => void): void => {
    try {
      work()
    } catch (thrown) {
      log.error(`${what}没有完成：${toFailure(thrown)?.message ?? ''}`, thrown)
    }
  }
  const rest = (): void => {
    if (isDirty) {
      isDirty = false
      attempt('整理工作区', () => store.checkpoint())
      attempt('每日备份', () => {
        if (store.backups.createDaily()) store.versions.compact()
      })
    }
    if (isChecked) return
    attempt('检查工作区', () => {
      check ??= store.check.slices()
      const slice = check.next()
      isChecked = slice.done === true
      for (const damage of slice.value ?? []) log.error(damage.message)
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
