/**
 * The browser host's side of the handlers' needs: files come by upload, exports leave as downloads, the page prints
 * itself with the browser's dialog, events go over the lines.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Host } from '../handlers/door/host.ts'
import type { Downloads } from './downloads.ts'
import type { Lines } from './lines.ts'

/** `folder` holds exports until they are fetched; it is emptied at the start. */
export function createWebHost(
  folder: string,
  downloads: Downloads,
  lines: Lines,
  newId: () => string,
  openFolder: Host['openFolder'],
): Host {
  rmSync(folder, { recursive: true, force: true })
  return {
    kind: 'browser',
    chooseFiles: async () => null,
    async chooseDestination() {
      const own = join(folder, newId())
      mkdirSync(own, { recursive: true, mode: 0o700 })
      return { folder: own, fileName: null }
    },
    async deliver(destination, files) {
      const [first] = files
      if (first === undefined) return { place: '', downloads: [] }
      const name = files.length === 1 ? basename(first) : `绩效目标表（${files.length}个文件）.zip`
      const token = downloads.add(destination.folder, name, files)
      return { place: '', downloads: [{ name, token }] }
    },
    ticket: (token) => downloads.ticket(token),
    chooseBackup: async () => null,
    openFolder,
    print: async () => false,
    paste: () => false,
    reload: () => false,
    takeGiven: () => [],
    hearUnsaved: () => {}, // the browser asks by itself
    emit: (event, payload) => lines.emit(event, payload),
  }
}
