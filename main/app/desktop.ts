/** The desktop program from its first moment until a workspace is open: what must happen before the app is ready, in order. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { app, dialog } from 'electron'
import { toFailure } from '../handlers/door/refusal.ts'
import { createStreamLog } from '../handlers/door/log.ts'
import { openDataFolder, workspaceIn } from '../launch/data-folder.ts'
import { prepareDataPlace } from './data-place.ts'
import { createFileLog } from './file-log.ts'
import { startGraphics } from './life/graphics.ts'
import { signLauncher } from './life/launcher-sign.ts'
import { createPaths } from './paths.ts'
import { runProgram } from './program.ts'
import { registerScheme } from './protocol.ts'
import { pagePolicy } from './security.ts'
import { offerTextMenu } from './window/text-menu.ts'
import type { StartWords } from './words.ts'

/** Call before the app is ready. */
export function startDesktop({ data, workspace, files }: StartWords): void {
  registerScheme()
  app.enableSandbox()
  const paths = createPaths(data)
  const place = prepareDataPlace(paths.data)
  if (place.problem === null) openDataFolder(paths.data, homedir())
  if (place.windowFolder !== null) app.setPath('userData', place.windowFolder) // Chromium's own files stay beside the workspace
  const file = workspace ?? workspaceIn(paths.data)
  if (!app.requestSingleInstanceLock({ ...(workspace !== undefined && { workspace }), files })) {
    signLauncher('over') // the first one shows itself, and has heard what this one was to open
    return app.quit()
  }
  const log =
    place.problem === null ? createFileLog(paths.data) : createStreamLog((line) => void process.stderr.write(line))
  process.on('uncaughtException', (error) => log.error('未处理的错误', error))
  process.on('unhandledRejection', (reason) => log.error('未处理的错误', reason))
  app.on('web-contents-created', (_event, contents) => {
    for (const row of pagePolicy) row.apply(contents)
    offerTextMenu(contents)
  })
  const graphics = startGraphics(app.getPath('userData'))
  const failedStart = (thrown: unknown): void => {
    log.error('程序没有能启动', thrown)
    const message = toFailure(thrown)?.message ?? '程序出了意外的错误。日志在数据文件夹的 log 里。'
    tellAndEnd(`${message}\n\n数据文件夹：${paths.data}`)
  }
  const tellAndEnd = (text: string): void => {
    graphics.settle()
    signLauncher('asking')
    dialog.showErrorBox('绩表没有能启动', text)
    signLauncher('over')
    app.exit(1)
  }
  app
    .whenReady()
    .then(() => {
      // what is there can be looked at, wherever nothing can be written
      if (place.problem !== null && !existsSync(file)) tellAndEnd(place.problem)
      else runProgram({ paths, file, files, graphics, log, failedStart })
    })
    .catch(failedStart)
}
