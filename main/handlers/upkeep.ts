/**
 * What the workspace needs in idle moments: the write-ahead log moved into the file, the daily backup, old versions
 * thinned out, damage looked for in small steps. Idle: no call for a while. A failure is logged and told, and never
 * stops the program.
 */
import { toFailure } from './refusal.ts'
import type { Store } from '../store/store.ts'
import type { HandlerContext } from './context.ts'

const idleMs = 5000
const sliceMs = 50

type UpkeepNeeds = Pick<HandlerContext, 'store' | 'storeWorker' | 'log' | 'now'>

export interface Upkeep {
  /** Somebody works: wait again. */
  touch: () => void
  stop: () => void
}

export function startUpkeep({ store, storeWorker, log, now }: UpkeepNeeds): Upkeep {
  let timer: NodeJS.Timeout | undefined
  let isDirty = true
  let check: ReturnType<Store['check']['slices']> | null = null
  let isChecked = false
  let isBackingUp = false

  const tell = (what: string, thrown: unknown): void =>
    log.error(`${what}没有完成：${toFailure(thrown)?.message ?? ''}`, thrown)
  const attempt = (what: string, work: () => void): void => {
    try {
      work()
    } catch (thrown) {
      tell(what, thrown)
    }
  }
  /** On a thread of its own: somebody may begin to work meanwhile. */
  const backUpDaily = async (): Promise<void> => {
    if (isBackingUp || !store.backups.isDailyDue()) return
    isBackingUp = true
    try {
      await storeWorker.run('backup', { file: store.file, reason: 'daily', now: now() })
      store.backups.noteDaily()
      store.versions.compact()
    } catch (thrown) {
      tell('每日备份', thrown)
    }
    isBackingUp = false
  }
  const rest = (): void => {
    if (isDirty) {
      isDirty = false
      attempt('整理工作区', () => store.checkpoint())
      void backUpDaily()
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
