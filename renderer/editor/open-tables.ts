/**
 * The tables opened since the page was loaded. A table opened again keeps its undo and anything that could not be saved
 * yet; what the store has newer (an import) becomes one more step of undo.
 */
import { call } from '../api.ts'
import type { TableDocument } from '../../shared/ipc/types.ts'
import { findTemplate } from '../../shared/templates/index.ts'
import { fail, succeed } from '../../shared/ipc/result.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { afterPaint } from './after-paint.ts'
import { keepHistory } from './history-keeper.ts'
import { pendingSave } from './save-book.ts'
import { createTableEditor } from './table-editor.ts'
import type { TableEditor } from './table-editor.ts'

/** How a change that came through the store is called in undo: an import, another window. */
export const changedElsewhere = '导入或别处的改动'

const open = new Map<string, TableEditor>()

export async function openTable(id: string): Promise<Result<TableEditor>> {
  const known = open.get(id)
  if (known && hasUnsaved(known)) return succeed(known)
  const answer = await call('projects.open', { id })
  if (!answer.ok) return answer
  if (known && known.template.id === answer.value.template) {
    if (!isSame(known, answer.value)) known.replace(answer.value, changedElsewhere)
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
    soon: afterPaint,
    later: (run, delayMs) => setTimeout(run, delayMs),
    newKey: () => `new-${crypto.randomUUID()}`,
  })
  open.set(id, editor)
  void keepHistory(editor, {
    read: (input) => call('history.read', input),
    write: (input) => call('history.write', input),
    later: afterPaint,
  })
  return succeed(editor)
}

let prepared: { id: string; opening: Promise<Result<TableEditor>>; result: Result<TableEditor> | null } | null = null

/** Opens the table a person is on the way to; `takePrepared` has it when the page is drawn. Resolves when it is there. */
export async function prepareTable(id: string): Promise<void> {
  const mine = { id, opening: openTable(id), result: null as Result<TableEditor> | null }
  prepared = mine
  mine.result = await mine.opening
}

/** The table prepared last, if it is this one: at once where it is there already, else as a promise; taken once. */
export function takePrepared(id: string): Result<TableEditor> | Promise<Result<TableEditor>> | null {
  if (prepared?.id !== id) return null
  const { result, opening } = prepared
  prepared = null
  return result ?? opening
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
