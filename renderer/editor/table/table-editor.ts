/**
 * One open table: its projects, every change with undo, saving, findings. Knows no cells and no screen; the views on it
 * (sheet-view.ts) turn gestures into changes of records. Lives as long as the page; its undo is kept for the next start
 * too (history-keeper.ts).
 */
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Result } from '../../../shared/ipc/result.ts'
import type { TableDocument } from '../../../shared/model/stored/projects.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import { checkRecord, isWithinBounds } from '../../../shared/model/check.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { mendedAll } from '../../../shared/model/whole-text.ts'
import type { Template } from '../../../shared/templates/template.ts'
import type { TableFinding } from '../grid/findings.ts'
import { createAutosave } from './autosave.ts'
import type { Autosave, AutosaveParts, SaveState } from './autosave.ts'
import { matchEntries } from './entries.ts'
import type { Entry } from './entries.ts'
import { record, redo, startHistory, undo } from './history.ts'
import type { History } from './history.ts'
import { mergeTable } from './merge-table.ts'
import { openBook } from './save-book.ts'
import type { SaveBook } from './save-book.ts'
import { nowhere } from './spot.ts'
import type { Spot } from './spot.ts'

export interface TableState {
  history: History<Entry[], Spot>
  save: SaveState
  /** 所属年度 of the table as the store has it; '': 年度未定. */
  fiscalYear: string
  problems: TableFinding[]
  /** In the recycle bin: still shown and saved, but in no list. */
  isDeleted: boolean
  /** The change that was not made, as the record could not have held it: where, and why (model/check.ts). */
  refused: { path: string; message: string } | null
}

export interface TableEditor {
  /** Id of a project of the table: the one it was opened by, as long as that is in it. */
  readonly id: string
  /** The same for as long as the table is open. */
  readonly openedBy: string
  readonly fiscalYear: string
  /** What a project that comes new in it is told of its year; undefined: it prints its own. */
  readonly yearOfNew: string | undefined
  template: Template
  state: StoreApi<TableState>
  autosave: Autosave
  entries(): Entry[]
  records(): ProjectRecord[]
  /**
   * Makes a change one step of undo and sends it; false when nothing changed, or when a record could not hold it (`refused`):
   * what is in the table can always be saved. `label` names it for the person.
   */
  change(label: string, spot: Spot, edit: (records: Records) => Records): boolean
  /** The same for projects as a whole, with their notes: those that are the same objects are unchanged. */
  changeEntries(label: string, spot: Spot, edit: (entries: Entry[]) => Entry[]): boolean
  undo(): Spot | null
  redo(): Spot | null
  /** Shows what the store has: a change like any other, made elsewhere, that can be undone here. `label` names it. */
  replace(table: TableDocument, label: string): void
  /** Puts what the store has under what is not saved yet; where both changed the same place this page's content stands. */
  keepOver(table: TableDocument): void
}

/** How a change that came through the store is called in undo: an import, another window. */
export const changedElsewhere = '导入或别处的改动'

export interface TableEditorParts {
  send: AutosaveParts['send']
  /** What the store has of the table now. */
  read: () => Promise<Result<TableDocument>>
  soon: AutosaveParts['soon']
  later: AutosaveParts['later']
  newKey: () => string
}

export function createTableEditor(
  id: string,
  table: TableDocument,
  template: Template,
  parts: TableEditorParts,
): TableEditor {
  const state = createStore<TableState>(() => ({
    history: startHistory(toEntries(table)),
    save: { kind: 'saved', at: latest(table) },
    fiscalYear: table.fiscalYear,
    problems: [],
    isDeleted: table.deleted,
    refused: null,
  }))
  const entries = () => state.getState().history.present
  // a printed year is the project's own; where none is printed a new row has that of its table
  const yearOfNew = () => (template.defaults.printsYear ? undefined : state.getState().fiscalYear)
  const autosave = createAutosave({
    template: template.id,
    yearOfNew,
    book: openBook(table),
    entries,
    send: parts.send,
    savedAt: latest(table),
    soon: parts.soon,
    later: parts.later,
    show: (save) => state.setState({ save }),
    settle: async () => {
      const answer = await parts.read()
      if (!answer.ok || answer.value.template !== template.id || !isNewer(answer.value, autosave.book())) return false
      return takeIn(answer.value, false)
    },
  })
  /** False: both sides changed the same place, and `evenOverlapping` was not asked for. */
  const takeIn = (fresh: TableDocument, evenOverlapping: boolean): boolean => {
    const known = autosave.book()
    const theirs = openBook(fresh, known)
    const merged = mergeTable(known, entries(), theirs)
    if (merged.overlaps > 0 && !evenOverlapping) return false
    autosave.adopt(theirs)
    const { fiscalYear } = fresh
    state.setState({ fiscalYear, history: record(state.getState().history, merged.entries, changedElsewhere, nowhere) })
    return true
  }
  const follow = (history: History<Entry[], Spot>, label: string) => {
    state.setState({ history })
    autosave.changed(label)
  }
  const changeEntries: TableEditor['changeEntries'] = (label, spot, edit) => {
    const before = entries()
    const after = edit(before).map((entry) => (before.includes(entry) ? entry : whole(entry)))
    if (after.length === before.length && after.every((entry, index) => entry === before[index])) return false
    const refused = firstRefused(before, after)
    if (refused ?? state.getState().refused) state.setState({ refused })
    if (refused) return false
    follow(record(state.getState().history, after, label, spot), label)
    return true
  }
  const livingId = () => {
    const book = autosave.book()
    const living = entries().flatMap(({ key }) => book.get(key)?.id ?? [])
    return living.includes(id) ? id : (living[0] ?? id)
  }
  return {
    get id() {
      return livingId()
    },
    openedBy: id,
    get fiscalYear() {
      return state.getState().fiscalYear
    },
    get yearOfNew() {
      return yearOfNew()
    },
    template,
    state,
    autosave,
    entries,
    records: () => entries().map((entry) => entry.record),
    change(label, spot, edit) {
      const change = (before: Entry[]) => {
        const records = before.map((entry) => entry.record)
        return matchEntries(before, edit(records), parts.newKey)
      }
      return changeEntries(label, spot, change)
    },
    changeEntries,
    undo() {
      const step = undo(state.getState().history)
      if (step) follow(step.history, `撤销：${step.undone.label}`)
      return step?.undone.place ?? null
    },
    redo() {
      const step = redo(state.getState().history)
      if (step) follow(step.history, `重做：${step.redone.label}`)
      return step?.redone.place ?? null
    },
    keepOver: (fresh) => void takeIn(fresh, true),
    replace(fresh, label) {
      const book = openBook(fresh, autosave.book())
      autosave.adopt(book)
      const { history } = state.getState()
      const after = [...book].map(([key, saved]) => ({ key, record: saved.record, notes: saved.notes }))
      const isShown =
        after.length === history.present.length &&
        after.every(({ key, record: saved, notes }, index) => {
          const entry = history.present[index]
          return entry?.key === key && entry.record === saved && entry.notes === notes
        })
      state.setState({
        fiscalYear: fresh.fiscalYear,
        history: isShown ? history : record(history, after, label, nowhere),
        save: { kind: 'saved', at: latest(fresh) },
      })
    },
  }
}

/** As the store will keep it: half a character, pasted from somewhere, is mended here and not behind the person's back. */
function whole(entry: Entry): Entry {
  const [record, notes] = [mendedAll(entry.record), mendedAll(entry.notes)]
  return record === entry.record && notes === entry.notes ? entry : { ...entry, record, notes }
}

/** What the door of the store would refuse of the records that are new. */
function firstRefused(before: readonly Entry[], after: readonly Entry[]): TableState['refused'] {
  const known = new Set(before.map((entry) => entry.record))
  for (const entry of after) {
    if (known.has(entry.record) || isWithinBounds(entry.record)) continue
    const checked = checkRecord(entry.record)
    if (!checked.ok) return { path: checked.path, message: checked.message }
  }
  return null
}

/** Whether anything in the store is not as it was saved or read last. */
function isNewer(table: TableDocument, book: SaveBook): boolean {
  const versions = new Map([...book.values()].map(({ id, version }) => [id, version]))
  return (
    versions.size !== table.projects.length || table.projects.some(({ id, version }) => versions.get(id) !== version)
  )
}

const toEntries = (table: TableDocument): Entry[] =>
  table.projects.map(({ id, record: saved, notes }) => ({ key: id, record: saved, notes }))

const latest = (table: TableDocument): string | null =>
  table.projects
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1) ?? null
