/**
 * What a file must read as, written by hand, and its comparison with what was read: one line a field that differs.
 * A field left out is expected to be '' (a whole record is compared). Where the description of the record leaves the
 * field open, the matchers below say how much is claimed.
 */
import type { TableKind } from '../../shared/model/table-kind.ts'
import { emptyIndicator, emptyRecord } from '../../shared/model/project.ts'

type Claim = (text: string) => string | null

/** A text claimed exactly, or by a matcher. */
export type ExpectedText = string | Claim

export interface ExpectedRecord {
  year?: ExpectedText
  unit?: { code?: ExpectedText; name?: ExpectedText }
  project?: { code?: ExpectedText; name?: ExpectedText; leader?: ExpectedText }
  funding?: Partial<Record<'unit' | 'total' | 'fiscal' | 'special' | 'other', ExpectedText>>
  termFunding?: Partial<Record<'total' | 'fiscal' | 'special' | 'other', ExpectedText>>
  purpose?: ExpectedText
  paymentPlan?: string[]
  goal?: { term?: ExpectedText; annual?: ExpectedText }
  indicators?: ExpectedIndicator[]
  /** The description does not say in which order the two sides of parallel blocks follow. */
  anyOrder?: boolean
  extra?: ExpectedExtra
  /** Texts that must stand somewhere in the record, wherever that is. */
  kept?: string[]
}

type IndicatorText = Exclude<keyof ReturnType<typeof emptyIndicator>, 'extra'>
export type ExpectedIndicator = Partial<Record<IndicatorText, ExpectedText>> & { extra?: ExpectedExtra }

/** Keys named here are compared, others may stand beside them; null: the key must not be there. */
export type ExpectedExtra = Record<string, ExpectedText | null>

export interface ExpectedTable {
  template: string | null
  kind: TableKind | TableKind[]
  record: ExpectedRecord
}

export const anything: Claim = () => null

export const oneOf =
  (...texts: string[]): Claim =>
  (text) =>
    texts.includes(text) ? null : `one of ${texts.map(quoted).join(', ')}`

export const containing =
  (...parts: string[]): Claim =>
  (text) => {
    const missing = parts.filter((part) => !text.includes(part))
    return missing.length === 0 ? null : `a text with ${missing.map(quoted).join(' and ')}`
  }

/** Indicators as a table: the first row names the fields (`extra.得分` for keys of extra), the others fill them. */
export function indicatorTable(fields: string, ...rows: ExpectedText[][]): ExpectedIndicator[] {
  const names = fields.split(' ')
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`${row.length} texts for ${names.length} fields`)
    const entries = names.map((name, index): [string, ExpectedText] => [name, row[index]!]) // as many as names
    const extra = Object.fromEntries(
      entries.filter(([name]) => name.startsWith('extra.')).map(([name, text]) => [name.slice('extra.'.length), text]),
    )
    return { ...Object.fromEntries(entries.filter(([name]) => !name.startsWith('extra.'))), extra }
  })
}

/** What a reader hands out, as far as it is compared. */
export interface ReadTable {
  template: string | null
  kind: string
  record: object
}

export function tableDifferences(got: readonly ReadTable[], expected: readonly ExpectedTable[]): string[] {
  const differences: string[] = []
  if (got.length !== expected.length) {
    const found = got.map(
      (table) => `${table.kind} ${String(table.template)} ${JSON.stringify(table.record).slice(0, 160)}`,
    )
    differences.push(`tables: expected ${expected.length}, got ${got.length}: ${found.join(' ⁞ ')}`)
  }
  expected.forEach((table, index) => {
    const read = got[index]
    if (!read) return
    const at = expected.length > 1 ? `[${index}] ` : ''
    if (read.template !== table.template)
      differences.push(`${at}template: expected ${String(table.template)}, got ${String(read.template)}`)
    if (![table.kind].flat().includes(read.kind as TableKind))
      differences.push(`${at}kind: expected ${String(table.kind)}, got ${read.kind}`)
    differences.push(...recordDifferences(read.record, table.record).map((line) => at + line))
  })
  return differences
}

export function recordDifferences(got: object, expected: ExpectedRecord): string[] {
  const { kept = [], indicators = [], anyOrder = false, extra = {}, paymentPlan = [], ...fields } = expected
  const blank = emptyRecord()
  const differences: string[] = []
  for (const [name, pattern] of Object.entries(blank)) {
    if (name === 'indicators' || name === 'extra' || name === 'paymentPlan') continue
    const claim = (fields as Record<string, unknown>)[name]
    const read = part(got, name)
    if (typeof pattern === 'string') compare(name, read, claim as ExpectedText | undefined, differences)
    else {
      for (const key of Object.keys(pattern)) {
        compare(`${name}.${key}`, part(read, key), part(claim, key) as ExpectedText | undefined, differences)
      }
    }
  }
  const plan = part(got, 'paymentPlan')
  if (JSON.stringify(plan) !== JSON.stringify(paymentPlan)) {
    differences.push(`paymentPlan: expected ${JSON.stringify(paymentPlan)}, got ${JSON.stringify(plan)}`)
  }
  compareExtra('extra', part(got, 'extra'), extra, differences)
  compareIndicators(part(got, 'indicators'), indicators, anyOrder, differences)
  const everything = allTexts(got).map(bare).join('\n')
  for (const text of kept) if (!everything.includes(bare(text))) differences.push(`lost: ${quoted(text)}`)
  return differences
}

function compareIndicators(
  read: unknown,
  claims: readonly ExpectedIndicator[],
  anyOrder: boolean,
  differences: string[],
): void {
  const given = Array.isArray(read) ? (read as unknown[]) : []
  const list = anyOrder ? given.toSorted(byTexts) : given
  const expected = anyOrder ? claims.toSorted(byTexts) : claims
  if (list.length !== expected.length) {
    differences.push(
      `indicators: expected ${expected.length}, got ${list.length}: ${list.map((one) => `${String(part(one, 'subcategory'))}/${String(part(one, 'name'))}/${String(part(one, 'target'))}`).join(' ⁞ ')}`,
    )
  }
  expected.forEach((indicator, index) => {
    if (index >= list.length) return
    for (const key of Object.keys(emptyIndicator())) {
      const at = `indicators[${index}].${key}`
      if (key === 'extra') compareExtra(at, part(list[index], key), indicator.extra ?? {}, differences)
      else compare(at, part(list[index], key), indicator[key as IndicatorText], differences)
    }
  })
}

/** By the texts that tell parallel indicators apart; these are claimed exactly where the order is free. */
function byTexts(a: unknown, b: unknown): number {
  const left = orderKey(a)
  const right = orderKey(b)
  return left < right ? -1 : left > right ? 1 : 0
}

const orderKey = (one: unknown) =>
  JSON.stringify(['category', 'subcategory', 'name', 'termTarget', 'target'].map((name) => part(one, name) ?? ''))

function compareExtra(at: string, read: unknown, expected: ExpectedExtra, differences: string[]): void {
  for (const [key, claim] of Object.entries(expected)) {
    const text = part(read, key)
    if (claim === null) {
      if (text !== undefined && text !== '') differences.push(`${at}.${key}: expected nothing, got ${quoted(text)}`)
    } else compare(`${at}.${key}`, text ?? '', claim, differences)
  }
}

function compare(at: string, read: unknown, claim: ExpectedText = '', differences: string[]): void {
  if (typeof read !== 'string') {
    differences.push(`${at}: expected a text, got ${JSON.stringify(read)}`)
    return
  }
  if (typeof claim === 'string') {
    if (claim !== read) differences.push(`${at}: expected ${quoted(claim)}, got ${quoted(read)}`)
    return
  }
  const wanted = claim(read)
  if (wanted !== null) differences.push(`${at}: expected ${wanted}, got ${quoted(read)}`)
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : []
}

/** Lost or kept is a matter of words, not of blanks between them. */
const bare = (text: string) => text.replaceAll(/\s/gu, '')
const quoted = (value: unknown) => JSON.stringify(value)
