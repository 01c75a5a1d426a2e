/** One record of a view replaced as one step of undo; the others stay the same objects. */
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { VersionContent } from '../../../shared/model/stored/projects.ts'
import type { SheetView } from '../view/sheet-view.ts'

export function changeRecord(
  view: SheetView,
  label: string,
  index: number,
  edit: (record: ProjectRecord) => ProjectRecord,
): boolean {
  return view.change(label, (records) => records.map((record, at) => (at === index ? edit(record) : record)))
}

/** The same for the project of this key, wherever it stands in the table now: something of an earlier version put back. */
export function changeProject(
  view: SheetView,
  label: string,
  projectKey: string,
  edit: (record: ProjectRecord) => ProjectRecord,
): boolean {
  const index = view.editor.entries().findIndex((entry) => entry.key === projectKey)
  return changeRecord(view, label, index - view.offset(), edit)
}

/**
 * All of a project with its notes, for the project of this key: an earlier version put back, a note written.
 * `selection`: where undo puts the cursor.
 */
export function changeContents(
  view: SheetView,
  label: string,
  projectKey: string,
  edit: (contents: VersionContent) => VersionContent,
  selection = view.state.getState().selection,
): boolean {
  const spot = { view: view.name, selection }
  return view.editor.changeEntries(label, spot, (entries) =>
    entries.map((entry) => {
      if (entry.key !== projectKey) return entry
      const { record, notes } = edit(entry)
      return record === entry.record && notes === entry.notes ? entry : { key: entry.key, record, notes }
    }),
  )
}
