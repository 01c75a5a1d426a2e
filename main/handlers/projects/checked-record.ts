/** The last check before the store: a record and its notes from the page, and a form this build knows. */
import { checkNotes } from '../../../shared/model/check-notes.ts'
import { checkRecord } from '../../../shared/model/check.ts'
import { Refusal } from '../door/refusal.ts'
import type { Checked } from '../../../shared/model/check-parts.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { Template } from '../../../shared/templates/template.ts'

export const checkedRecord = (value: unknown): ProjectRecord => valueOf(checkRecord(value))

export const checkedNotes = (value: unknown): Note[] => valueOf(checkNotes(value))

function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  const place = checked.path === '' ? '' : `（${checked.path}）`
  throw new Refusal('bad-input', `要保存的内容不对${place}：${checked.message}。没有做任何改动。`)
}

/** The form a project is shown, exported and printed on: its own, or for one of a form nobody knows the one made for that. */
export function shownTemplate(templates: TemplateRegistry, id: string): Template {
  return templates.shown(id) ?? refuseTemplate(id)
}

export function knownTemplate(templates: TemplateRegistry, id: string): Template {
  return templates.find(id) ?? refuseTemplate(id)
}

function refuseTemplate(id: string): never {
  if (id === '') throw new Refusal('not-found', '没有认识的表样可以显示这个项目：请先在项目列表里给它换一种表样。')
  throw new Refusal('not-found', `这个版本的程序不认识表样“${id}”：请更新程序后再打开。`)
}
