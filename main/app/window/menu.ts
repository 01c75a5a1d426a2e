/**
 * The menu: Chinese, the usual shortcuts. Entries with an `action` are sent to the page, which owns what they do
 * (renderer/editor/actions/actions.ts, renderer/shell/rail.tsx) and also handles the keys; here the shortcuts are only shown. Entries with a `role` are Electron's own.
 */
import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import type { Graphics } from '../life/graphics.ts'

type Entry = MenuItemConstructorOptions

export interface MenuParts {
  /** Asks the page for an action. */
  send: (action: string) => void
  /** Loads the page anew. */
  reload: () => void
  graphics: Pick<Graphics, 'isOff' | 'keep'>
  /** Shows the developer entries. */
  devTools: boolean
}

export function setMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)))
}

export function menuTemplate({ send, reload, graphics, devTools }: MenuParts): Entry[] {
  const action = (label: string, id: string, accelerator?: string): Entry => ({
    id,
    label,
    click: () => send(id),
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
  })
  /** The clipboard and window entries of the system; the keys reach the page by themselves. */
  const role = (label: string, name: NonNullable<Entry['role']>): Entry => ({
    label,
    role: name,
    registerAccelerator: false,
  })
  const line: Entry = { type: 'separator' }
  return [
    {
      label: '文件(&F)',
      submenu: [
        action('项目列表', 'page-projects', 'Ctrl+1'),
        action('打印预览', 'preview', 'Ctrl+P'),
        line,
        { label: '退出(&X)', role: 'quit' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        action('撤销', 'undo', 'Ctrl+Z'),
        action('重做', 'redo', 'Ctrl+Y'),
        line,
        role('剪切', 'cut'),
        role('复制', 'copy'),
        role('粘贴', 'paste'),
        action('全选', 'select-all', 'Ctrl+A'),
        line,
        action('向下填充', 'fill-down', 'Ctrl+D'),
        action('向右填充', 'fill-right', 'Ctrl+R'),
      ],
    },
    {
      label: '表格(&T)',
      submenu: [
        action('在上方插入行', 'insert-above', 'Ctrl+Plus'),
        action('在下方插入行', 'insert-below', 'Ctrl+Alt+Plus'),
        action('删除行', 'remove-row', 'Ctrl+-'),
        line,
        action('上移一行', 'move-up', 'Alt+Up'),
        action('下移一行', 'move-down', 'Alt+Down'),
        action('改所选行的级别…', 'row-level', 'Ctrl+L'),
        line,
        action('立即检查', 'check', 'F7'),
      ],
    },
    {
      label: '查看(&V)',
      submenu: [
        action('项目', 'page-projects', 'Ctrl+1'),
        action('编辑', 'page-edit', 'Ctrl+2'),
        action('预览', 'page-preview', 'Ctrl+6'),
        action('设置', 'page-settings', 'Ctrl+7'),
        line,
        action('放大', 'zoom-in'),
        action('缩小', 'zoom-out'),
        action('100%', 'zoom-actual', 'Ctrl+0'),
        action('适合宽度', 'zoom-width', 'Ctrl+9'),
        line,
        { label: '全屏', role: 'togglefullscreen' },
        { id: 'reload', label: '重新载入页面', click: reload },
        {
          id: 'graphics',
          label: '不用显卡加速（下次打开时起）',
          type: 'checkbox',
          checked: graphics.isOff,
          click: ({ checked }) => graphics.keep(checked ? 'off' : 'on'),
        },
        ...(devTools ? [line, { label: '开发者工具', role: 'toggleDevTools' as const }] : []),
      ],
    },
  ]
}
