/** Rules E and H so far: values that are placeholders or use a wrong unit word, choices outside the form's list. */
import { columnName } from '../model/fields.ts'
import { rowPath } from '../model/field-path.ts'
import { quoted } from './quoted.ts'
import { holdsPlaceholder, isBlank } from '../values/text/blank.ts'
import { normalizeForMatch } from '../values/text/normalize.ts'
import type { Finding, Rule, Subject } from './rule.ts'

export const valueRules: Rule[] = [
  { code: 'R-VL-03', severity: 'error', basis: '', check: noPlaceholders },
  { code: 'R-VL-14', severity: 'hint', basis: '', check: percentWord },
  { code: 'R-BS-01', severity: 'error', basis: '', onRequest: true, check: choicesKnown },
]

const targets = ['target', 'termTarget'] as const

function noPlaceholders({ record }: Subject): Finding[] {
  return record.indicators.flatMap((indicator, index) =>
    targets
      .filter((field) => holdsPlaceholder(indicator[field]))
      .map((field) => ({
        path: rowPath(index, field),
        message: `指标值“${indicator[field]}”还是占位符号，请填实际值。`,
      })),
  )
}

function percentWord({ record }: Subject): Finding[] {
  return record.indicators.flatMap((indicator, index) =>
    targets
      .filter((field) => /\d\s*百分比/.test(indicator[field]))
      .map((field) => ({
        path: rowPath(index, field),
        message: `${quoted(indicator[field])}应写成${quoted(withPercentSign(indicator[field]))}。`,
      })),
  )
}

/** 95百分比 → 95%. */
export function withPercentSign(text: string): string {
  const at = text.indexOf('百分比')
  return at < 0 ? text : `${text.slice(0, at).trimEnd()}%${text.slice(at + '百分比'.length)}`
}

function choicesKnown({ record, template }: Subject): Finding[] {
  const fields = ['basis', 'scoring', 'evidence'] as const
  return record.indicators.flatMap((indicator, index) =>
    fields.flatMap((field): Finding[] => {
      const choices = template.vocabulary[field]
      const text = indicator[field]
      if (choices.length === 0 || isBlank(text) || choices.includes(text)) return []
      const path = rowPath(index, field)
      const meant = choices.find((choice) => normalizeForMatch(choice) === normalizeForMatch(text))
      if (meant !== undefined) return [{ path, severity: 'hint', message: spelledOtherwise(field, meant) }]
      return [{ path, message: `${columnName(field)}${quoted(text)}不在本表的选项里（${choices.join('、')}）。` }]
    }),
  )
}

const spelledOtherwise = (field: 'basis' | 'scoring' | 'evidence', choice: string): string =>
  `${columnName(field)}和选项${quoted(choice)}看起来一样，但有空格、全角或形近字，打印前请改成选项的写法。`
