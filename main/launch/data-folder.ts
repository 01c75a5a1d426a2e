/**
 * Where the program keeps its data: `--data`, else a folder `jibiao-data` beside the executable (portable, on a USB
 * stick), else the place the system has for it. The workspace is one database file in that folder.
 */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export interface Surroundings {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  homeFolder: string
  /** The program's own executable, or the start script. NSIS-portable unpacks elsewhere and names the real place in the environment. */
  executable: string
}

export function dataFolder(wanted: string | undefined, around: Surroundings): string {
  if (wanted !== undefined) return resolve(wanted)
  const beside = join(around.env['PORTABLE_EXECUTABLE_DIR'] ?? dirname(around.executable), 'jibiao-data')
  if (existsSync(beside)) return beside
  const { env, homeFolder } = around
  if (around.platform === 'win32') return join(env['APPDATA'] ?? join(homeFolder, 'AppData', 'Roaming'), 'jibiao')
  if (around.platform === 'darwin') return join(homeFolder, 'Library', 'Application Support', 'jibiao')
  return join(env['XDG_DATA_HOME'] || join(homeFolder, '.local', 'share'), 'jibiao')
}

/** The workspace of a start that names none. */
export const workspaceIn = (folder: string): string => join(folder, '绩表.db')
