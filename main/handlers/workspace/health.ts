/** What the person has to know about the workspace itself, as long as the program runs; every page hears when it changes. */
import type { Health } from '../../../shared/ipc/workspace.ts'
import type { Host } from '../door/host.ts'

export interface WorkspaceHealth {
  read: () => Omit<Health, 'damaged'>
  /** Said once, however often it is found. */
  notice: (message: string) => void
  backupMade: () => void
  backupFailed: (message: string, time: string) => void
  /** The workspace file does not stand in its place: why. null: it does. */
  filePlace: (message: string | null) => void
  /** What `read` or the store knows is another now. */
  changed: () => void
}

export function createHealth(emit: Host['emit']): WorkspaceHealth {
  const notices = new Set<string>()
  let backup: Health['backup'] = null
  let gone: string | null = null
  const changed = (): void => emit('health.changed', {})
  return {
    read: () => ({ notices: [...notices], backup, gone }),
    notice(message) {
      if (notices.has(message)) return
      notices.add(message)
      changed()
    },
    backupMade() {
      if (backup === null) return
      backup = null
      changed()
    },
    backupFailed(message, time) {
      if (backup?.message === message) return
      backup = { message, since: backup?.since ?? time }
      changed()
    },
    filePlace(message) {
      if (gone === message) return
      gone = message
      changed()
    },
    changed,
  }
}
