/**
 * The names of the kinds of text a form's cell can hold. A template names the kind; kinds.ts says how it is parsed,
 * formatted, listed and aligned. Two kinds are composite: they bind more than one field (layout/binding.ts).
 */
export const kindIds = [
  'text', // one line or short text
  'paragraphs', // goal, purpose: paragraphs joined by \n
  'code', // project code, unit code
  'year', // four digits
  'currency-unit', // 万元 | 元
  'money', // amount in the form's currency unit
  'plan', // payment plan point: amount or percentage
  'measure', // 指标值: operator, number, unit, or words
  'weight', // points of a hundred
  'category', // 一级指标, from the level vocabulary
  'subcategory', // 二级指标, from the level vocabulary
  'basis', // from the vocabulary
  'scoring', // from the vocabulary
  'evidence', // from the vocabulary
  'unit-line', // composite: unit.code and unit.name glued, `450001某某局`
  'indicator-list', // composite: all indicators packed in one cell (Guangzhou)
] as const

export type KindId = (typeof kindIds)[number]
