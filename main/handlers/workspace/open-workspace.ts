/** Opens a workspace with everything the calls need, and closes it again in the right order. */
import { pathToFileURL } from 'node:url'
import { createStoreWorker } from '../../store/worker/store-worker.ts'
import { createDispatch } from '../door/dispatch.ts'
import { createHandlers } from '../door/create-handlers.ts'
import { createHealth } from './health.ts'
import { createJobs } from '../door/jobs.ts'
import { openDocuments } from '../documents.ts'
import { listFiles, shortName } from '../import/list-files.ts'
import { openWorkspaceFile } from '../open-workspace-file.ts'
import { startUpkeep } from './upkeep.ts'
import type { Store } from '../../store/store.ts'
import type { OpenPdfPrinter } from '../../documents/pdf/pdf.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { Dispatch } from '../door/dispatch.ts'
import type { OwnPrograms } from '../documents.ts'
import type { FileTokens, WaitingFile } from '../door/file-tokens.ts'
import type { Host } from '../door/host.ts'
import type { Log } from '../door/log.ts'

export interface WorkspaceOptions {
  /** Absolute path of the workspace file; its folder exists. */
  file: string
  version: string
  log: Log
  pdf: OpenPdfPrinter
  /** The forms this program knows. */
  templates: TemplateRegistry
  /** Looks without writing; it does not matter who else has the file. */
  readOnly?: boolean | undefined
  /** An empty workspace is wanted even where something says that there was another one. */
  startsAnew?: boolean | undefined
  /** undefined when the sources run. */
  programs?: OwnPrograms | undefined
  /** ISO 8601 in UTC. */
  now: () => string
  newId: () => string
}

export interface Workspace {
  store: Store
  dispatch: Dispatch
  /** Files and folders whose paths are known on this side (dropped on the desktop window), under short names. */
  listFiles: (paths: readonly string[]) => Promise<WaitingFile[]>
  close: () => Promise<void>
}

/** Throws a StoreProblem when the file is in use elsewhere or damaged. `host` and `tokens` are the transport's. */
export function openWorkspace(
  { file, version, log, pdf, templates, programs, readOnly = false, startsAnew = false, now, newId }: WorkspaceOptions,
  host: Host,
  tokens: FileTokens,
): Workspace {
  const health = createHealth(host.emit)
  const store = openWorkspaceFile({ file, now, newId, onDamage: health.changed, readOnly, startsAnew })
  const documents = openDocuments(pdf, templates, programs)
  const storeWorker = createStoreWorker(programs && pathToFileURL(programs.store))
  const jobs = createJobs(host.emit)
  const handlers = createHandlers({
    store,
    documents,
    templates,
    health,
    host,
    tokens,
    jobs,
    storeWorker,
    log,
    version,
    now,
  })
  const upkeep = readOnly ? null : startUpkeep({ store, storeWorker, health, log, now })
  const dispatch = createDispatch(handlers, log)
  return {
    store,
    async dispatch(name, input) {
      upkeep?.touch()
      const answer = await dispatch(name, input)
      if (!answer.ok && answer.error.code === 'store-gone') health.filePlace(answer.error.message)
      return answer
    },
    listFiles: (paths) => listFiles(documents, paths, shortName(paths)),
    async close() {
      upkeep?.stop()
      jobs.cancelAll()
      tokens.clear()
      await storeWorker.close()
      await documents.close()
      store.close()
    },
  }
}
