/**
 * Find and replace in all tables selected in the project list. Each table is opened as if by hand, so that its change is
 * saved, and is one step of undo in that table. Projects that stand in one list table count as one table, in which only
 * they are looked at.
 */
import { formName } from '../table/spot.ts'
import { build } from '../../../shared/layout/build.ts'
import type { Failure, Result } from '../../../shared/ipc/result.ts'
import { countOf, findCells, replaceInTable } from './find-cells.ts'
import type { FindRequest } from './find-cells.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { createSheetMap, firstInput, positionOf } from '../grid/sheet-map.ts'
import type { Position } from '../grid/sheet-map.ts'
import { selectOnly } from '../grid/selection.ts'
import { screenForm } from '../view/screen-form.ts'
import type { TableEditor } from '../table/table-editor.ts'

export interface TableMatches {
  editor: TableEditor
  name: string
  count: number
  /** Where the first match stands on the sheet, and the saved project it belongs to. */
  first: { at: Position; project: string }
}

export interface FoundInTables {
  tables: TableMatches[]
  /** Tables that could not be opened. */
  failures: Failure[]
}

/** `present`: the table on the screen; it is never opened a second time. */
export async function findInTables(
  ids: readonly string[],
  present: TableEditor,
  open: (id: string) => Promise<Result<TableEditor>>,
  request: FindRequest,
): Promise<FoundInTables> {
  const tables: TableMatches[] = []
  const failures: Failure[] = []
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) continue
    const answer = idsOf(present).includes(id) ? { ok: true as const, value: present } : await open(id)
    if (!answer.ok) {
      failures.push(answer.error)
      continue
    }
    const editor = answer.value
    for (const own of [id, ...idsOf(editor)]) seen.add(own)
    const template = screenForm(editor.template)
    const sheet = createSheetMap(build(template, editor.records()))
    const isMeant = meant(editor, ids)
    const matches = findCells(template, editor.records(), sheet, request).filter(({ cell }) => isMeant(cell))
    const [first] = matches
    if (first) {
      const at = positionOf(first.cell)
      tables.push({
        editor,
        name: nameOf(editor),
        count: countOf(matches),
        first: { at, project: projectOf(editor, first.cell) },
      })
    }
  }
  return { tables, failures }
}

/** How many places of the selected projects were replaced in how many tables. */
export function replaceInTables(
  editors: readonly TableEditor[],
  ids: readonly string[],
  request: FindRequest,
  replacement: string,
): { places: number; tables: number } {
  let places = 0
  let tables = 0
  for (const editor of editors) {
    const { count, records } = replaceInTable(
      editor.template,
      editor.records(),
      request,
      replacement,
      meant(editor, ids),
    )
    const selection = selectOnly(firstInput(createSheetMap(build(editor.template, editor.records()))))
    if (count === 0 || !editor.change('全部替换', { view: formName, selection }, () => records)) continue
    places += count
    tables += 1
  }
  return { places, tables }
}

/** The cells of the selected projects; what all projects of a table share, where all of them are selected. */
function meant(editor: TableEditor, ids: readonly string[]): (cell: LayoutCell) => boolean {
  const book = editor.autosave.book()
  const isSelected = editor.entries().map(({ key }) => ids.includes(book.get(key)?.id ?? ''))
  return ({ binding }) =>
    binding !== undefined &&
    (binding.record === 'all' ? isSelected.every(Boolean) : isSelected[binding.record] === true)
}

const idsOf = (editor: TableEditor): string[] => [...editor.autosave.book().values()].map(({ id }) => id)

/** The id of the saved project a cell writes to; the table's own where it belongs to none or to one not saved yet. */
function projectOf(editor: TableEditor, { binding }: LayoutCell): string {
  const entry = typeof binding?.record === 'number' ? editor.entries()[binding.record] : undefined
  return (entry && editor.autosave.book().get(entry.key)?.id) ?? editor.id
}

function nameOf(editor: TableEditor): string {
  const { template } = editor
  const [first] = editor.records()
  const name = (template.scope === 'unit' ? first?.unit.name : first?.project.name) ?? ''
  return name === '' ? '未命名项目' : name
}
