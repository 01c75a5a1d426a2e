/**
 * Ctrl+digit of each page. The digits follow the seven pages of the program in their order (项目, 编辑, 收表, 汇总, 指标库,
 * 预览, 设置) and stay where they are when a page is added.
 */
import type { PageName } from './place.ts'

export const pageDigits: Record<PageName, number> = { projects: 1, edit: 2, import: 3, preview: 6, settings: 7 }

export interface PageKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** The page a key press asks for; null for any other key. */
export function pageOfChord({ key, ctrlKey, metaKey, shiftKey, altKey }: PageKey): PageName | null {
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return null
  const names: PageName[] = ['projects', 'edit', 'import', 'preview', 'settings']
  return names.find((name) => String(pageDigits[name]) === key) ?? null
}
