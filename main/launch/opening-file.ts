/**
 * The file by which a browser gets an address: a page for its owner's eyes only that forwards. It lies in a folder of the
 * home that is not hidden and not the system's temporary one, for a browser packed as a snap can read neither of those.
 */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './is-running.ts'
import { makePrivate } from '../store/file/private-files.ts'

export interface OpeningFile {
  path: string
  /** The file, and its folder when nobody else has one in it. */
  remove: () => void
}

/** null: nothing can be written in that home. `url` is one of our own: it needs no escaping. */
export function writeOpeningFile(homeFolder: string, url: string): OpeningFile | null {
  const folder = join(homeFolder, 'jibiao-open')
  const path = join(folder, `${process.pid}.html`)
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    makePrivate(folder, 'folder')
    for (const name of readdirSync(folder)) {
      // left by a program that was killed
      const owner = Number(/^(\d+)\.html$/.exec(name)?.[1])
      if (owner === process.pid || (owner > 0 && !isRunning(owner))) rmSync(join(folder, name), { force: true })
    }
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, pageFor(url))
    closeSync(file)
  } catch {
    return null
  }
  return { path, remove: () => remove(folder, path) }
}

const pageFor = (url: string): string =>
  `<!doctype html>
<html lang="zh-CN">
  <meta charset="utf-8">
  <meta name="referrer" content="no-referrer">
  <meta http-equiv="refresh" content="0;url=${url}">
  <title>绩表</title>
  <p>正在打开绩表……</p>
</html>
`

function remove(folder: string, path: string): void {
  try {
    rmSync(path, { force: true })
    rmdirSync(folder)
  } catch {
    // another start of the program has its file there
  }
}
