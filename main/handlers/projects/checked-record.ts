/** The last check before the store: a record and its notes from the page, and a form this build knows. */
import { checkNotes } from '../../../shared/model/check-notes.ts'
import { checkRecord } from '../../../shared/model/check.ts'
import { findTemplate } from '../../../shared/templates/index.ts'
import { Refusal } from '../door/refusal.ts'
import type { Checked } from '../../../shared/model/check-parts.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { Template } from '../../../shared/templates/template.ts'

export const checkedRecord = (value: unknown): ProjectRecord => valueOf(checkRecord(value))

export const checkedNotes = (value: unknown): Note[] => valueOf(checkNotes(value))

function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  const place = checked.path === '' ? '' : `（${checked.path}）`
  throw new Refusal('bad-input', `要保存的内容不对${place}：${checked.message}。没有做任何改动。`)
}

/** The form a project is shown, exported and printed on: its own, or for one read from an unknown form the central one. */
export function shownTemplate(id: string): Template {
  return knownTemplate(id === '' ? 'central-2021' : id)
}

export function knownTemplate(id: string): Template {
  const template = findTemplate(id)
  if (!template) throw new Refusal('not-found', `这个版本的程序不认识表样“${id}”：请更新程序后再打开。`)
  return template
}
