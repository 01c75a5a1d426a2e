/**
 * All indicators of a project packed in one cell (Guangzhou 番禺):
 * `N、<code>-<category>；<code>-<subcategory>；<name>；实施周期指标值:<v>；年度指标值:<v>。` repeated, N running from 1.
 * In the record the levels stand without their codes; a code that is not the vocabulary's is kept in `extra` under
 * 一级指标编码 / 二级指标编码.
 *
 * parse and format are inverse to each other: formatting what was read from a well-formed cell gives the same text, and
 * reading what was formatted gives the same six fields, whatever they contain. Text that would itself be read as
 * one of the marks above is protected as indicator-list-marks.ts tells.
 */
import { emptyIndicator } from '../../model/project.ts'
import type { Indicator } from '../../model/project.ts'
import { findEntries, levelKey } from './indicator-list-entries.ts'
import type { LevelCodes } from './indicator-list-entries.ts'
import { protectLevel, protectText } from './indicator-list-marks.ts'

export type { LevelCodes } from './indicator-list-entries.ts'

export const categoryCodeKey = '一级指标编码'
export const subcategoryCodeKey = '二级指标编码'

/** What is doubtful about an entry (index into `indicators`); Chinese, for the person. */
export interface EntryProblem {
  index: number
  about: 'number' | 'target' | 'name'
  message: string
}

export interface IndicatorList {
  indicators: Indicator[]
  problems: EntryProblem[]
  /** Text before the first entry; the whole cell where there is no entry. */
  rest: string
}

/** Reads the cell; `levels` is the form's vocabulary. Never fails: what is no entry is `rest`, what is doubtful a problem. */
export function parseIndicatorList(text: string, levels: readonly LevelCodes[]): IndicatorList {
  const { entries, rest } = findEntries(text, levels)
  const codesOf = codeTable(levels)
  const problems: IndicatorList['problems'] = []
  const indicators = entries.map((entry, index) => {
    const tell = (about: EntryProblem['about'], message: string) => problems.push({ index, about, message })
    if (entry.number !== index + 1) tell('number', `序号是“${entry.number}”，与顺序不符，请核对是否有漏条或错号。`)
    if (entry.target === null) tell('target', '没有找到“年度指标值:”，请补填指标值。')
    if (entry.name === '') tell('name', '没有三级指标名称，请补填。')
    const expected = codesOf(entry.category.name, entry.subcategory.name)
    const extra: Indicator['extra'] = {}
    keepCode(extra, categoryCodeKey, entry.category.code, expected.category)
    keepCode(extra, subcategoryCodeKey, entry.subcategory.code, expected.subcategory)
    return {
      ...emptyIndicator(),
      category: entry.category.name,
      subcategory: entry.subcategory.name,
      name: entry.name,
      termTarget: entry.termTarget ?? '',
      target: entry.target ?? '',
      extra,
    }
  })
  return { indicators, problems, rest }
}

/** The cell's text. Only level names and codes, name and the two targets stand on this form. */
export function formatIndicatorList(indicators: readonly Indicator[], levels: readonly LevelCodes[]): string {
  const codesOf = codeTable(levels)
  const plain = print(indicators, codesOf, { text: (field) => field, level: (field) => field })
  const { indicators: read, rest } = parseIndicatorList(plain, levels)
  const same =
    rest === '' &&
    read.length === indicators.length &&
    read.every((one, index) => sameFields(one, indicators[index], codesOf))
  return same ? plain : print(indicators, codesOf, { text: protectText, level: protectLevel })
}

type Protection = Record<'text' | 'level', (field: string) => string>

function print(indicators: readonly Indicator[], codesOf: CodeTable, protect: Protection): string {
  return indicators
    .map((indicator, index) => {
      const codes = printedCodes(indicator, codesOf)
      const category = withCode(codes.category, protect.level(indicator.category))
      const subcategory = withCode(codes.subcategory, protect.level(indicator.subcategory))
      const values = `实施周期指标值:${protect.text(indicator.termTarget)}；年度指标值:${protect.text(indicator.target)}`
      return `${index + 1}、${category}；${subcategory}；${protect.text(indicator.name)}；${values}。`
    })
    .join('')
}

interface Codes {
  category: string
  subcategory: string
}

type CodeTable = (category: string, subcategory: string) => Codes

/** Looks up the codes of the form's vocabulary, the subcategory first under its category; '' where it does not know the name. */
function codeTable(levels: readonly LevelCodes[]): CodeTable {
  const categories = new Map(levels.map((level) => [levelKey(level.name), level]))
  const subcategories = new Map(
    levels.flatMap((level) => level.subcategories.map((one) => [levelKey(one.name), one.code] as const)).toReversed(),
  )
  return (category, subcategory) => {
    const level = categories.get(levelKey(category))
    const key = levelKey(subcategory)
    const own = level?.subcategories.find((one) => one.name === subcategory || levelKey(one.name) === key)
    return { category: level?.code ?? '', subcategory: own?.code ?? subcategories.get(key) ?? '' }
  }
}

function printedCodes(indicator: Indicator, codesOf: CodeTable): Codes {
  const expected = codesOf(indicator.category, indicator.subcategory)
  return {
    category: ownCode(indicator.extra[categoryCodeKey]) ?? expected.category,
    subcategory: ownCode(indicator.extra[subcategoryCodeKey]) ?? expected.subcategory,
  }
}

/** Only digits can stand as a code on the form. */
function ownCode(code: string | undefined): string | null {
  return code !== undefined && /^\d+$/u.test(code) ? code : null
}

function withCode(code: string, name: string): string {
  return code === '' ? name : `${code}-${name}`
}

function keepCode(extra: Indicator['extra'], key: string, printed: string, expected: string): void {
  if (printed !== '' && printed !== expected) extra[key] = printed
}

function sameFields(read: Indicator, typed: Indicator | undefined, codesOf: CodeTable): boolean {
  if (!typed) return false
  const readCodes = printedCodes(read, codesOf)
  const typedCodes = printedCodes(typed, codesOf)
  return (
    read.category === typed.category &&
    read.subcategory === typed.subcategory &&
    read.name === typed.name &&
    read.termTarget === typed.termTarget &&
    read.target === typed.target &&
    readCodes.category === typedCodes.category &&
    readCodes.subcategory === typedCodes.subcategory
  )
}
