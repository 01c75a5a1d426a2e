/**
 * THE RECORD: what a person filled in for one project, every text exactly as typed (contract: record.md).
 * Meaning (operator, number, unit, money) is derived beside it by shared/values and never replaces it.
 * A field the source does not have is '' (an empty list for paymentPlan and indicators), never absent, never null.
 */

/** Labelled texts that have no field of their own. Key: the printed label without spaces, line breaks and final colon. */
export type Extra = Record<string, string>

export interface Funding {
  /** '万元', '元' or '' where the form prints none. */
  unit: string
  total: string
  fiscal: string
  special: string
  other: string
}

/** 中期（实施期）资金: the amounts of the whole term; all '' on forms that have only the year. */
export type TermFunding = Omit<Funding, 'unit'>

export interface Indicator {
  /** 一级指标 */
  category: string
  /** 二级指标 */
  subcategory: string
  /** 三级指标 */
  name: string
  /** 绩效指标描述 */
  description: string
  /** 实施周期（中期）指标值 */
  termTarget: string
  /** 年度指标值 / 指标值 */
  target: string
  /** 指标值确定依据 / 指标值设置依据 */
  basis: string
  /** 上年完成值 */
  lastActual: string
  /** 指标分值权重 */
  weight: string
  /** 指标赋分规则 */
  scoring: string
  /** 佐证资料 */
  evidence: string
  extra: Extra
}

export interface ProjectRecord {
  /** Four digits, or '' where the form prints none. */
  year: string
  unit: { code: string; name: string }
  project: { code: string; name: string; leader: string }
  funding: Funding
  termFunding: TermFunding
  /** 资金用途 */
  purpose: string
  /** 资金支出计划: four texts (3月底, 6月底, 10月底, 12月底), or none. */
  paymentPlan: string[]
  goal: { term: string; annual: string }
  indicators: Indicator[]
  extra: Extra
}

export function emptyIndicator(): Indicator {
  return {
    category: '',
    subcategory: '',
    name: '',
    description: '',
    termTarget: '',
    target: '',
    basis: '',
    lastActual: '',
    weight: '',
    scoring: '',
    evidence: '',
    extra: {},
  }
}

export function emptyRecord(): ProjectRecord {
  return {
    year: '',
    unit: { code: '', name: '' },
    project: { code: '', name: '', leader: '' },
    funding: { unit: '', total: '', fiscal: '', special: '', other: '' },
    termFunding: { total: '', fiscal: '', special: '', other: '' },
    purpose: '',
    paymentPlan: [],
    goal: { term: '', annual: '' },
    indicators: [],
    extra: {},
  }
}

/** A record together with the id of the form it is filled in on: one entry of a .json file (record.md). */
export interface FormRecord {
  /** Template id, e.g. `hebei-xinle-2024`; null for a form this build does not know. */
  template: string | null
  record: ProjectRecord
  /** 所属年度; absent: as the form prints it. */
  fiscalYear?: string
}
