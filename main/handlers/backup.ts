/** Backups: list, make, put back. After a restore every page reads everything anew. */
import type { HandlerContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

type Names = Extract<keyof Handlers, `backup.${string}`>

export function backupHandlers({ store, host, jobs }: HandlerContext): Pick<Handlers, Names> {
  return {
    'backup.list': () => store.backups.list(),
    'backup.create': () => store.backups.create('manual'),
    'backup.restore': ({ name }) => {
      jobs.cancelAll()
      store.restoreBackup(name)
      host.emit('store.changed', { ids: [] })
      return { restored: true }
    },
  }
}
