/**
 * What a paste makes of the records: cell by cell from the active cell (a pasted cell takes the next cell of the row, however
 * many columns either spans), downwards row by row, adding rows of indicators or projects as needed. Read-only cells are
 * skipped; a text that found no place, or a label that differs, is counted. Where the source cannot say what is merged
 * (tab-separated text), a blank level means the one above it. Knows no view: a large paste is planned off the page's thread.
 */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { applyWrites, withoutPrint, writeAtRow, writesOver, writeWhole } from '../commands/cell-writes.ts'
import type { CellWrite } from '../commands/cell-writes.ts'
import type { PastedRows } from './read/clipboard.ts'
import { build } from '../../../shared/layout/build.ts'
import { insertIndicators, newRecordLike } from '../../../shared/layout/edit.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { formatIndicatorList } from '../../../shared/values/packed/indicator-list.ts'
import { normalizeForMatch } from '../../../shared/values/text/normalize.ts'
import { isLevelCell } from '../commands/rows/level-rows.ts'
import { repeatedRows } from './paste-repeat.ts'
import { singleUse } from './paste-single.ts'
import { pasteTargets } from './paste-targets.ts'
import { inputsIn } from '../grid/selection.ts'
import type { Range } from '../grid/selection.ts'
import { createSheetMap, isInput } from '../grid/sheet-map.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'

export interface PasteOutcome {
  placed: number
  /** Texts that found no cell to go to. */
  unplaced: number
  addedRows: number
  /** A block of cells was pasted on a packed cell, which takes none. */
  packed?: true
  /** It was to be moved, and as not all of it found a place it was not taken away from where it was. */
  sourceStays?: true
}

/** Content that is moved: named so in the history, and taken away from its old place by these writes. */
export interface MovedContent {
  label: string
  clearing: readonly CellWrite[]
}

export interface PasteTarget {
  template: Template
  records: Records
  /** The cells a text written over the selection goes to. */
  range: Range
  /** Of a merged level only the row under the cursor is meant (level-rows.ts). */
  isOwnRow: boolean
}

export interface PastePlan {
  records: Records
  outcome: PasteOutcome
  /** What is selected afterwards; null: what is selected now. */
  selected: { from: Position; to: Position } | null
}

const textsIn = (rows: PastedRows): number =>
  rows.flat().filter(({ text, continues }) => text !== '' && !continues).length

/** One text fills the whole selection; anything larger goes from its top left cell, repeated where that fills the selection. */
export function planPaste(target: PasteTarget, sheet: SheetMap, given: PastedRows, moved?: MovedContent): PastePlan {
  const { template, records, range } = target
  const use = singleUse(sheet, range, given)
  const clearing = moved?.clearing ?? []
  const staying = moved && { sourceStays: true as const }
  const nothing = (outcome: Partial<PasteOutcome>): PastePlan => ({
    records,
    outcome: { placed: 0, unplaced: 0, addedRows: 0, ...outcome, ...staying },
    selected: null,
  })
  if (use.as === 'nothing') return nothing({ unplaced: textsIn(given), packed: true })
  if (use.as === 'text' || use.as === 'indicators') {
    const isText = use.as === 'text'
    const text = isText ? use.text : formatIndicatorList(use.indicators, template.vocabulary.levels)
    const inputs = inputsIn(sheet, range)
    if (inputs.length === 0) return nothing({ unplaced: text === '' ? 0 : 1 })
    const writes = writesOver(sheet, range, text).map(withoutPrint)
    const left = isText ? 0 : use.left
    return {
      records: applyWrites(template, records, left > 0 ? writes : [...clearing, ...writes]),
      outcome: { placed: inputs.length, unplaced: left, addedRows: 0, ...(left > 0 && staying) },
      selected: null,
    }
  }
  const rows = repeatedRows(sheet, range, given)
  const origin = { row: range.row, column: range.column }
  const roomy = makeRoom(target, sheet, origin.row, rows.length)
  const grown = roomy === records ? sheet : createSheetMap(build(template, roomy))
  const like = use.as === 'like-cells' ? use.like : undefined
  const { writes, unplaced, lastColumn } = placeRows(grown, origin, rows, like, !target.isOwnRow)
  return {
    records: applyWrites(template, roomy, unplaced > 0 ? writes : [...clearing, ...writes]),
    outcome: {
      placed: writes.length,
      unplaced,
      addedRows: grown.owners.rows - sheet.owners.rows,
      ...(unplaced > 0 && staying),
    },
    selected: { from: origin, to: { row: origin.row + rows.length - 1, column: lastColumn } },
  }
}

/**
 * The records with as many more indicators (projects) as rows are missing; only when the paste begins inside the block, or
 * above a block with which the form ends.
 */
function makeRoom({ template, records }: PasteTarget, sheet: SheetMap, from: number, height: number): Records {
  const { rows } = sheet.layout
  const of = rows.find((row) => row.item)?.item?.of ?? 'indicator'
  const last = rows.findLastIndex((row) => row.item?.of === of)
  const missing = from + height - (last + 1)
  const begins = rows.findIndex((row) => row.item?.of === of)
  const isInside = from >= begins || last === rows.length - 1
  if (missing <= 0 || begins < 0 || !isInside || from > last) return records
  const count = of === 'record' ? records.length : (records[0]?.indicators.length ?? 0)
  const blankRows = rows.filter((row) => row.item?.of === of && row.item.index >= count).length
  const added = missing + blankRows
  const [first, ...rest] = records
  if (of === 'record') {
    return [...records, ...Array.from({ length: added }, () => newRecordLike(template, records))]
  }
  return first ? [insertIndicators(first, count, added), ...rest] : records
}

/**
 * `like`: only cells of its kind above the rows of indicators take a text. `wholeLevels`: a single row of levels alone is
 * meant for the merged cells it lies on, as one level is; a row with an indicator's texts is that of one indicator.
 */
/** A blank level means the one above, but not in a half of the row that says nothing at all. */
function saysOf(
  pasted: PastedRows[number],
  cells: readonly (LayoutCell | null | undefined)[] | undefined,
  cell: LayoutCell | undefined,
): boolean {
  const half = cell?.binding?.half
  return half === undefined || pasted.some(({ text }, at) => text !== '' && cells?.[at]?.binding?.half === half)
}

function placeRows(
  sheet: SheetMap,
  origin: Position,
  rows: PastedRows,
  like?: LayoutCell,
  wholeLevels = false,
): { writes: CellWrite[]; unplaced: number; lastColumn: number } {
  const writes: CellWrite[] = []
  let unplaced = 0
  let lastColumn = origin.column
  const written = new Set<LayoutCell>()
  /** What was given to a field already: a form with parallel halves prints some in both. */
  const taken = new Map<string, string>()
  const spanless = rows.every((pasted) => pasted.every(({ continues }) => !continues))
  const above: string[] = []
  const targets = pasteTargets(sheet, origin, rows)
  const isWhole =
    wholeLevels && rows.length === 1 && targets.flat().every((cell) => isLevelCell(cell ?? undefined) || cell === null)
  rows.forEach((pasted, index) => {
    const row = origin.row + index
    pasted.forEach(({ text: given, continues }, at) => {
      const cell = targets[index]?.[at]
      if (cell === null) return
      const printed = cell?.text ?? ''
      if (cell) lastColumn = Math.max(lastColumn, cell.column)
      const isBelow = given === '' && spanless && isLevelCell(cell) && saysOf(pasted, targets[index], cell)
      const text = isBelow ? (above[at] ?? '') : given
      above[at] = text
      const isOther = like && (cell?.binding?.kind !== like.binding?.kind || sheet.layout.rows[row]?.item !== undefined)
      if (!isInput(cell) || isOther) {
        const isSame = normalizeForMatch(printed) === normalizeForMatch(text)
        if (text !== '' && !continues && !isSame) unplaced += 1
        return
      }
      const isLevel = isLevelCell(cell)
      if (written.has(cell) && !isLevel) {
        if (text !== '' && !continues) unplaced += 1
        return
      }
      written.add(cell)
      const one =
        isLevel && !isWhole ? writeAtRow(sheet, cell, row, text) : cell.binding && writeWhole(cell.binding, text)
      if (!one) return
      const field = `${one.binding.record} ${one.binding.half ?? ''} ${one.binding.path}`
      const first = taken.get(field)
      if (first !== undefined && first !== '' && text === '') return // the half that says nothing takes nothing away
      taken.set(field, text)
      writes.push(withoutPrint(one))
    })
  })
  return { writes, unplaced, lastColumn }
}
