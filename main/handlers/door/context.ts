/** Everything a handler may touch; put together by open-workspace.ts, by the tests with a clock and ids of their own. */
import type { Store } from '../../store/store.ts'
import type { StoreWorker } from '../../store/worker/store-worker.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { Documents } from '../documents.ts'
import type { FileTokens } from './file-tokens.ts'
import type { WorkspaceHealth } from '../workspace/health.ts'
import type { Host } from './host.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'

export interface HandlerContext {
  store: Store
  documents: Documents
  /** The forms this program knows. */
  templates: TemplateRegistry
  health: WorkspaceHealth
  host: Host
  tokens: FileTokens
  jobs: Jobs
  /** Long work on workspace files. */
  storeWorker: StoreWorker
  log: Log
  version: string
  /** ISO 8601 in UTC. */
  now: () => string
}
