/** What the page asks about the program itself, the units, years and settings. */
import { basename, dirname } from 'node:path'
import { lostLogNotice } from './lost-log.ts'
import { Refusal } from '../door/refusal.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

type Names =
  | 'app.info'
  | 'app.reload'
  | 'clipboard.paste'
  | 'units.list'
  | 'years.list'
  | 'workspace.health'
  | 'workspace.keep'
  | 'settings.read'
  | 'settings.write'

/** Settings of the program (window, folders) are not for the page: they hold paths. */
export const ownSetting = (name: string): string => `program-${name}`
const keptBeside = (file: string): string =>
  `程序里的内容已全部存到数据文件夹里的新文件“${file}”，程序接着用它；原来位置上别人换上的文件没有动，下次启动打开的是那个文件。要以后也用这一份，请现在在“备份”里“另存一份到别处”，下次启动后“从文件恢复”。`
const isOwn = (key: string): boolean => key.startsWith('program-')

export function appHandlers({ store, host, health, version }: HandlerContext): Pick<Handlers, Names> {
  return {
    'app.info': () => ({ version, host: host.kind, dataFolder: dirname(store.file), workspace: store.file }),
    'app.reload': () => ({ reloading: host.reload() }),
    'clipboard.paste': () => ({ pasted: host.paste() }),
    'workspace.health': () => {
      const { notices, ...others } = health.read()
      const lost = lostLogNotice(store)
      return { damaged: store.damage.known(), ...others, notices: lost === null ? notices : [lost, ...notices] }
    },
    'workspace.keep': () => {
      const { file, isBeside } = store.keepElsewhere()
      health.filePlace(null)
      if (isBeside) health.notice(keptBeside(basename(file)))
      host.emit('store.changed', { ids: [] })
      return { file: basename(file), isBeside }
    },
    'units.list': () => store.units.list(),
    'years.list': () => store.years.list(),
    'settings.read': () => Object.fromEntries(Object.entries(store.settings.read()).filter(([key]) => !isOwn(key))),
    'settings.write': ({ key, value }) => {
      if (isOwn(key)) throw new Refusal('bad-input', '这项设置由程序自己管理。')
      store.settings.write(key, value)
      return { saved: true }
    },
  }
}
