/**
 * What the roll-up needs of a project, and no more: ten thousand of them are kept beside each other. By which of its words a
 * project is grouped is told here. The forms print no field for the fund and none for the document; what a record says of
 * them stands in `extra` or in its texts, and where it says nothing the project stands under no name, visibly.
 */
import { addendOf, amountOf, isUnreadable } from '../amounts/amount.ts'
import type { Addend } from '../amounts/amount.ts'
import { documentNumberKey, documentNumbers } from '../identity/document-number.ts'
import { codeKey, nameKey } from '../identity/names.ts'
import type { Named } from '../identity/names.ts'
import type { Funding, ProjectRecord } from '../model/project.ts'
import { splitUnitLine } from '../values/unit-line.ts'

export type Grouping = 'unit' | 'department' | 'fund' | 'notice' | 'template'
export const groupings = ['unit', 'department', 'fund', 'notice', 'template'] as const satisfies Grouping[]

/** A key and what people read; both '' where the record says nothing. */
export interface GroupName {
  key: string
  name: string
}

export type AmountName = 'total' | 'fiscal' | 'special' | 'other'
export const amountNames = ['total', 'fiscal', 'special', 'other'] as const satisfies AmountName[]

export interface RollUpEntry {
  /** Template id; '' on a form this build does not know. */
  template: string
  /** 所属年度. */
  year: string
  unit: Named
  /** In 万元. */
  amounts: Record<AmountName, Addend | null>
  /** How many of its amounts are no numbers. */
  unreadable: number
  department: GroupName
  fund: GroupName
  notice: GroupName
}

export function toRollUpEntry(template: string, year: string, record: ProjectRecord): RollUpEntry {
  return {
    template,
    year,
    unit: record.unit,
    ...amountsOf(record.funding),
    department: departmentOf(record),
    fund: fundOf(record),
    notice: noticeOf(record),
  }
}

/** All in 万元, so that they only have to be added. */
function amountsOf(funding: Funding): Pick<RollUpEntry, 'amounts' | 'unreadable'> {
  const inWan = (name: AmountName): Addend | null => {
    const amount = amountOf(funding[name], funding.unit)
    return amount && addendOf(amount, '万元')
  }
  return {
    amounts: { total: inWan('total'), fiscal: inWan('fiscal'), special: inWan('special'), other: inWan('other') },
    unreadable: amountNames.filter((name) => isUnreadable(funding[name])).length,
  }
}

const departmentLabels = ['主管部门', '主管部门名称', '主管部门及代码', '主管部门及编码', '业务主管部门', '主管单位']
const fundLabels = ['资金性质', '资金类型', '资金类别', '资金属性']

const said = ({ extra }: ProjectRecord, labels: readonly string[]): string =>
  labels.map((label) => extra[label]?.trim() ?? '').find((text) => text !== '') ?? ''

/** 主管部门及代码 holds both: 450001松林市教育局, 松林市教育局（450001）, 松林市教育局/450001. */
const codeBehind = /^(.*[^\s\d])\s*[[［【(（/／-]\s*([\d０-９]{3,})\s*[\]］】)）]?$/su

function departmentOf(record: ProjectRecord): GroupName {
  const line = said(record, departmentLabels)
  const [, before = '', codeAfter = ''] = codeBehind.exec(line) ?? []
  const named = before === '' ? splitUnitLine(line) : { code: codeAfter, name: before }
  const code = named.code || said(record, ['主管部门编码', '主管部门代码'])
  // the name decides: many tables of a department leave its code out
  return { key: nameKey(named.name) || codeKey(code), name: named.name || code }
}

function fundOf(record: ProjectRecord): GroupName {
  const name = said(record, fundLabels)
  return { key: nameKey(name), name }
}

/** The first document the record names: in the project's name, what the money is for, the goals, what else is labelled. */
function noticeOf(record: ProjectRecord): GroupName {
  const texts = [record.project.name, record.purpose, record.goal.annual, record.goal.term]
  for (const text of [...texts, ...Object.values(record.extra)]) {
    const [found] = documentNumbers(text)
    if (found) return { key: documentNumberKey(found.text), name: found.text }
  }
  return { key: '', name: '' }
}
