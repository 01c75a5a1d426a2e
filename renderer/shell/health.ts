/** What the person has to know about the workspace itself, for whoever shows it; asked once the first page is on the screen. */
import { create } from 'zustand'
import type { Health } from '../../shared/ipc/workspace.ts'
import type { LeftOut } from '../../shared/model/stored/projects.ts'
import { call, on } from '../api.ts'
import { say, sayFailure, sayWarning } from './notify.ts'

const nothing: Health = { damaged: [], notices: [], gone: null, backup: null }

export const useHealth = create<Health>(() => nothing)

/** Asks now and whenever something has changed; the answer ends it. */
export function followHealth(): () => void {
  let asked = 0
  const ask = () => {
    const own = (asked += 1)
    void call('workspace.health', {}).then((answer) => {
      if (answer.ok && own === asked) useHealth.setState(answer.value)
    })
  }
  ask()
  const ends = [on('health.changed', ask), on('store.changed', ({ ids }) => ids.length === 0 && ask())] // anything: a restore, a program started again
  return () => ends.forEach((end) => end())
}

/** The workspace file is gone: everything the program has goes into a file, and what is not saved yet after it. */
export async function keepContents(): Promise<void> {
  const answer = await call('workspace.keep', {})
  if (!answer.ok) return sayFailure(answer.error)
  const { file, isBeside } = answer.value
  say(
    isBeside
      ? `已全部存到新文件“${file}”，程序接着用它，说明见“项目”页。`
      : `已全部写回原来的文件“${file}”，可以接着用。`,
    8,
  )
}

/** “甲”、“乙”等 7 个项目 */
export function damagedNames(damaged: Health['damaged']): string {
  const shown = 3
  const names = damaged.slice(0, shown).map(({ name }) => `“${name === '' ? '未命名项目' : name}”`)
  return damaged.length > shown ? `${names.join('、')}等 ${damaged.length} 个项目` : names.join('、')
}

/** After work on many: those that were left as they are. `what`: 没有检查. */
export function sayLeftOut({ damaged = [] }: LeftOut, what: string): void {
  if (damaged.length > 0) sayWarning(`${damagedNames(damaged)}的内容已损坏，${what}。打开它可以修复或删除。`)
}
