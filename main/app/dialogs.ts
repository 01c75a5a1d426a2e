/**
 * The system's dialogs. Each remembers its own folder in the settings, because the system would always begin in
 * “downloads”. Paths stay on this side.
 */
import { dirname, join, parse } from 'node:path'
import { dialog, shell } from 'electron'
import type {
  BrowserWindow,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import type { Destination, Download } from '../handlers/host.ts'

/** What the dialog shows first; a file of another kind can still be chosen, and says itself what is wrong with it. */
const tableEndings = ['xlsx', 'xls', 'docx', 'doc', 'txt', 'csv', 'html', 'htm', 'json']

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

export function createDialogs(window: () => BrowserWindow | null, settings: DialogSettings): Dialogs {
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
  return {
    async chooseFiles() {
      const { canceled, filePaths } = await open({
        title: '选择要导入的表格',
        buttonLabel: '导入',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: '绩效目标表', extensions: tableEndings },
          { name: '所有文件', extensions: ['*'] },
        ],
        ...startIn('folder-import'),
      })
      const [first] = filePaths
      if (canceled || first === undefined) return null
      settings.write('folder-import', dirname(first))
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
      if (destination) settings.write('folder-export', destination.folder)
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
    const { canceled, filePath } = await save({
      title: '导出到',
      defaultPath: defaultPath === undefined ? name : join(defaultPath, name),
      filters: [{ name: extension.slice(1), extensions: [extension.slice(1)] }],
    })
    if (canceled || filePath === '') return null
    const chosen = parse(filePath)
    const fileName = chosen.ext.toLowerCase() === extension ? chosen.base : `${chosen.base}${extension}`
    return { folder: chosen.dir, fileName }
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
