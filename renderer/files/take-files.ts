/** Files chosen or dropped by the person on their way to the import page. */
import { create } from 'zustand'
import { uploadLimits } from '../../shared/ipc/upload-limits.ts'
import { call, isDesktop, upload } from '../api.ts'
import type { PickedFile } from '../api.ts'
import { sayFailure, sayWarning } from '../shell/notify.ts'
import { goTo } from '../shell/place.ts'

export const acceptedFiles = '.xlsx,.docx,.xls,.txt,.csv,.html,.htm,.json'

interface Taking {
  done: number
  total: number
  name: string
  cancel: () => void
}

/** The files on their way; null when there are none. */
export const useTaking = create<{ taking: Taking | null }>(() => ({ taking: null }))

/** The desktop window asks itself; a browser opens the page's own file field. */
export async function chooseFiles(): Promise<void> {
  if (!isDesktop()) return openFileField()
  const answer = await call('import.choose', {})
  if (!answer.ok) sayFailure(answer.error)
  else if (answer.value) goTo('import', [answer.value.token])
}

function openFileField(): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.multiple = true
  field.accept = acceptedFiles
  field.addEventListener('change', () => void takeFiles([...(field.files ?? [])].map(picked)))
  field.click()
}

const picked = (file: File): PickedFile => ({ name: file.webkitRelativePath || file.name, file })

export async function takeFiles(files: readonly PickedFile[]): Promise<void> {
  if (useTaking.getState().taking) return sayWarning('上一批文件还在读入：请等它完成，或先停止它。')
  if (files.length === 0) return sayWarning('没有选到文件。')
  if (files.length > uploadLimits.files) {
    return sayWarning(
      `一次最多读入 ${uploadLimits.files} 个文件，这次有 ${files.length} 个：请分几次，例如一个文件夹一次。`,
    )
  }
  const stop = new AbortController()
  const show = (done: number, name: string) =>
    useTaking.setState({ taking: { done, total: files.length, name, cancel: () => stop.abort() } })
  show(0, files[0]?.name ?? '')
  const answer = await upload(files, show, stop.signal)
  useTaking.setState({ taking: null })
  if (answer.ok) goTo('import', [answer.value.token])
  else sayFailure(answer.error)
}
