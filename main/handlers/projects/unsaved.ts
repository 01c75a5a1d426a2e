/** Work of the page that the workspace could not take: a copy of it is kept elsewhere, as a .json file that can be imported. */
import { join } from 'node:path'
import { jsonFileText } from '../../../shared/model/json-file.ts'
import { writeFileAtomic } from '../../documents/atomic-file.ts'
import { safeFileName } from '../../documents/file-name.ts'
import type { UnsavedWork } from '../../../shared/ipc/unsaved.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'
import type { Host } from '../door/host.ts'

export function unsavedHandlers({ host }: HandlerContext): Pick<Handlers, 'unsaved.tell' | 'unsaved.copy'> {
  return {
    'unsaved.tell': (work) => {
      host.hearUnsaved(work)
      return { heard: true }
    },
    'unsaved.copy': (work) => copyUnsaved(host, work),
  }
}

/** Asks for the place. null: the person gave up. Throws the system's error where it cannot be written. */
export async function copyUnsaved(host: Host, { names, entries }: UnsavedWork): Promise<{ place: string } | null> {
  const name = safeFileName(`没有保存的内容 ${names[0] ?? ''}`, new Set(), 'json')
  const destination = await host.chooseDestination([name])
  if (!destination) return null
  const { folder, fileName } = destination
  const path = join(folder, fileName ?? name)
  await writeFileAtomic(path, new TextEncoder().encode(jsonFileText(entries, true)))
  const { place } = await host.deliver(destination, [path])
  return { place }
}
