/** All handlers: exactly the calls of the contract, one file a noun. */
import { appHandlers } from '../workspace/app.ts'
import { backupHandlers } from '../workspace/backup.ts'
import { editingHandlers } from '../projects/editing.ts'
import { exportHandlers } from '../export/export.ts'
import { importHandlers } from '../import/import.ts'
import { changeManyHandlers } from '../projects/change-many.ts'
import { manyProjectsHandlers } from '../projects/many-projects.ts'
import { projectHandlers } from '../projects/projects.ts'
import { summaryHandlers } from '../summary/summary.ts'
import { undoHandlers } from '../projects/undo.ts'
import { unsavedHandlers } from '../projects/unsaved.ts'
import { versionHandlers } from '../projects/versions.ts'
import type { HandlerContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

export function createHandlers(context: HandlerContext): Handlers {
  return {
    ...appHandlers(context),
    ...projectHandlers(context),
    ...manyProjectsHandlers(context),
    ...changeManyHandlers(context),
    ...undoHandlers(context),
    ...versionHandlers(context),
    ...editingHandlers(context),
    ...importHandlers(context),
    ...exportHandlers(context),
    ...backupHandlers(context),
    ...unsavedHandlers(context),
    ...summaryHandlers(context),
  }
}
