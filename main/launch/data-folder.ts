/**
 * Where the program keeps its data: `--data`, else a folder `jibiao-data` beside the executable, else the place the system
 * has for it. The portable program (on a USB stick) makes that folder itself where it can write. The workspace is one
 * database file in the folder.
 */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { makePrivate } from '../store/file/private-files.ts'

export interface Surroundings {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  homeFolder: string
  /** The program's own executable, or the start script. NSIS-portable unpacks elsewhere and names the real place in the environment. */
  executable: string
}

export function dataFolder(wanted: string | undefined, around: Surroundings): string {
  if (wanted !== undefined) return resolve(wanted)
  const portable = around.env['PORTABLE_EXECUTABLE_DIR']
  const beside = join(portable ?? dirname(around.executable), 'jibiao-data')
  if (portable === undefined ? existsSync(beside) : isWritable(beside)) return beside
  const { env, homeFolder } = around
  if (around.platform === 'win32') return join(env['APPDATA'] ?? join(homeFolder, 'AppData', 'Roaming'), 'jibiao')
  if (around.platform === 'darwin') return join(homeFolder, 'Library', 'Application Support', 'jibiao')
  return join(env['XDG_DATA_HOME'] || join(homeFolder, '.local', 'share'), 'jibiao')
}

/** Found out by writing: what the system says of a folder's rights is not what a stick, a share or a policy allows. */
function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const trial = join(folder, `.trial-${process.pid}`)
    writeFileSync(trial, '')
    rmSync(trial)
    return true
  } catch {
    return false // a stick that is locked, a folder of the administrator
  }
}

/** The workspace of a start that names none. */
export const workspaceIn = (folder: string): string => join(folder, '绩表.db')

/** Makes the folder where it is missing, and its own account's alone: unless it is everybody's (/tmp) or the whole home. */
export function openDataFolder(folder: string, homeFolder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isEverybodys = (statSync(folder).mode & 0o1000) !== 0 || dirname(folder) === folder
  if (!isEverybodys && folder !== resolve(homeFolder)) makePrivate(folder, 'folder')
}
