/**
 * The tables opened since the page was loaded. A table opened again keeps its undo and anything that could not be saved
 * yet; what the store has newer (an import) becomes one more step of undo. A table that has another form now is opened anew.
 */
import { call, onConnectedAgain } from '../../api.ts'
import type { TableDocument } from '../../../shared/model/stored/projects.ts'
import { templates } from '../../calls/templates.ts'
import { fail, succeed } from '../../../shared/ipc/result.ts'
import type { Result } from '../../../shared/ipc/result.ts'
import { sayFailure, sayWarning } from '../../shell/notify.ts'
import { addUnsavedSource, showUnsaved } from '../../unsaved/unsaved.ts'
import { afterPaint } from './after-paint.ts'
import { carryUnsaved, reopenedText } from './carry-unsaved.ts'
import { holds } from './holds.ts'
import { keepHistory } from './history-keeper.ts'
import { newProjectKey, pendingSave } from './save-book.ts'
import { changedElsewhere, createTableEditor } from './table-editor.ts'
import type { TableEditor } from './table-editor.ts'
import { toUnsaved } from './unsaved-table.ts'

const open = new Map<string, TableEditor>()

/** The program is there again: nothing waits out its pause. */
onConnectedAgain(() => {
  for (const editor of open.values()) if (hasUnsaved(editor)) void editor.autosave.flush()
})

/** What any of them holds unsaved, on whatever page the person is. */
addUnsavedSource(() => [...open.values()].filter(hasUnsaved).map(toUnsaved))

type Hear = (old: TableEditor, fresh: TableEditor) => void
const listeners = new Set<Hear>()

/** Hears that a table on the screen was opened anew in another form. */
export function onReopened(hear: Hear): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

export async function openTable(id: string): Promise<Result<TableEditor>> {
  const known = open.get(id) ?? [...open.values()].find((one) => holds(one, id)) // a list form is one table, whichever project it is asked for by
  const wasUnsaved = known !== undefined && hasUnsaved(known)
  const answer = await call('projects.open', { id })
  if (!answer.ok) return wasUnsaved ? succeed(known) : answer
  if (!known) return create(id, answer.value)
  if (known.template.id !== answer.value.template) return renew(known, answer.value, false)
  if (!answer.value.projects.some((project) => project.id === known.id)) return create(id, answer.value) // it has gone to another table
  known.state.setState({ isDeleted: answer.value.deleted, fiscalYear: answer.value.fiscalYear })
  if (!wasUnsaved && !isSame(known, answer.value)) known.replace(answer.value, changedElsewhere)
  return succeed(known)
}

/** The table on the screen has another form now: shows it in that, with what was not saved yet, and says so. */
export function reopen(old: TableEditor, table: TableDocument): void {
  const opened = renew(old, table, true)
  if (!opened.ok) sayFailure(opened.error)
  else listeners.forEach((hear) => hear(old, opened.value))
}

function renew(old: TableEditor, table: TableDocument, isShown: boolean): Result<TableEditor> {
  const opened = create(old.id, table)
  if (!opened.ok) return opened
  const carried = carryUnsaved(old, opened.value)
  showUnsaved(old, null)
  const { beside, projects } = carried
  if (beside) void call('projects.save', beside).then((saved) => saved.ok || sayFailure(saved.error))
  if (isShown || projects > 0 || beside) sayWarning(reopenedText(opened.value.template.name, carried))
  return opened
}

function create(id: string, table: TableDocument): Result<TableEditor> {
  const template = templates().find(table.template)
  if (!template) {
    return fail('unknown-template', `这个版本的程序没有表样“${table.template}”，不能打开这张表。请安装新版本后再打开。`)
  }
  const editor: TableEditor = createTableEditor(id, table, template, {
    send: (input) => call('projects.save', input),
    read: () => call('projects.open', { id: editor.id }),
    soon: afterPaint,
    later: (run, delayMs) => setTimeout(run, delayMs),
    newKey: () => newProjectKey(crypto.randomUUID()),
  })
  open.set(id, editor)
  editor.state.subscribe(({ save }, before) => {
    if (save !== before.save) showUnsaved(editor, save.kind === 'saved' ? null : toUnsaved(editor))
  })
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
