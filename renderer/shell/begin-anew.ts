/** After a restore every open table is of the time before: the page begins anew, and says then what was done. */
import type { RestoreOutcome } from '../../shared/ipc/backup.ts'
import { say, sayWarning } from './notify.ts'
import { reloadPage } from './reload-page.ts'

const keyOfWords = 'restored'

export async function beginAnew({ projects, kept, damaged }: RestoreOutcome): Promise<void> {
  const before = kept === '' ? '' : '恢复前的内容在“设置 → 备份”里留了一份。'
  const hurt =
    damaged.length === 0 ? '' : `其中 ${damaged.length} 个项目的内容在备份里已经损坏：${damaged.join('、')}。`
  sessionStorage.setItem(keyOfWords, `已恢复 ${projects} 个项目。${hurt}${before}`)
  location.hash = '#/projects'
  await reloadPage()
}

/** Once, after the page has begun anew. */
export function sayRestored(): void {
  const words = sessionStorage.getItem(keyOfWords)
  if (words === null) return
  sessionStorage.removeItem(keyOfWords)
  if (words.includes('损坏')) sayWarning(words)
  else say(words, 8)
}
