/**
 * A sheet on the screen: the Layout of some records of a table, what is selected in it, and the cell being edited. The
 * editor has one for the form and, on list forms, one for the indicators of a project (indicator-view.ts). React-free.
 */
import { formName } from '../table/spot.ts'
import { followPosition } from './follow-position.ts'
import type { DrawnEntries } from './follow-position.ts'
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { readBinding } from '../../../shared/layout/binding.ts'
import { carriedAmount } from '../../../shared/layout/own-unit.ts'
import { build } from '../../../shared/layout/build.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { Template } from '../../../shared/templates/template.ts'
import type { CellMode } from '../grid/cell-keys.ts'
import { screenForm } from './screen-form.ts'
import { keepPlace, keptPlace } from './kept-place.ts'
import { clampSelection, selectOnly } from '../grid/selection.ts'
import type { Selection } from '../grid/selection.ts'
import { cellAt, createSheetMap, firstInput, pathAtRow } from '../grid/sheet-map.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'
import type { TableEditor } from '../table/table-editor.ts'

export interface Editing {
  mode: Exclude<CellMode, 'selecting'>
  text: string
  /** What the field held before. */
  before: string
  /** The choices of a cell with a list are shown. */
  listOpen: boolean
}

export interface SheetState {
  sheet: SheetMap
  selection: Selection
  editing: Editing | null
  /** Where editing ended last: what was typed there may still be offered another spelling (cell-offer.ts). */
  left: Position | null
  /** The indicators that were just added, until the cursor leaves their rows: their levels are their own (fresh-row.ts). */
  fresh: { first: number; count: number } | null
  /** A merged level that was cleared and so fell apart into these rows: a text typed into its first joins them again (level-rows.ts). */
  cleared: { row: number; lastRow: number; column: number } | null
  /** What was being typed into a cell that was taken away meanwhile, or could not hold it. The page gives it back to the person. */
  homeless: { name: string; text: string; isTooMuch?: true } | null
}

export interface SheetView {
  name: string
  editor: TableEditor
  template: Template
  state: StoreApi<SheetState>
  /** The records this view draws. */
  records: () => Records
  /** Index in the table of the view's first record. */
  offset: () => number
  change: (label: string, edit: (records: Records) => Records) => boolean
  close: () => void
}

export interface SheetViewParts {
  name: string
  template: Template
  /** The part of the table's records this view draws, and the table with that part replaced. */
  pick: (records: Records) => Records
  put: (records: Records, part: Records) => Records
  offset: () => number
}

/** The view of the whole table. */
export const wholeTable = (template: Template): SheetViewParts => ({
  name: formName,
  template: screenForm(template),
  pick: (records) => records,
  put: (_, part) => part,
  offset: () => 0,
})

export function openSheetView(editor: TableEditor, parts: SheetViewParts): SheetView {
  const draw = () => createSheetMap(build(parts.template, parts.pick(editor.records())))
  const shownEntries = () =>
    editor.entries().slice(parts.offset(), parts.offset() + parts.pick(editor.records()).length)
  const first = draw()
  let entries = shownEntries()
  let isOwnChange = false
  const state = createStore<SheetState>(() => ({
    sheet: first,
    selection: clampSelection(first, keptPlace(editor, parts.name) ?? selectOnly(firstInput(first))),
    editing: null,
    left: null,
    fresh: null,
    cleared: null,
    homeless: null,
  }))
  const endFresh = state.subscribe(({ sheet, selection, fresh }) => {
    if (fresh === null) return
    const item = sheet.layout.rows[selection.anchor.row]?.item
    const isIn = item?.of === 'indicator' && item.index >= fresh.first && item.index < fresh.first + fresh.count
    if (!isIn) state.setState({ fresh: null })
  })
  const end = editor.state.subscribe((now, before) => {
    if (now.history.present === before.history.present || parts.pick(editor.records()).length === 0) return
    const drawn = { sheet: draw(), entries: shownEntries() }
    const { rows } = drawn.sheet.layout
    // a command of this view says itself where the cursor goes; under any other change (undo, another window) it stays with
    // its cell, and where rows came or went none of them is the new one any more
    if (rows.length !== state.getState().sheet.layout.rows.length) state.setState({ cleared: null })
    state.setState((old) =>
      isOwnChange
        ? { sheet: drawn.sheet, selection: clampSelection(drawn.sheet, old.selection) }
        : {
            sheet: drawn.sheet,
            ...followed({ sheet: old.sheet, entries }, drawn, old),
            fresh: rows.length === old.sheet.layout.rows.length ? old.fresh : null,
          },
    )
    entries = drawn.entries
  })
  const change: SheetView['change'] = (label, edit) => {
    const spot = { view: parts.name, selection: state.getState().selection }
    isOwnChange = true
    try {
      return editor.change(label, spot, (records) => {
        const part = parts.pick(records)
        const edited = edit(part)
        return edited === part ? records : parts.put(records, edited)
      })
    } finally {
      isOwnChange = false
    }
  }
  return {
    name: parts.name,
    editor,
    template: parts.template,
    state,
    records: () => parts.pick(editor.records()),
    offset: parts.offset,
    change,
    close() {
      keepPlace(editor, parts.name, state.getState().selection)
      end()
      endFresh()
    },
  }
}

/** Cursor and open cell after a change that did not come from here: they go with their cell. */
function followed(before: DrawnEntries, after: DrawnEntries, old: SheetState): Partial<SheetState> {
  const { editing } = old
  const { within, wholeRows, ...selection } = old.selection
  const follow = (one: Position) => followPosition(before, after, one)
  const [anchor, focus] = [follow(selection.anchor), follow(selection.focus)]
  const [from, to] = within ? [follow(within.anchor), follow(within.focus)] : []
  if (anchor && focus) {
    const range = from && to && { within: { anchor: from, focus: to }, ...(wholeRows && { wholeRows }) }
    return { selection: { ...selection, anchor, focus, ...range } }
  }
  const name = cellAt(before.sheet, selection.anchor)?.name ?? ''
  return {
    selection: clampSelection(after.sheet, selectOnly(selection.anchor)),
    ...(editing && { editing: null, homeless: { name, text: editing.text } }),
  }
}

/** The field's text of a cell, at one of its rows; the printed text of a label. */
export function fieldText(view: SheetView, cell: LayoutCell, row = cell.row): string {
  const { binding } = cell
  if (!binding) return cell.text
  const record = view.records()[binding.record === 'all' ? 0 : binding.record]
  if (!record) return ''
  const path = pathAtRow(view.state.getState().sheet, cell, row)
  return readBinding(record, { ...binding, path }, view.template.vocabulary.levels)
}

/** The text of a cell as it is taken to other cells. */
export function carriedText(view: SheetView, cell: LayoutCell, row = cell.row): string {
  const text = fieldText(view, cell, row)
  const { kind, record } = cell.binding ?? {}
  const own = typeof record === 'number' ? view.records()[record] : undefined
  return kind === 'money' && own ? carriedAmount(text, own.funding.unit, view.records()) : text
}

export function activeCell(view: SheetView): LayoutCell | undefined {
  const { sheet, selection } = view.state.getState()
  return cellAt(sheet, selection.anchor)
}

export const selectAt = (view: SheetView, position: Position): void =>
  view.state.setState({ selection: selectOnly(position) })
