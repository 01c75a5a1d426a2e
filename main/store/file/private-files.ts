/**
 * Files and folders of the workspace belong to one account: 0600 and 0700, those of earlier versions too. Nothing is done
 * on Windows: a mode there says no more than "read-only", and the folders of an account's profile admit nobody else anyway.
 */
import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const modes = { file: 0o600, folder: 0o700 } as const

/** Whatever cannot be changed (another account's file, a stick without modes) stays as it is. */
export function makePrivate(path: string, kind: keyof typeof modes): void {
  if (process.platform === 'win32') return
  try {
    const found = lstatSync(path)
    const isRight = kind === 'file' ? found.isFile() : found.isDirectory()
    if (isRight && (found.mode & 0o777) !== modes[kind]) chmodSync(path, modes[kind])
  } catch {
    // gone meanwhile, or not ours
  }
}

/** A workspace that was opened as one, and everything that stands beside it under its name: log, lock, backups, copies. */
export function makeWorkspacePrivate(file: string): void {
  if (process.platform === 'win32') return
  const [folder, name] = [dirname(file), basename(file)]
  for (const found of readdirSync(folder, { withFileTypes: true })) {
    if (!found.name.startsWith(name)) continue
    const path = join(folder, found.name)
    if (!found.isDirectory()) makePrivate(path, 'file')
    else if (found.name === `${name}-backups`) {
      makePrivate(path, 'folder')
      for (const copy of readdirSync(path)) makePrivate(join(path, copy), 'file')
    }
  }
}
