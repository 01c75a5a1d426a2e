/**
 * The right mouse button on a text: 剪切, 复制, 粘贴, 全选. Electron shows no menu of its own; where the page has one (the cells
 * of a sheet) it takes the event and this is not asked.
 */
import { Menu } from 'electron'
import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron'

export function offerTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, asked) => {
    const entries = textMenu(asked)
    if (entries.length > 0) Menu.buildFromTemplate(entries).popup()
  })
}

/** Empty where there is neither a text to write in nor one selected. */
export function textMenu({
  isEditable,
  selectionText,
  editFlags,
}: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>): MenuItemConstructorOptions[] {
  const copy = entry('复制', 'copy', editFlags.canCopy)
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    entry('剪切', 'cut', editFlags.canCut),
    copy,
    entry('粘贴', 'paste', editFlags.canPaste),
    { type: 'separator' },
    entry('全选', 'selectAll', editFlags.canSelectAll),
  ]
}

const entry = (
  label: string,
  role: NonNullable<MenuItemConstructorOptions['role']>,
  enabled: boolean,
): MenuItemConstructorOptions => ({ label, role, enabled })
