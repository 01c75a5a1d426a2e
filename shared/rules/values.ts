/** Rules E and H so far: values that are placeholders or use a wrong unit word, choices outside the form's list. */
import { quoted } from './quoted.ts'
import { indicatorFieldNames } from './names.ts'
import { isBlank, isPlaceholder } from './blank.ts'
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
      .filter((field) => isPlaceholder(indicator[field]) || /XX|××|\*\*|＊＊/.test(indicator[field]))
      .map((field) => ({
        path: `indicators[${index}].${field}`,
        message: `指标值“${indicator[field]}”还是占位符号，请填实际值。`,
      })),
  )
}

function percentWord({ record }: Subject): Finding[] {
  return record.indicators.flatMap((indicator, index) =>
    targets
      .filter((field) => /\d\s*百分比/.test(indicator[field]))
      .map((field) => ({
        path: `indicators[${index}].${field}`,
        message: `${quoted(indicator[field])}应写成${quoted(withPercentSign(indicator[field]))}。`,
      })),
  )
}

/** 95百分比 → 95%. */
export const withPercentSign = (text: string): string => text.replace(/\s*百分比/, '%')

function choicesKnown({ record, template }: Subject): Finding[] {
  const fields = ['basis', 'scoring', 'evidence'] as const
  return record.indicators.flatMap((indicator, index) =>
    fields.flatMap((field): Finding[] => {
      const choices = template.vocabulary[field]
      const text = indicator[field]
      if (choices.length === 0 || isBlank(text) || choices.includes(text)) return []
      const path = `indicators[${index}].${field}`
      return [
        { path, message: `${indicatorFieldNames[field]}${quoted(text)}不在本表的选项里（${choices.join('、')}）。` },
      ]
    }),
  )
}
