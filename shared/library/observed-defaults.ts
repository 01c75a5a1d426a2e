/**
 * What accountants usually choose for 依据, 赋分规则 and 佐证资料 of an indicator, by its second level and the kind of its value.
 * 依据: counted over the 102 indicator rows of 12 published Xinjiang forms (2023); `rows` says how many rows agree. Only
 * what was observed stands here: a second level or kind of value that is missing has no default. No rule asks for these.
 */

/** equal: quantitative and written with =. */
export type ValueKind = 'quantitative' | 'equal' | 'qualitative' | 'any'

export interface ObservedDefault {
  subcategory: string
  value: ValueKind
  /** '' in a choice: the rows did not agree. */
  basis: string
  scoring: string
  evidence: string
  rows: string
}

/** The first that fits applies. */
export const observedDefaults: readonly ObservedDefault[] = [
  {
    subcategory: '数量指标',
    value: 'quantitative',
    basis: '历史标准',
    scoring: '按照正常比例赋分',
    evidence: '工作资料',
    rows: '22/26',
  },
  {
    subcategory: '经济成本指标',
    value: 'quantitative',
    basis: '预算支出标准',
    scoring: '按照正常比例赋分',
    evidence: '原始凭证',
    rows: '15/15',
  },
  {
    subcategory: '社会效益指标',
    value: 'qualitative',
    basis: '历史标准',
    scoring: '按评判等级赋分',
    evidence: '工作资料',
    rows: '11/12',
  },
  {
    subcategory: '社会效益指标',
    value: 'quantitative',
    basis: '历史标准',
    scoring: '按照正常比例赋分',
    evidence: '工作资料',
    rows: '6/6',
  },
  {
    subcategory: '质量指标',
    value: 'equal',
    basis: '历史标准',
    scoring: '直接赋分',
    evidence: '工作资料',
    rows: '9/23',
  },
  {
    subcategory: '质量指标',
    value: 'quantitative',
    basis: '历史标准',
    scoring: '按照正常比例赋分',
    evidence: '工作资料',
    rows: '14/23',
  },
  { subcategory: '时效指标', value: 'any', basis: '', scoring: '直接赋分', evidence: '工作资料', rows: '6/6' },
  {
    subcategory: '满意度指标',
    value: 'quantitative',
    basis: '历史标准',
    scoring: '满意度赋分',
    evidence: '说明材料',
    rows: '12/12',
  },
]
