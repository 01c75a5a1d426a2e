/** The workspace a command works on: opened, closed again whatever happens. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openWorkspaceFile } from '../handlers/open-workspace-file.ts'
import { UsageError } from './usage-error.ts'
import type { FormRecord } from '../../shared/model/project.ts'
import type { Store } from '../store/store.ts'
import type { Terminal } from './terminal.ts'

/** `write` makes the file when it is missing; `read` refuses, opens without the lock and changes nothing. */
export async function withWorkspace<T>(
  file: string,
  access: 'read' | 'write',
  terminal: Terminal,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  if (access === 'write') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  else if (!existsSync(file)) throw new UsageError(`工作区不存在：${file}`)
  const store = openWorkspaceFile({ file, now: terminal.now, newId: terminal.newId, readOnly: access === 'read' })
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

/** All living projects of the workspace with their forms, in the order of the list. */
export function allRecords(store: Store): FormRecord[] {
  return store.projects.list({ deleted: false }).map(({ id, template }) => ({
    template: template === '' ? null : template,
    record: store.projects.read(id).record,
  }))
}
