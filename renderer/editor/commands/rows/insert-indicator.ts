/**
 * An indicator of the library put into a table, as one step of undo: by the cursor, or where it was dropped. Afterwards the
 * cursor stands on the value of the new row, which is what a person fills in next.
 */
import { isBlank } from '../../../../shared/values/text/blank.ts'
import { placeByLevel, placeIndicator } from '../../../../shared/layout/edit.ts'
import { toIndicator } from '../../../../shared/library/to-indicator.ts'
import type { LibraryTexts } from '../../../../shared/library/to-indicator.ts'
import type { Indicator, ProjectRecord } from '../../../../shared/model/project.ts'
import { shortened } from '../../../../shared/model/whole-text.ts'
import { printedFields } from '../../../../shared/rules/printed-fields.ts'
import { itemRows, rowOfItem, rowsOfSelection } from '../../grid/row-items.ts'
import { positionOf } from '../../grid/sheet-map.ts'
import { levelRows } from './level-rows.ts'
import { changeRecord } from '../record-change.ts'
import { itemCount, itemKind, selectItem } from './row-commands.ts'
import { commitCell } from '../sheet-commands.ts'
import { selectAt } from '../../view/sheet-view.ts'
import type { SheetView } from '../../view/sheet-view.ts'

/** Before the indicator at `at`, or instead of the blank one there. */
interface Place {
  at: number
  isBlankRow: boolean
}

/**
 * Below the cursor's row, or into it where it is blank; behind its own group where it would tear a merged one apart or the
 * cursor is on no indicator. On a list form into the project of the cursor's row; false where there is none.
 */
export function insertFromLibrary(view: SheetView, texts: LibraryTexts): boolean {
  commitCell(view)
  const indicator = toIndicator(view.template, texts, printedFields(view.template))
  if (!indicator) return false
  const project = targetProject(view)
  const record = project === null ? undefined : view.records()[project]
  if (project === null || !record) return false
  const isList = itemKind(view) === 'record'
  const place = isList ? byLevel(view, record, indicator) : placeAtCursor(view, record, indicator)
  return insert(view, project, place, indicator)
}

/** Where it was dropped: before the indicator at `before`, on a list form into project `project` by its levels. */
export function dropFromLibrary(
  view: SheetView,
  texts: LibraryTexts,
  to: { before: number } | { project: number },
): boolean {
  commitCell(view)
  const indicator = toIndicator(view.template, texts, printedFields(view.template))
  const project = 'project' in to ? to.project : 0
  const record = view.records()[project]
  if (!indicator || !record) return false
  const place = 'before' in to ? { at: to.before, isBlankRow: false } : byLevel(view, record, indicator)
  return insert(view, project, place, indicator)
}

/** The project an indicator goes into: on a list form that of the cursor's row, null where the cursor is on none. */
export function targetProject(view: SheetView): number | null {
  if (itemKind(view) !== 'record') return 0
  const { sheet, selection } = view.state.getState()
  const rows = itemRows(sheet, 'record', view.records().length)
  const own = rows.find(({ row, first, end }) => row === selection.anchor.row && first < end)
  return own ? own.first : null
}

/** 二级指标 of the indicator in the cursor's row; '' where there is none. */
export function levelAtCursor(view: SheetView): string {
  const { sheet, selection } = view.state.getState()
  const item = sheet.layout.rows[selection.anchor.row]?.item
  return item?.of === 'indicator' ? (view.records()[0]?.indicators[item.index]?.subcategory ?? '') : ''
}

function placeAtCursor(view: SheetView, record: ProjectRecord, indicator: Indicator): Place {
  const { sheet, selection } = view.state.getState()
  const { row, lastRow } = levelRows(view) ?? rowsOfSelection(sheet, selection)
  const rows = itemRows(sheet, 'indicator', record.indicators.length)
  const touched = rows.filter((one) => one.row >= row && one.row <= lastRow)
  const last = touched.at(-1)
  if (!last) return byLevel(view, record, indicator)
  const [only, ...others] = record.indicators.slice(last.first, last.end)
  const isBlankRow = touched.length === 1 && only !== undefined && others.length === 0 && isFree(only)
  if (isBlankRow) return { at: last.first, isBlankRow }
  return isTorn(record.indicators, last.end, indicator)
    ? byLevel(view, record, indicator)
    : { at: last.end, isBlankRow }
}

const byLevel = ({ template }: SheetView, record: ProjectRecord, indicator: Indicator): Place => ({
  at: placeByLevel(template, record, indicator),
  isBlankRow: false,
})

const isFree = ({ name, target, termTarget }: Indicator): boolean => isBlank(`${name}${target}${termTarget}`)

/** Whether the rows above and below are one merged cell and the new one is not of it. */
function isTorn(indicators: readonly Indicator[], at: number, own: Indicator): boolean {
  const [above, below] = [indicators[at - 1], indicators[at]]
  if (!above || !below || above.category === '' || above.category !== below.category) return false
  if (above.category !== own.category) return true
  return above.subcategory === below.subcategory && above.subcategory !== own.subcategory
}

function insert(view: SheetView, project: number, { at, isBlankRow }: Place, indicator: Indicator): boolean {
  const label = `插入指标：${shortName(indicator.name)}`
  const inserted = changeRecord(view, label, project, (record) => {
    const old = isBlankRow ? record.indicators[at] : undefined
    return placeIndicator(record, at, old ? filled(old, indicator) : indicator, old ? 1 : 0)
  })
  if (inserted) select(view, project, at)
  return inserted
}

/** What was typed into the blank row stays (its weight, its evidence); its levels are the new indicator's. */
function filled(old: Indicator, own: Indicator): Indicator {
  const typed = Object.entries(old).filter(([, value]) => typeof value === 'string' && !isBlank(value))
  const { category, subcategory } = own
  return { ...own, ...Object.fromEntries(typed), category, subcategory, extra: old.extra }
}

/** The name of a step travels as the reason of a saved version, which is bounded. */
const shortName = (name: string): string => shortened(name.replace(/\s+/gu, ' '), 40)

function select(view: SheetView, project: number, at: number): void {
  const { sheet } = view.state.getState()
  const { cells } = sheet.layout
  if (itemKind(view) === 'record') {
    const packed = cells.find(({ binding }) => binding?.kind === 'indicator-list' && binding.record === project)
    if (packed) selectAt(view, positionOf(packed))
    return
  }
  const row = rowOfItem(itemRows(sheet, 'indicator', itemCount(view, 'indicator')), at)
  const values = cells.filter((cell) => cell.row === row && cell.role === 'input' && cell.binding?.kind === 'measure')
  const own = values.filter(({ binding }) => /\.(?:termTarget|target)$/.test(binding?.path ?? ''))
  const cell = own.find(({ text }) => text === '') ?? own[0]
  if (cell) selectAt(view, positionOf(cell))
  else selectItem(view, 'indicator', at)
}
