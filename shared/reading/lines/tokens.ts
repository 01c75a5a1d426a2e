/** A row outside the indicator grid as labels and values: which cells are labels, and which label a cell stands under. */
import { parseMoney } from '../../values/money.ts'
import { addText, fundPartOf } from '../header/form-fields.ts'
import type { FormFields } from '../header/form-fields.ts'
import { splitInlineLabels } from '../header/inline-labels.ts'
import { bareFieldOf, isTotalWord, isWeakLabel } from '../words/labels.ts'
import { yearLine } from './table-lines.ts'
import type { View, ViewCell } from './view.ts'

export interface Token {
  cell: ViewCell
  /** Field of a label cell; null for a value. */
  id: string | null
  /** The label cell holds its value too, which has been taken. */
  inline: boolean
}

export interface HeaderContext {
  view: View
  fields: FormFields
  /** Labels of the recognised form that the dictionary may not know: normalised label → field path. */
  own: ReadonlyMap<string, string>
  /** Below the indicators only texts with a colon or a known label are labels. */
  isFooter: boolean
}

export function tokensOf(context: HeaderContext, line: readonly ViewCell[]): Token[] {
  const isHeading = line.length > 2 && line.every((cell) => idOf(context, cell) !== undefined)
  const isFundLine = line.filter((cell) => fundPartOf(idOf(context, cell) ?? '') !== null).length >= 2
  return line.map((cell, index) => {
    if (isFundLine && isTotalWord(cell.label)) return { cell, id: 'funding.total', inline: false }
    const id = idOf(context, cell) ?? bareFieldOf(line, index)
    const isFooterLabel = context.isFooter && index === 0
    const counts =
      isHeading || isFooterLabel || !isWeakLabel(cell.label) || isAmount(line[index + 1]) || isYear(id, line[index + 1])
    if (id !== undefined && counts && !isChoice(line, index)) return { cell, id, inline: false }
    const inline = splitInlineLabels(cell.text)
    for (const found of inline) addText(context.fields, found.id, found.label, found.value, cell)
    const last = inline.at(-1)
    if (last && inline.length === 1 && last.value === '') return { cell, id: last.id, inline: false }
    return { cell, id: last ? last.id : null, inline: inline.length > 0 }
  })
}

/** 一般公共预算 behind 资金性质 is a value, though elsewhere it is a label. */
function isChoice(line: readonly ViewCell[], index: number): boolean {
  const before = line[index - 1]
  const cell = line[index]
  if (!before || !cell || before.column + before.colSpan < cell.column) return false
  const isKind = /(?:性质|来源|类型|类别|属性|科目|方向)$/u.test(before.label)
  return isKind && funds.test(cell.label) && !isAmount(line[index + 1])
}

const funds =
  /^(?:一般公共预算|政府性基金|国有资本|财政|单位资金|自有资金|自筹|其他资金|上级|中央|省级|市级|县级|专项|转移支付|事业收入)/u

function idOf(context: HeaderContext, cell: ViewCell): string | undefined {
  return (cell.label === '' ? undefined : context.own.get(cell.label)) ?? cell.field
}

const isYear = (id: string | undefined, next: ViewCell | undefined) =>
  id === 'year' && next !== undefined && yearLine(next.text) !== ''

const isAmount = (cell: ViewCell | undefined) => cell !== undefined && parseMoney(cell.text) !== null

/** Tokens without taking inline values. */
export function peek(context: HeaderContext, line: readonly ViewCell[]): Token[] {
  return tokensOf(
    { ...context, fields: { ...context.fields, seen: new Set(), texts: new Map(), totals: [], funds: [], extra: {} } },
    line,
  )
}

/** The heading a value stands under, of headings from left to right; in formats without spans one reaches to the next. */
export function headOver(view: View, heads: readonly Token[], value: ViewCell): Token | null {
  const left = lastUpTo(heads, value.column)
  if (!left || left.cell.column === value.column) return left
  const reaches = view.hasSpans ? value.column < left.cell.column + left.cell.colSpan : true
  return reaches ? left : null
}

/** The last heading that begins in a column or left of it. By halves: rows of a thousand labels come, too. */
function lastUpTo(heads: readonly Token[], column: number): Token | null {
  let from = 0
  let to = heads.length
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((heads[middle]?.cell.column ?? Infinity) <= column) from = middle + 1
    else to = middle
  }
  return heads[from - 1] ?? null
}
