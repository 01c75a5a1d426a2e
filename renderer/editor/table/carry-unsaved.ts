/**
 * A table that was changed into another form elsewhere is opened anew in that form. What its page here had not saved yet
 * goes along: onto the same projects as one step of undo, so that the contents of the other place are one Ctrl+Z away.
 */
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { Entry } from './entries.ts'
import { mergeEntry } from './merge-table.ts'
import { pendingSave } from './save-book.ts'
import type { SavedProject } from './save-book.ts'
import { startSpot } from './spot.ts'
import type { TableEditor } from './table-editor.ts'

export interface Carried {
  /** Projects that had something unsaved and show it again. */
  projects: number
  /** Unsaved projects that have no place in the table any more: to be saved beside it. null: none. */
  beside: CallInput<'projects.save'> | null
}

const label = '换表样前没有保存的改动'

/** Takes what `old` has not saved over into `fresh`; `old` has nothing to save afterwards. */
export function carryUnsaved(old: TableEditor, fresh: TableEditor): Carried {
  const book = old.autosave.book()
  const pending = pendingSave(book, old.entries(), old.template.id, label, undefined, old.yearOfNew)
  if (!pending) return { projects: 0, beside: null }
  const own = new Map<string, { base: SavedProject; mine: Entry }>()
  for (const key of pending.changedKeys) {
    const [saved, mine] = [book.get(key), pending.sent.get(key)]
    if (saved && mine) own.set(saved.id, { base: saved, mine })
  }
  const places = fresh.entries().map(({ key }) => own.get(key))
  const added = pending.addedKeys.flatMap((key) => pending.sent.get(key) ?? [])
  const isList = fresh.template.scope === 'unit'
  fresh.changeEntries(label, startSpot, (entries) => [
    ...entries.map((entry, index) => {
      const place = places[index]
      return place ? { ...mergeEntry(place.base, place.mine, entry).entry, key: entry.key } : entry
    }),
    ...(isList ? added : []),
  ])
  old.autosave.adopt(new Map(old.entries().map(({ key, ...contents }) => [key, { id: key, version: 0, ...contents }])))
  const shown = new Set(fresh.entries().map(({ key }) => key))
  const changes = pending.input.changes.filter(({ id }) => !shown.has(id))
  const others = isList ? [] : pending.input.added
  const hasOthers = changes.length + others.length > 0
  return {
    projects: places.filter(Boolean).length + (isList ? added.length : 0),
    beside: hasOthers ? { changes, added: others, removed: [], reason: label } : null,
  }
}

/** What the person is told. */
export function reopenedText(form: string, { projects, beside }: Carried): string {
  const carried = projects > 0 ? '您还没有保存的改动已带到新表样里，按 Ctrl+Z 可以取消。' : ''
  const other = beside ? '不在这张表里的改动已另外保存，可在“项目”里找到。' : ''
  return `这张表在别处换成了“${form}”表样，已按新表样重新打开。${carried}${other}`
}
