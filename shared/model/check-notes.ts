/**
 * unknown → notes: what the page sends or an undo history holds becomes a list of Note here, or is refused with the path of
 * the first field that is wrong. The result is fresh, with exactly the fields of a note in their order.
 */
import { checked, fields, join, list, text, Wrong } from './check-parts.ts'
import type { Checked } from './check-parts.ts'
import { parsePath } from './field-path.ts'
import type { Note, NoteReply } from './note.ts'

const noteFields = ['id', 'kind', 'path', 'code', 'text', 'author', 'at', 'replies', 'done']
const longestName = 200

export function checkNotes(value: unknown): Checked<Note[]> {
  return checked(() => {
    const notes = list(value, '').map((one, index) => toNote(one, `[${index}]`))
    const ids = new Set<string>()
    for (const [index, { id }] of notes.entries()) {
      if (ids.has(id)) throw new Wrong(`[${index}].id`, '编号重复')
      ids.add(id)
    }
    return notes
  })
}

function toNote(value: unknown, path: string): Note {
  const given = fields(value, noteFields, path)
  const { kind, done } = given
  if (kind !== 'explanation' && kind !== 'comment') throw new Wrong(join(path, 'kind'), '没有这个种类')
  if (typeof done !== 'boolean') throw new Wrong(join(path, 'done'), '这里应是“是”或“否”')
  return {
    id: name(given['id'], join(path, 'id')),
    kind,
    path: fieldPath(given['path'], join(path, 'path')),
    code: name(given['code'], join(path, 'code')),
    ...said(given, path),
    replies: list(given['replies'], join(path, 'replies')).map((one, index) => {
      const at = `${join(path, 'replies')}[${index}]`
      return said(fields(one, ['text', 'author', 'at'], at), at)
    }),
    done,
  }
}

function said(given: Record<string, unknown>, path: string): NoteReply {
  return {
    text: text(given['text'], join(path, 'text')),
    author: name(given['author'], join(path, 'author')),
    at: time(given['at'], join(path, 'at')),
  }
}

function name(value: unknown, path: string): string {
  const given = text(value, path)
  if (given.length > longestName) throw new Wrong(path, `文字太长，最多 ${longestName} 个字`)
  return given
}

function fieldPath(value: unknown, path: string): string {
  const given = text(value, path)
  try {
    parsePath(given)
  } catch {
    throw new Wrong(path, '没有这个字段')
  }
  return given
}

function time(value: unknown, path: string): string {
  const given = text(value, path)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(given)) throw new Wrong(path, '这里应是时间')
  return given
}
