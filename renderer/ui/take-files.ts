/** Files chosen or dropped by the person on their way to the import page. */
import { call, isDesktop, upload } from '../api.ts'
import { sayFailure, sayWarning } from './notify.ts'
import { goTo } from './place.ts'

export const acceptedFiles = '.xlsx,.docx,.xls,.txt,.csv,.html,.htm,.json'

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
  field.addEventListener('change', () => void takeFiles([...(field.files ?? [])]))
  field.click()
}

export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return sayWarning('没有选到文件。')
  const answer = await upload(files, () => undefined)
  if (answer.ok) goTo('import', [answer.value.token])
  else sayFailure(answer.error)
}
