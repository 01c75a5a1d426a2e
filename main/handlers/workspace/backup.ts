/**
 * Backups: list, make, put back; everything into one file elsewhere and back from one. The long parts run on a thread of
 * their own (store/worker), the page follows and cancels them. After a restore every page reads everything anew.
 */
import { basename, dirname, join } from 'node:path'
import { backupFolder } from '../../store/backup/backup.ts'
import { dropPrepared } from '../../store/restore/prepare-restore.ts'
import { writeOutsideCopy } from '../../store/backup/outside-copy.ts'
import { Refusal } from '../door/refusal.ts'
import { backupFileName, noteOutsideCopy, outsideState, remindLater } from './outside-copy.ts'
import { toPercent } from './copy-progress.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'
import type { Job } from '../door/jobs.ts'

type Names = Extract<keyof Handlers, `backup.${string}` | 'data.openFolder'>
type Source = CallInput<'backup.look'>

export function backupHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const { store, host, jobs, tokens, storeWorker, now } = context
  const pathOf = (source: Source): { path: string; name: string } => {
    if ('name' in source) {
      const { name } = store.backups.find(source.name)
      return { path: join(backupFolder(store.file), name), name }
    }
    const [file] = tokens.read(source.token).files
    if (!file || file.error) throw new Refusal('bad-input', '这个文件没有读到，没有恢复：请重新选择备份文件。')
    return file
  }

  const restore = (source: Source, job: Job, jobId: string) => {
    const request = store.restoreRequest(pathOf(source).path)
    const following = toPercent(job, { copying: '正在复制和检查备份', checking: '正在整理备份里的项目' })
    return storeWorker.restore(request, following, async (prepared) => {
      await jobs.endOthers(jobId)
      if (job.signal.aborted) dropPrepared(request.file)
      job.signal.throwIfAborted()
      const { projects, kept, damaged } = store.putBack(prepared)
      if ('token' in source) tokens.remove(source.token)
      host.emit('store.changed', { ids: [] })
      return { projects, kept: kept === null ? '' : basename(kept), damaged }
    })
  }

  return {
    'backup.list': () => store.backups.list(),
    'backup.create': ({ job: jobId }) =>
      jobs.run(jobId, (job) => {
        const input = { file: store.file, reason: 'manual' as const, now: now() }
        return storeWorker.run('backup', input, toPercent(job, { file: store.file }))
      }),
    'backup.choose': async () => {
      const path = await host.chooseBackup()
      return path === null ? null : { token: tokens.add([{ name: basename(path), path, error: null }], null) }
    },
    'backup.look': async (source) => {
      const { path, name } = pathOf(source)
      return { name, ...(await storeWorker.run('look', { file: store.file, source: path })) }
    },
    'backup.restore': ({ source, job: jobId }) => jobs.run(jobId, (job) => restore(source, job, jobId)),
    'backup.export': ({ job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const name = backupFileName(now())
        const destination = await host.chooseDestination([name])
        if (!destination) return null
        const target = join(destination.folder, destination.fileName ?? name)
        const input = { file: store.file, target, replaces: destination.fileName !== null }
        const exported = await storeWorker.run('export', input, toPercent(job, { file: store.file }))
        const { place, downloads } = await host.deliver(destination, [target])
        if (downloads.length > 0) return { ...exported, place, downloads, outside: 'unknown' as const }
        const outside = noteOutsideCopy(store.file, target, now()) ? ('yes' as const) : ('no' as const)
        return { ...exported, place, downloads, outside }
      }),
    'backup.outside': () => outsideState(context),
    'backup.settleOutside': ({ how }) => {
      if (how === 'copied') writeOutsideCopy(store.file, { copiedAt: now() })
      else remindLater(context)
      return outsideState(context)
    },
    'data.openFolder': async () => {
      const folder = dirname(store.file)
      return { opened: await host.openFolder(folder), folder }
    },
  }
}
