/**
 * The tables opened since the page was loaded. A table opened again keeps its undo and anything that could not be saved
 * yet, unless the store has something newer and the page nothing of its own.
 */
import { call } from '../api.ts'
import type { TableDocument } from '../../shared/ipc/types.ts'
import { findTemplate } from '../../shared/templates/index.ts'
import { fail, succeed } from '../../shared/ipc/result.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { pendingSave } from './save-book.ts'
import { createTableEditor } from './table-editor.ts'
import type { TableEditor } from './table-editor.ts'

const open = new Map<string, TableEditor>()

export async function openTable(id: string): Promise<Result<TableEditor>> {
  const known = open.get(id)
  if (known && hasUnsaved(known)) return succeed(known)
  const answer = await call('projects.open', { id })
  if (!answer.ok) return answer
  if (known) {
    if (!isSame(known, answer.value)) known.replace(answer.value)
    return succeed(known)
  }
  const template = findTemplate(answer.value.template)
  if (!template) {
    return fail(
      'unknown-template',
      `这个版本的程序没有表样“${answer.value.template}”，不能打开这张表。请安装新版本后再打开。`,
    )
  }
  const editor = createTableEditor(id, answer.value, template, {
    send: (input) => call('projects.save', input),
    later: (run, delayMs) => setTimeout(run, delayMs),
    newKey: () => `new-${crypto.randomUUID()}`,
  })
  open.set(id, editor)
  return succeed(editor)
}

export const hasUnsaved = (editor: TableEditor): boolean =>
  pendingSave(editor.autosave.book(), editor.entries(), editor.template.id, '') !== null

/** Whether the store's table is what this page has saved last. */
export function isSame(editor: TableEditor, table: TableDocument): boolean {
  const saved = [...editor.autosave.book().values()]
  return (
    saved.length === table.projects.length &&
    table.projects.every(({ id, version }, index) => saved[index]?.id === id && saved[index]?.version === version)
  )
}
