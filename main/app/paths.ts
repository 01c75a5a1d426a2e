/** Where the parts of the built program lie; the same below the project folder and inside app.asar. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { dataFolder } from '../launch/data-folder.ts'

export interface Paths {
  /** The page. */
  renderer: string
  preload: string
  /** The threads for documents and for workspace files, the process that fetches files; outside app.asar, where all can be loaded from. */
  documentThread: string
  storeThread: string
  fileAccess: string
  icon: string
  /** Workspace, settings, log. */
  data: string
}

/** `wanted`: the folder of --data. */
export function createPaths(wanted: string | undefined): Paths {
  const root = app.getAppPath()
  const unpacked = join(root.replace(/app\.asar$/, 'app.asar.unpacked'), 'build', 'app')
  return {
    renderer: join(root, 'build', 'renderer'),
    preload: join(root, 'build', 'app', 'preload.cjs'),
    documentThread: join(unpacked, 'run-jobs.cjs'),
    storeThread: join(unpacked, 'run-store-work.cjs'),
    fileAccess: join(unpacked, 'answer-access.cjs'),
    icon: join(root, 'build', 'app', 'icon.png'),
    data: dataFolder(wanted, {
      platform: process.platform,
      env: process.env,
      homeFolder: homedir(),
      executable: app.getPath('exe'),
    }),
  }
}
