/**
 * What the program can put right by one click, where only one right answer is possible: a total from its parts, the last
 * point of the plan, the sign of a percentage, a level or choice written almost as the form writes it. Never done unasked.
 */
import { readField, rowField, rowOfPath, rowPath, writeField } from '../model/field-path.ts'
import type { Problem } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { kinds } from '../values/kinds.ts'
import { parseMoney } from '../values/money.ts'
import { normalizeForMatch } from '../values/text/normalize.ts'
import { fundingBlocks, fundingSum } from './funding-sum.ts'
import { lookAlikeOf } from './levels-as-printed.ts'
import { planFor } from './plan-fill.ts'
import { withPercentSign } from './values.ts'

export interface Fix {
  /** The field that is written, and what is written into it. */
  path: string
  text: string
}

type FindFix = (template: Template, record: ProjectRecord, path: string) => Fix | null

/** By the code of the rule. */
const fixes: Readonly<Record<string, FindFix>> = {
  'R-MN-01': totalFromParts,
  'R-MN-03': plainNumber,
  'R-PL-01': plainNumber,
  'R-PL-02': lastPointOfPlan,
  'R-WT-05': plainNumber,
  'R-VL-14': percentSign,
  'R-ST-04': levelAsPrinted,
  'R-BS-01': choiceAsPrinted,
}

/** null where a person has to decide, or the problem is no longer there. */
export function findFix(template: Template, record: ProjectRecord, problem: Problem): Fix | null {
  const fix = fixes[problem.code]?.(template, record, problem.path) ?? null
  return fix && readField(record, fix.path) !== fix.text ? fix : null
}

export const applyFix = (record: ProjectRecord, { path, text }: Fix): ProjectRecord => writeField(record, path, text)

function totalFromParts(template: Template, record: ProjectRecord, path: string): Fix | null {
  const block = fundingBlocks.find((one) => path === `${one}.total`)
  const found = block && fundingSum(template, record, block)
  return found?.isOff ? { path, text: found.sum } : null
}

function lastPointOfPlan(_: Template, record: ProjectRecord, path: string): Fix | null {
  const isPercent = /[%％]\s*$/.test(readField(record, path))
  const last = isPercent ? '100%' : planFor(record).at(-1)
  return last === undefined ? null : { path, text: last }
}

/** 12。5, as input methods write it: what the same text typed into the cell would be kept as. */
function plainNumber(_: Template, record: ProjectRecord, path: string): Fix | null {
  const text = kinds.money.clean(readField(record, path))
  return parseMoney(text) === null ? null : { path, text }
}

function percentSign(_: Template, record: ProjectRecord, path: string): Fix | null {
  return { path, text: withPercentSign(readField(record, path)) }
}

/** The level of the form that is meant; for a second level known under one other first level only, that first level. */
function levelAsPrinted({ vocabulary: { levels } }: Template, record: ProjectRecord, path: string): Fix | null {
  const typed = readField(record, path)
  if (rowField(path) === 'category') return written(path, meant(typed, namesOf(levels)))
  if (rowField(path) !== 'subcategory') return null
  const categoryPath = rowPath(rowOfPath(path) ?? 0, 'category')
  const under = lookAlikeOf(readField(record, categoryPath), levels)
  const own = meant(typed, namesOf(under?.subcategories ?? []))
  if (own !== null) return written(path, own)
  const others = levels.filter(({ subcategories }) => namesOf(subcategories).includes(typed))
  return others.length === 1 ? written(categoryPath, others[0]?.name ?? null) : null
}

function choiceAsPrinted({ vocabulary }: Template, record: ProjectRecord, path: string): Fix | null {
  const field = (['basis', 'scoring', 'evidence'] as const).find((name) => rowField(path) === name)
  return field ? written(path, meant(readField(record, path), vocabulary[field])) : null
}

const namesOf = (levels: readonly { name: string }[]): string[] => levels.map(({ name }) => name)

const written = (path: string, text: string | null): Fix | null => (text === null ? null : { path, text })

/** The only choice that is the typed text but for its spelling (normalize.ts) and the word 指标. */
function meant(typed: string, choices: readonly string[]): string | null {
  const found = choices.filter((choice) => bare(choice) === bare(typed))
  return found.length === 1 ? (found[0] ?? null) : null
}

const bare = (text: string): string => normalizeForMatch(text).replace(/指标$/, '')
