/**
 * The system's dialogs. Each remembers its own folder in the settings, because the system would always begin in
 * “downloads”; where it cannot be remembered (the disk of the workspace is full) the person's choice counts all the same.
 * Paths stay on this side.
 */
import { existsSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { dialog, shell } from 'electron'
import type {
  BrowserWindow,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import type { Destination, Download } from '../handlers/door/host.ts'

import { readableExtensions } from '../handlers/import/list-files.ts'
import type { Log } from '../handlers/door/log.ts'
import { ask } from './ask.ts'

/** On Linux the dialog asks about existing files only where it is told to; then it would ask before the ending is added. */
const asksByItself = process.platform !== 'linux'

export interface DialogSettings {
  read: (key: 'folder-import' | 'folder-export') => string | undefined
  write: (key: 'folder-import' | 'folder-export', folder: string) => void
}

export interface Dialogs {
  chooseFiles: () => Promise<string[] | null>
  chooseBackup: () => Promise<string | null>
  chooseDestination: (names: string[]) => Promise<Destination | null>
  openFolder: (folder: string) => Promise<boolean>
  deliver: (destination: Destination, files: string[]) => Promise<{ place: string; downloads: Download[] }>
}

export function createDialogs(window: () => BrowserWindow | null, settings: DialogSettings, log: Log): Dialogs {
  const open = (options: OpenDialogOptions): Promise<OpenDialogReturnValue> => {
    const parent = window()
    return parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options)
  }
  const save = (options: SaveDialogOptions): Promise<SaveDialogReturnValue> => {
    const parent = window()
    return parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options)
  }
  const startIn = (key: 'folder-import' | 'folder-export'): { defaultPath?: string } => {
    const folder = settings.read(key)
    return folder === undefined ? {} : { defaultPath: folder }
  }
  const remember: DialogSettings['write'] = (key, folder) => {
    try {
      settings.write(key, folder)
    } catch (thrown) {
      log.warn(`没有能记住文件夹 ${folder}：${String(thrown)}`)
    }
  }
  return {
    async chooseFiles() {
      const { canceled, filePaths } = await open({
        title: '选择要导入的表格',
        buttonLabel: '导入',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: '绩效目标表', extensions: readableExtensions.map((extension) => extension.slice(1)) },
          { name: '所有文件', extensions: ['*'] },
        ],
        ...startIn('folder-import'),
      })
      const [first] = filePaths
      if (canceled || first === undefined) return null
      remember('folder-import', dirname(first))
      return filePaths
    },
    async chooseBackup() {
      const { canceled, filePaths } = await open({
        title: '选择要恢复的备份',
        buttonLabel: '选择',
        properties: ['openFile'],
        filters: [
          { name: '绩表备份', extensions: ['db'] },
          { name: '所有文件', extensions: ['*'] },
        ],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    openFolder: async (folder) => (await shell.openPath(folder)) === '',
    async chooseDestination(names) {
      const destination = names.length === 1 ? await chooseFile(names[0] ?? '') : await chooseFolder()
      if (destination) remember('folder-export', destination.folder)
      return destination
    },
    async deliver(destination, files) {
      const [first] = files
      if (first !== undefined) shell.showItemInFolder(first)
      return { place: files.length === 1 ? (first ?? '') : destination.folder, downloads: [] }
    },
  }

  async function chooseFile(name: string): Promise<Destination | null> {
    const { defaultPath } = startIn('folder-export')
    const extension = parse(name).ext
    let proposed = defaultPath === undefined ? name : join(defaultPath, name)
    for (;;) {
      const { canceled, filePath } = await save({
        title: '导出到',
        defaultPath: proposed,
        filters: [{ name: extension.slice(1), extensions: [extension.slice(1)] }],
      })
      if (canceled || filePath === '') return null
      const chosen = parse(filePath)
      const hasEnding = chosen.ext.toLowerCase() === extension
      const destination = { folder: chosen.dir, fileName: hasEnding ? chosen.base : `${chosen.base}${extension}` }
      if ((hasEnding && asksByItself) || (await mayReplace(destination))) return destination
      proposed = join(destination.folder, destination.fileName)
    }
  }

  /** The system's dialog has not asked about this name: it did not know the ending, or it never asks. */
  async function mayReplace({ folder, fileName }: { folder: string; fileName: string }): Promise<boolean> {
    if (!existsSync(join(folder, fileName))) return true
    const answer = await ask(window(), {
      message: `这个文件夹里已经有“${fileName}”。`,
      detail: `替换后原来的文件就没有了。\n${folder}`,
      buttons: [
        ['other', '另取名字'],
        ['replace', '替换'],
      ],
      otherwise: 'other',
    })
    return answer === 'replace'
  }

  async function chooseFolder(): Promise<Destination | null> {
    const { canceled, filePaths } = await open({
      title: '选择导出到的文件夹',
      buttonLabel: '导出到这里',
      properties: ['openDirectory', 'createDirectory'],
      ...startIn('folder-export'),
    })
    const [folder] = filePaths
    return canceled || folder === undefined ? null : { folder, fileName: null }
  }
}
