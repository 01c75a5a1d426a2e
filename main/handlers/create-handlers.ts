/** All handlers: exactly the calls of the contract, one file a noun. */
import { appHandlers } from './app.ts'
import { backupHandlers } from './backup.ts'
import { editingHandlers } from './editing.ts'
import { exportHandlers } from './export.ts'
import { importHandlers } from './import.ts'
import { manyProjectsHandlers } from './many-projects.ts'
import { projectHandlers } from './projects.ts'
import { unsavedHandlers } from './unsaved.ts'
import { versionHandlers } from './versions.ts'
import type { HandlerContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

export function createHandlers(context: HandlerContext): Handlers {
  return {
    ...appHandlers(context),
    ...projectHandlers(context),
    ...manyProjectsHandlers(context),
    ...versionHandlers(context),
    ...editingHandlers(context),
    ...importHandlers(context),
    ...exportHandlers(context),
    ...backupHandlers(context),
    ...unsavedHandlers(context),
  }
}
