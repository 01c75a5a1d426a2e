/** Opens a workspace with everything the calls need, and closes it again in the right order. */
import { createDispatch } from './dispatch.ts'
import { createHandlers } from './create-handlers.ts'
import { createHealth } from './health.ts'
import { createJobs } from './jobs.ts'
import { openDocuments } from './documents.ts'
import { openWorkspaceFile } from './open-workspace-file.ts'
import { startUpkeep } from './upkeep.ts'
import type { Store } from '../store/store.ts'
import type { OpenPdfPrinter } from '../documents/pdf.ts'
import type { Dispatch } from './dispatch.ts'
import type { FileTokens } from './file-tokens.ts'
import type { Host } from './host.ts'
import type { Log } from './log.ts'

export interface WorkspaceOptions {
  /** Absolute path of the workspace file; its folder exists. */
  file: string
  version: string
  log: Log
  pdf: OpenPdfPrinter
  /** Looks without writing; it does not matter who else has the file. */
  readOnly?: boolean | undefined
  /** An empty workspace is wanted even where something says that there was another one. */
  startsAnew?: boolean | undefined
  /** Where the document thread was bundled to; undefined when the sources run. */
  workerFile?: string | undefined
  /** ISO 8601 in UTC. */
  now: () => string
  newId: () => string
}

export interface Workspace {
  store: Store
  dispatch: Dispatch
  close: () => Promise<void>
}

/** Throws a StoreProblem when the file is in use elsewhere or damaged. `host` and `tokens` are the transport's. */
export function openWorkspace(
  { file, version, log, pdf, workerFile, readOnly = false, startsAnew = false, now, newId }: WorkspaceOptions,
  host: Host,
  tokens: FileTokens,
): Workspace {
  const health = createHealth(host.emit)
  const store = openWorkspaceFile({ file, now, newId, onDamage: health.changed, readOnly, startsAnew })
  const documents = openDocuments(pdf, workerFile)
  const jobs = createJobs(host.emit)
  const handlers = createHandlers({ store, documents, health, host, tokens, jobs, log, version, now })
  const upkeep = readOnly ? null : startUpkeep(store, log, { health, now })
  const dispatch = createDispatch(handlers, log)
  return {
    store,
    dispatch: (name, input) => {
      upkeep?.touch()
      return dispatch(name, input)
    },
    async close() {
      upkeep?.stop()
      jobs.cancelAll()
      tokens.clear()
      await documents.close()
      store.close()
    },
  }
}
