/** In the status line, only while the backup of the day cannot be made. */
import type { ReactNode } from 'react'
import { useHealth } from '../../shell/health.ts'
import { goTo } from '../../shell/place.ts'

export function BackupState(): ReactNode {
  const message = useHealth(({ backup }) => backup?.message)
  if (message === undefined) return null
  return (
    <button
      type="button"
      className="status-button severity-error"
      title={`${message}（点这里去“备份”）`}
      onClick={() => goTo('settings', ['backup'])}
    >
      自动备份没有做成
    </button>
  )
}
