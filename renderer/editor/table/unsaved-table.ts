/** An open table as unsaved work: its name, why it is not saved, and the projects the store does not have as they are here. */
import type { UnsavedItem } from '../../unsaved/unsaved.ts'
import { holds } from './holds.ts'
import { pendingSave } from './save-book.ts'
import type { TableEditor } from './table-editor.ts'

export function toUnsaved(editor: TableEditor): UnsavedItem {
  const { save } = editor.state.getState()
  return {
    name: nameOf(editor),
    id: editor.id,
    failure: save.kind === 'failed' ? save : null,
    isShownAt: ({ page, ids }) => page === 'edit' && (ids[0] === editor.openedBy || holds(editor, ids[0])),
    flush: () => editor.autosave.flush(),
    entries() {
      const pending = pendingSave(editor.autosave.book(), editor.entries(), editor.template.id, '')
      return [...(pending?.sent.values() ?? [])].map(({ record, notes }) => ({
        template: editor.template.id,
        ...(editor.yearOfNew !== undefined && { fiscalYear: editor.yearOfNew }),
        record: { ...record },
        notes: [...notes],
      }))
    },
  }
}

/** The table's project, or the unit of a list form. */
function nameOf(editor: TableEditor): string {
  const record = editor.entries()[0]?.record
  const name = editor.template.scope === 'unit' ? record?.unit.name : record?.project.name
  return name?.trim() || '未命名项目'
}
