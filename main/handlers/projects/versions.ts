/** What a project was before. */
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

export function versionHandlers({ store }: HandlerContext): Pick<Handlers, 'versions.list' | 'versions.read'> {
  return {
    'versions.list': ({ id }) => store.versions.list(id),
    'versions.read': ({ id, version }) => {
      const { record, notes } = store.versions.read(id, version)
      return { record, notes }
    },
  }
}
