/** The file to restore from: the desktop window asks itself, a browser opens the page's own file field and sends the file. */
import { call, isDesktop, uploadWorkspace } from '../api.ts'
import { sayFailure } from '../shell/notify.ts'

/** Its token; null when none was chosen or it could not be sent, which has been said. `sending` hears when it begins and ends. */
export async function chooseBackupFile(sending: (isSending: boolean) => void): Promise<string | null> {
  const file = isDesktop() ? null : await askFile()
  if (!isDesktop() && !file) return null
  sending(true)
  const answer = file ? await uploadWorkspace(file) : await call('backup.choose', {})
  sending(false)
  if (answer.ok) return answer.value?.token ?? null
  sayFailure(answer.error)
  return null
}

function askFile(): Promise<File | null> {
  const field = document.createElement('input')
  field.type = 'file'
  return new Promise((chosen) => {
    field.addEventListener('change', () => chosen(field.files?.[0] ?? null))
    field.addEventListener('cancel', () => chosen(null))
    field.click()
  })
}
