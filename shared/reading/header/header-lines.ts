/**
 * The rows of a form outside its indicator grid, read by their labels: a value stands right of its label, below it, or
 * in the same cell. Rows are walked from top to bottom; a row whose cells are all labels heads the values below it.
 */
import { addText, appendText } from './form-fields.ts'
import { readFundGrid } from './fund-grid.ts'
import { currencyIn, isTotalWord } from '../words/labels.ts'
import { readSmallTable, sideCells } from './small-table.ts'
import { readTasks } from './task-list.ts'
import { headOver, peek, tokensOf } from '../lines/tokens.ts'
import type { HeaderContext, Token } from '../lines/tokens.ts'
import type { ViewCell } from '../lines/view.ts'
import { walk } from '../../values/text/walk.ts'

/** Reads the given rows (ascending) into `context.fields`. */
export function readHeaderLines(context: HeaderContext, rows: readonly number[]): void {
  const lines = rows.map((row) => context.view.lines[row] ?? []).filter((line) => line.length > 0)
  let hasLabels = false
  walk(0, lines.length, (index) => {
    const tokens = tokensOf(context, lines[index] ?? [])
    if (tokens.some((token) => token.id !== null)) hasLabels = true
    for (const { cell, id } of tokens) if (id !== null) context.fields.currency ||= currencyIn(cell.label)
    const used =
      readTasks(context, lines, index) ||
      readHeadings(context, tokens, lines, index) ||
      readSmallTable(context, lines, index)
    return index + (used > 0 ? used : 1 + readPairs(context, tokens, lines, index, hasLabels))
  })
}

/** Rows whose values stand below the labels; answers how many rows were used, 0 where the row is no such heading. */
function readHeadings(
  context: HeaderContext,
  line: readonly Token[],
  lines: readonly ViewCell[][],
  index: number,
): number {
  const next = lines[index + 1]
  if (line.length < 2 || !next) return 0
  const tokens = line.slice(unknownSides(line, next))
  if (tokens.length < 2 || tokens.some((token) => token.id === null || token.inline)) return 0
  const below = peek(context, next)
  const isTable = tokens.every(({ id }) => id === 'extra' || id === 'group')
  const table = isTable ? readSmallTable(context, lines, index, 2) : 0
  if (table > 0) return table
  const grid = readFundGrid(context, tokens, lines, index + 1)
  if (grid > 0) return 1 + grid
  if (below.some((token) => token.id !== null)) return 0
  const owners = next.map((cell) => headOver(context.view, tokens, cell))
  if (owners.some((owner) => owner === null)) return 0
  const values = new Map(next.map((value, at) => [owners[at], value] as const).toReversed()) // the first of each
  for (const head of tokens)
    addText(context.fields, head.id ?? '', head.cell.text, values.get(head)?.text ?? '', head.cell)
  return 2 + readMoreBelow(context, tokens, lines, index + 2)
}

/** A label beside the whole block need not be known: nothing stands below it. The text of a label before it is none. */
function unknownSides(line: readonly Token[], next: readonly ViewCell[]): number {
  const sides = sideCells(
    line.map((token) => token.cell),
    next,
  )
  const nextRow = next[0]?.row ?? 0
  const isSide = ({ cell, id }: Token, index: number) => {
    const before = line[index - 1]?.id ?? 'group'
    return id !== null || cell.row + cell.rowSpan > nextRow || before === 'group'
  }
  const beside = line.slice(0, sides)
  return beside.every(isSide) && beside.some((token) => token.id === null) ? sides : 0
}

const isGoal = (head: Token | null) => head?.id?.startsWith('goal.') === true

/** Further paragraphs of goals that stand side by side, further rows of a small table (开始时间 | 完成时间). */
function readMoreBelow(
  context: HeaderContext,
  heads: readonly Token[],
  lines: readonly ViewCell[][],
  from: number,
): number {
  const isTable = heads.filter((head) => head.id === 'extra').length >= 2
  if (!heads.some(isGoal) && !isTable) return 0
  let used = 0
  for (let index = from; index < lines.length; index++, used++) {
    const line = lines[index] ?? []
    const owners = line.map((cell) => headOver(context.view, heads, cell))
    const continues =
      owners.every(isGoal) || (isTable && line.length >= 2 && owners.every((owner) => owner?.id === 'extra'))
    if (!continues || peek(context, line).some((token) => token.id !== null)) break
    line.forEach((cell, at) => appendText(context.fields, owners[at]?.id ?? '', owners[at]?.cell.text ?? '', cell.text))
  }
  return used
}

/** Labels with their values to the right; answers how many following rows were used. */
function readPairs(
  context: HeaderContext,
  tokens: readonly Token[],
  lines: readonly ViewCell[][],
  index: number,
  hasLabels: boolean,
): number {
  let used = 0
  readUnknownPairs(context, tokens, hasLabels)
  tokens.forEach((token, at) => {
    if (token.id === null || token.inline) return
    const values: ViewCell[] = []
    for (let next = at + 1; tokens[next]?.id === null; next++) {
      const value = tokens[next]?.cell
      if (value) values.push(value)
    }
    if (values.length === 0 && mayStandBelow(token, tokens)) {
      const below = lines[index + 1 + used] ?? []
      const [value] = below
      if (value && below.length === 1 && peek(context, below)[0]?.id === null && isUnder(value, token)) {
        values.push(value)
        used += 1
      }
    }
    addValues(context, token, values)
    if (token.id.startsWith('goal.') || token.id === 'purpose')
      used += readParagraphs(context, token, values[0], lines, index + 1 + used)
  })
  return used
}

/** A text may stand in the row below a label that is alone in its row or spans that row too. */
function mayStandBelow(token: Token, tokens: readonly Token[]): boolean {
  const isText = token.id === 'purpose' || token.id?.startsWith('goal.') === true
  if (token.id === 'group') return false
  return isText || tokens.length === 1
}

function isUnder(value: ViewCell, token: Token): boolean {
  return value.column >= token.cell.column && value.row > token.cell.row && value.text.length > 1
}

function addValues(context: HeaderContext, token: Token, values: readonly ViewCell[]): void {
  const id = token.id ?? ''
  if (values.length > 1 && isTotalWord(values[0]?.label ?? '')) return addValues(context, token, values.slice(1))
  const [first] = values
  if (!first) {
    addText(context.fields, id, token.cell.text, '', token.cell)
    return
  }
  if (values.length >= 3 && values.length % 2 === 1 && values.every((cell, at) => at % 2 === 0 || isLabelLike(cell))) {
    addText(context.fields, id, token.cell.text, first.text, token.cell)
    for (let at = 1; at < values.length; at += 2) addPair(context, values[at], values[at + 1])
    return
  }
  const joins = id === 'extra' || id.startsWith('goal.') || id === 'purpose'
  const text = joins ? joinTexts(values, id === 'extra' ? ' ' : '\n') : first.text
  addText(context.fields, id, token.cell.text, text, token.cell)
}

/** The number of a paragraph in a cell of its own stays with it. */
function joinTexts(cells: readonly ViewCell[], separator: string): string {
  const isNumbered = cells.length === 2 && /^[(（]?\d{1,2}[)）.、．]?$/u.test(cells[0]?.text ?? '')
  return cells.map((cell) => cell.text).join(isNumbered ? ' ' : separator)
}

/** Labels the dictionary does not know, by their place: label, value, label, value from the left edge. */
function readUnknownPairs(context: HeaderContext, tokens: readonly Token[], hasLabels: boolean): void {
  const end = tokens.findIndex((token) => token.id !== null)
  const cells = tokens.slice(0, end < 0 ? tokens.length : end).map((token) => token.cell)
  if (cells.length < 2 || cells.length % 2 === 1) {
    if (tokens.length === 1 || context.isFooter) for (const cell of cells) readUnknownInline(context, cell)
    return
  }
  const colons = cells.every((cell, at) => at % 2 === 1 || /[:：]$/u.test(cell.text))
  if (!colons && (context.isFooter || !hasLabels)) return
  if (!cells.every((cell, at) => at % 2 === 1 || isLabelLike(cell))) return
  for (let at = 0; at < cells.length; at += 2) addPair(context, cells[at], cells[at + 1])
}

function readUnknownInline(context: HeaderContext, cell: ViewCell): void {
  const [, label = '', behind = ''] = /^([\p{Script=Han}()（）/]{2,10})[:：]([^]*)$/u.exec(cell.text) ?? []
  const value = behind.trim()
  if (value === '' || value.length > 41 || /[。；]/u.test(value.slice(1)) || /^目标|标$/u.test(label)) return
  addText(context.fields, 'extra', label, value, cell)
}

function addPair(context: HeaderContext, label: ViewCell | undefined, value: ViewCell | undefined): void {
  if (label && value) addText(context.fields, 'extra', label.text, value.text, label)
}

function isLabelLike(cell: ViewCell): boolean {
  return cell.label.length >= 2 && cell.label.length <= 16 && /^[\p{Script=Han}A-Za-z()/、:%-]+$/u.test(cell.label)
}

/** Rows below a text that have nothing but a further paragraph in the same place. */
function readParagraphs(
  context: HeaderContext,
  token: Token,
  value: ViewCell | undefined,
  lines: readonly ViewCell[][],
  from: number,
): number {
  if (!value) return 0
  let used = 0
  for (let index = from; index < lines.length; index++, used++) {
    const line = lines[index] ?? []
    const [cell] = line
    if (!cell || cell.column !== value.column || cell.column <= token.cell.column) break
    const isBeside = context.view.hasSpans && cell.row < token.cell.row + token.cell.rowSpan
    if (line.length > 1 && !isBeside) break
    if (peek(context, line).some((one) => one.id !== null)) break
    appendText(context.fields, token.id ?? '', token.cell.text, joinTexts(line, '\n'))
  }
  return used
}
