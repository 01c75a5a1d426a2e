/**
 * A block of cells that looks like rows of indicators, for a cell that packs all indicators of a project. Headings say
 * what a column holds; without them the words do: one or two columns of level names, the name, the values behind it.
 */
import { emptyIndicator } from '../../../../shared/model/project.ts'
import type { Indicator } from '../../../../shared/model/project.ts'
import { cleanLevelName, findLevel } from '../../../../shared/values/levels.ts'
import { parseMeasure } from '../../../../shared/values/measure.ts'
import type { PastedRows } from './clipboard.ts'

/** `number`: a list number, which the packed cell counts anew. */
type Field = 'number' | 'category' | 'subcategory' | 'name' | 'termTarget' | 'target'

export interface PastedIndicators {
  indicators: Indicator[]
  /** Texts of columns that such a cell does not show. */
  left: number
}

/** null: no rows of indicators. */
export function pastedIndicators(rows: PastedRows): PastedIndicators | null {
  const texts = rows.map((row) => row.map(({ text }) => text.trim())).filter((row) => row.some((text) => text !== ''))
  const [first = []] = texts
  const headed = first.map(headingField)
  const isHeaded = headed.includes('name') && headed.filter((field) => field !== null).length > 1
  const body = isHeaded ? texts.slice(1) : texts
  const fields = isHeaded ? headed : fieldsOf(body)
  if (!fields?.includes('name') || body.length === 0) return null
  let above: Partial<Indicator> = {}
  const indicators = body.map((row) => {
    const own: Partial<Indicator> = {}
    for (const [column, field] of fields.entries())
      if (field !== null && field !== 'number') own[field] = row[column] ?? ''
    above = levelsOf(own, above)
    return { ...emptyIndicator(), ...own, ...above }
  })
  const isLeft = (text: string, column: number) => text !== '' && (fields[column] ?? null) === null
  return { indicators, left: body.flatMap((row) => row.filter(isLeft)).length }
}

const headings: [RegExp, Field][] = [
  [/^(?:序号|编号)$/u, 'number'],
  [/^一级(?:绩效)?指标/u, 'category'],
  [/^二级(?:绩效)?指标/u, 'subcategory'],
  [/^(?:三级(?:绩效)?指标|指标名称|指标内容)/u, 'name'],
  [/^(?:实施周期|实施期|中期|中长期|长期).*值$/u, 'termTarget'],
  [/^(?:年度|当年)?(?:绩效)?(?:指标|目标)值$/u, 'target'],
]

const headingField = (text: string): Field | null =>
  headings.find(([pattern]) => pattern.test(text.replaceAll(/\s/gu, '')))?.[1] ?? null

/** What the columns hold by their words; null where they are no indicators. A column of list numbers in front is passed. */
function fieldsOf(rows: readonly string[][]): (Field | null)[] | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ''))
  const fields = columns.map((): Field | null => null)
  const isNumbered = columns.length > 2 && areAll(columns[0] ?? [], isNumber)
  if (isNumbered) fields[0] = 'number'
  let at = isNumbered ? 1 : 0
  const levels = columns.slice(at, at + 2)
  const count = levels.findIndex((column) => !areAll(column, isLevel))
  const levelCount = count < 0 ? levels.length : count
  if (levelCount === 2) fields.splice(at, 2, 'category', 'subcategory')
  else if (levelCount === 1) fields[at] = areAll(columns[at] ?? [], isCategory) ? 'category' : 'subcategory'
  at += levelCount
  if (at >= width || areValues(columns[at] ?? [])) return null
  fields[at] = 'name'
  const values = valueColumns(columns, at + 1)
  const isSure = levelCount > 0 || (values.length === width - at - 1 && areValues(columns.at(-1) ?? []))
  if (!isSure) return null
  for (const [column, field] of values) fields[column] = field
  return fields
}

/** The columns of values behind the name: the year's alone, or the term's and the year's side by side. */
function valueColumns(columns: readonly string[][], from: number): [number, Field][] {
  const first = columns.findIndex((column, at) => at >= from && areValues(column))
  if (first < 0) return columns.length === from + 1 ? [[from, 'target']] : []
  const next = columns[first + 1]
  const isWeight = next && areAll(next, isNumber) && !areAll(columns[first] ?? [], isNumber)
  const isLast = first + 2 === columns.length
  const areTwo = next && !isWeight && (areValues(next) || (isLast && next.every((text) => text === '')))
  return areTwo
    ? [
        [first, 'termTarget'],
        [first + 1, 'target'],
      ]
    : [[first, 'target']]
}

/** Blank levels are those of the row above, the second one under the same first level; a second level alone brings its first. */
function levelsOf(own: Partial<Indicator>, above: Partial<Indicator>): Pick<Indicator, 'category' | 'subcategory'> {
  const subcategory = cleanLevelName(own.subcategory ?? '')
  const known = own.category === undefined ? findLevel(subcategory) : null
  const category = cleanLevelName(own.category ?? '') || (known?.category ?? above.category ?? '')
  const isSame = category === (above.category ?? '')
  return { category, subcategory: subcategory || (isSame ? (above.subcategory ?? '') : '') }
}

/** Whether the filled cells of a column, one at least, are all of a kind. */
function areAll(column: readonly string[], is: (text: string) => boolean): boolean {
  const filled = column.filter((text) => text !== '')
  return filled.length > 0 && filled.every(is)
}

const isLevel = (text: string): boolean => findLevel(text) !== null
const isCategory = (text: string): boolean => findLevel(text)?.level !== 'subcategory'
const isNumber = (text: string): boolean => /^\d+(?:\.\d+)?$/u.test(text)
const isValue = (text: string): boolean => parseMeasure(text).kind !== 'text'

/** A value may be any words; most of a column of values are understood. */
function areValues(column: readonly string[]): boolean {
  const filled = column.filter((text) => text !== '')
  return filled.length > 0 && filled.filter(isValue).length * 2 >= filled.length
}
