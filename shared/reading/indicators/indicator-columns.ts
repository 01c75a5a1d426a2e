/**
 * What each column of an indicator table holds. A heading is understood by its own words, by the group over it, and by
 * its place: levels that come a second time begin the year's block beside the term's; a column no dictionary knows is kept
 * in `extra` (regions, where one column stands for each county).
 */
import { annualWords, termWords, wholeColumns } from '../../templates/common-labels.ts'
import type { IndicatorFieldId } from '../../templates/common-labels.ts'
import { extraKey } from '../words/labels.ts'
import type { ViewCell } from '../lines/view.ts'

/** A heading cell with nothing below it, and the group over it. */
export interface Leaf {
  cell: ViewCell
  group: ViewCell | null
}

export type ColumnField = Exclude<IndicatorFieldId, 'value' | 'content' | 'packed'> | 'ignored'

export interface IndicatorColumn {
  /** Half-open range of grid columns. */
  from: number
  to: number
  field: ColumnField
  /** Key in `extra`: the printed heading. */
  key: string
  /** The side of a table with parallel blocks; null: both. */
  part: 'term' | 'annual' | null
}

const wholes = new Set(wholeColumns)

export function classifyColumns(leaves: readonly Leaf[], hasSpans: boolean): IndicatorColumn[] {
  const found = leaves.map((leaf) => ({ leaf, field: leaf.cell.heading }))
  const hasName = found.some(({ field }) => field === 'name')
  const firstLevel = found.findIndex(({ field }) => field === 'category' || field === 'subcategory' || field === 'name')
  const second = secondBlock(found.map(({ field }) => field))
  const parts = partNames(leaves, firstLevel, second)
  const columns = found.map(({ leaf, field }, index): IndicatorColumn => {
    const next = leaves[index + 1]?.cell.column
    const width = Math.max(1, leaf.cell.colSpan)
    const to = hasSpans || next === undefined ? leaf.cell.column + width : next
    const part = second < 0 || field === 'category' ? null : index < second ? parts.first : parts.second
    const isSide = index < firstLevel && (field === 'content' || leaf.cell.field !== undefined)
    const resolved = isSide ? 'ignored' : resolveField(field, leaf, part, hasName)
    return { from: leaf.cell.column, to: Math.max(to, leaf.cell.column + 1), field: resolved, key: keyOf(leaf), part }
  })
  return oneOfEach(withWholeColumn(withValueColumn(columns, found), leaves))
}

/** Index of the first heading of the second of two parallel blocks; -1 where levels come once. */
function secondBlock(fields: readonly (IndicatorFieldId | undefined)[]): number {
  const seen = new Set<string>()
  for (const [index, field] of fields.entries()) {
    if (field !== 'category' && field !== 'subcategory' && field !== 'name' && field !== 'content') continue
    if (seen.has(field) && (seen.has('name') || seen.has('content'))) return index
    seen.add(field)
  }
  return -1
}

function partNames(
  leaves: readonly Leaf[],
  from: number,
  second: number,
): Record<'first' | 'second', 'term' | 'annual'> {
  const words = (list: readonly Leaf[]) => list.map(({ cell, group }) => (group?.label ?? '') + cell.label).join(' ')
  const first = words(leaves.slice(Math.max(0, from), Math.max(0, second)))
  const last = words(leaves.slice(Math.max(0, second)))
  const swapped =
    names(first, annualWords) && !names(first, termWords) && names(last, termWords) && !names(last, annualWords)
  return swapped ? { first: 'annual', second: 'term' } : { first: 'term', second: 'annual' }
}

const names = (text: string, words: readonly string[]) => words.some((word) => text.includes(word))

function resolveField(
  field: IndicatorFieldId | undefined,
  leaf: Leaf,
  part: IndicatorColumn['part'],
  hasName: boolean,
): ColumnField {
  const group = leaf.group?.label ?? ''
  if (field === 'value' || (field === undefined && leaf.group && /^(?:数值|值)$/u.test(leaf.cell.label))) {
    const isTerm = part === 'term' || (part === null && names(group, termWords) && !names(group, annualWords))
    return isTerm ? 'termTarget' : 'target'
  }
  if (field === 'target' && part === 'term') return 'termTarget'
  if (field === 'termTarget' && part === 'annual') return 'target'
  if (field === 'content' || field === 'packed') return hasName ? 'extra' : 'name'
  return (
    field ??
    (isValueGroup(leaf) && names(leaf.cell.label, termWords)
      ? 'termTarget'
      : isValueGroup(leaf) && names(leaf.cell.label, annualWords)
        ? 'target'
        : 'extra')
  )
}

function isValueGroup(leaf: Leaf): boolean {
  const field = leaf.group?.heading
  return field === 'value' || field === 'target' || field === 'termTarget'
}

function keyOf({ cell }: Leaf): string {
  return extraKey(cell.text)
}

/** One value column alone is the target, whatever its name. A plain 指标值 beside 年度指标值 is the term's. */
function withValueColumn(
  columns: IndicatorColumn[],
  found: readonly { field: IndicatorFieldId | undefined }[],
): IndicatorColumn[] {
  const isParallel = columns.some((column) => column.part !== null)
  if (isParallel) return columns
  const hasTarget = columns.some((column) => column.field === 'target')
  if (!hasTarget)
    return columns.map((column) => (column.field === 'termTarget' ? { ...column, field: 'target' } : column))
  const exact = found.some(({ field }) => field === 'target')
  const hasTerm = columns.some((column) => column.field === 'termTarget')
  if (!exact || hasTerm) return columns
  const value = found.findIndex(({ field }) => field === 'value')
  return columns.map((column, index) => (index === value ? { ...column, field: 'termTarget' } : column))
}

/** In a table with one target column per region, the column of the whole is the target. */
function withWholeColumn(columns: IndicatorColumn[], leaves: readonly Leaf[]): IndicatorColumn[] {
  const isRegion = (leaf: Leaf | undefined) =>
    leaf !== undefined && wholes.has(leaf.cell.label.replace(/(?:绩效)?(?:指标值?|目标值?)$/u, ''))
  if (columns.some((column) => column.field === 'target')) return columns
  const whole = leaves.findIndex((leaf) => isRegion(leaf))
  if (whole < 0) return columns
  return columns.map((column, index) => (index === whole ? { ...column, field: 'target' } : column))
}

/** A field has one column (a side); a second one is kept in `extra`. */
function oneOfEach(columns: IndicatorColumn[]): IndicatorColumn[] {
  const taken = new Set<string>()
  return columns.map((column) => {
    if (column.field === 'extra' || column.field === 'ignored') return column
    const slot = `${column.field}/${column.part}`
    if (taken.has(slot)) return { ...column, field: 'extra' }
    taken.add(slot)
    return column
  })
}
