/**
 * A copy of what cannot be saved, as a .json file that can be imported later. In a browser the page makes the download
 * itself: the program that does not save may be gone altogether.
 */
import { jsonFileText } from '../../shared/model/json-file.ts'
import { call, isDesktop } from '../api.ts'
import { say, sayFailure, sayWarning } from '../shell/notify.ts'
import { toWork } from './unsaved.ts'
import type { UnsavedItem } from './unsaved.ts'

export async function keepCopy(items: readonly UnsavedItem[]): Promise<void> {
  const work = toWork(items)
  if (work.entries.length === 0) return sayWarning('没有要另存的内容：没有保存的只是项目的删除或顺序。')
  const notes = work.entries.some((entry) => entry.notes.length > 0) ? '（说明和意见也在文件里，但导入时不读回）' : ''
  const later = `以后可以用“导入”读回来${notes}。`
  if (!isDesktop()) {
    const name = `没有保存的内容 ${work.names[0] ?? ''}.json`
    download(name, jsonFileText(work.entries, true))
    return say(`已下载“${name}”，${later}`, 8)
  }
  const answer = await call('unsaved.copy', work)
  if (!answer.ok) return sayFailure(answer.error)
  if (answer.value) say(`已另存到 ${answer.value.place}，${later}`, 8)
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name // the browser takes out what no file name may hold
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
