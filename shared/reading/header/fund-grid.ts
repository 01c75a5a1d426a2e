/**
 * Funds as a table of two directions: kinds of money down (年度资金总额, 其中：财政拨款 …), amounts across (年初预算数,
 * 全年预算数, 全年执行数, 执行率 …), as self-evaluations and monitoring forms have it. The first budget column fills the
 * record's funds, 实施期 columns the term's; everything else goes to `extra` under the headings that lead to it.
 */
import { addExtra, addText, fundPartOf, isBlankPrint } from './form-fields.ts'
import { currencyIn, extraKey, isTotalWord } from '../words/labels.ts'
import { headOver, peek } from '../lines/tokens.ts'
import type { HeaderContext, Token } from '../lines/tokens.ts'
import type { ViewCell } from '../lines/view.ts'

/** `heads` is a row of labels, the rows from `lines[from]` stand below it; answers how many of them belong to the table. */
export function readFundGrid(
  context: HeaderContext,
  heads: readonly Token[],
  lines: readonly ViewCell[][],
  from: number,
): number {
  let used = 0
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? []
    const [row, ...rest] = line
    if (!row || rest.length === 0 || !isRowLabel(context, line)) break
    const over = heads.filter((head) => head.cell.column > row.column && head.id !== 'group')
    if (over.length < 2 || !over.some(isFundHead)) break
    const owners = rest.map((cell) => headOver(context.view, over, cell))
    if (owners.some((owner) => owner === null) || new Set(owners).size < owners.length) break
    rest.forEach((cell, at) => addAmount(context, row, owners[at] ?? null, cell, over))
    used += 1
  }
  return used
}

function isRowLabel(context: HeaderContext, line: readonly ViewCell[]): boolean {
  const tokens = peek(context, line)
  const [first, ...rest] = tokens
  if (!first || first.inline || rest.some((token) => token.id !== null)) return false
  return first.id !== null
    ? first.id === 'extra' || fundPartOf(first.id) !== null
    : isTotalWord(first.cell.label) ||
        /^[^。，,；;]{0,20}(?:资金|补助|拨款|结转)[^。，,；;]{0,10}$/u.test(first.cell.label)
}

const isFundHead = (head: Token) => /数|额|率|金额|预算|得分|分值/u.test(head.cell.label)
const isBudget = (head: Token) => fundPartOf(head.id ?? '') === 'total' && !isTerm(head)
const isTerm = (head: Token) => head.id === 'termFunding.total'

function addAmount(
  context: HeaderContext,
  row: ViewCell,
  head: Token | null,
  cell: ViewCell,
  over: readonly Token[],
): void {
  if (!head || isBlankPrint(cell.text)) return
  const { fields } = context
  fields.currency ||= currencyIn(row.label) || currencyIn(head.cell.label)
  const id = isTotalWord(row.label) ? 'funding.total' : (peek(context, [row])[0]?.id ?? 'extra')
  const part = fundPartOf(id)
  const rowKey = extraKey(row.text)
  const isMain = over.find(isBudget) === head
  if (part !== null && (isMain || isTerm(head))) {
    // A total above says which of the two amounts the part belongs to.
    const place = { row: row.row, column: isTerm(head) ? head.cell.column : -1 }
    if (part === 'total')
      addText(fields, isTerm(head) ? 'termFunding.total' : 'funding.total', row.text, cell.text, place)
    else addPart(context, id, row, cell, place)
    return
  }
  const headKey = extraKey(head.cell.text)
  addExtra(fields.extra, part === 'total' ? headKey : isMain ? rowKey : rowKey + headKey, cell.text)
}

function addPart(
  context: HeaderContext,
  id: string,
  row: ViewCell,
  cell: ViewCell,
  place: { row: number; column: number },
): void {
  const { totals, funds } = context.fields
  const total = totals.findLast((one) => one.column === place.column) ?? null
  const part = fundPartOf(id)
  if (part !== null) funds.push({ part, total, text: cell.text, key: extraKey(row.text) })
}
