/**
 * Where the program keeps its data: `--data`, else a folder `jibiao-data` beside the executable (portable, on a USB
 * stick), else the place the system has for it. The workspace is one database file in that folder.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { makePrivate } from '../store/private-files.ts'

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

/** Makes the folder where it is missing, and its own account's alone: unless it is everybody's (/tmp) or the whole home. */
export function openDataFolder(folder: string, homeFolder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isEverybodys = (statSync(folder).mode & 0o1000) !== 0 || dirname(folder) === folder
  if (!isEverybodys && folder !== resolve(homeFolder)) makePrivate(folder, 'folder')
}
