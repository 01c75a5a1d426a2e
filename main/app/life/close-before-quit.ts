/** The window is gone, its last calls are answered; then the workspace is closed, then the program ends. */
import { app } from 'electron'
import type { Workspace } from '../../handlers/workspace/open-workspace.ts'
import type { Log } from '../../handlers/door/log.ts'

export function closeBeforeQuit(workspace: () => Workspace | null, log: Log): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void (workspace()?.close() ?? Promise.resolve())
      .catch((thrown: unknown) => log.error('关闭工作区时出错', thrown))
      .finally(() => {
        isClosed = true
        app.quit()
      })
  })
}
