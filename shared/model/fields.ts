/**
 * THE FIELDS OF THE RECORD: for each its path, the kind of its text and what people call it. Messages, lists of differences,
 * reports and exports name fields by this table, unless a form is at hand that has a word of its own for it.
 */
import type { KindId } from '../values/kind-id.ts'
import { extraKey, indicatorsPath, paymentPath, rowField, rowOfPath } from './field-path.ts'
import type { Indicator } from './project.ts'

export interface Field {
  path: string
  kind: KindId
  name: string
}

/** The points of the payment plan, cumulative. */
export const paymentPoints = ['3月底', '6月底', '10月底', '12月底'] as const

/** Fields of the record outside its indicators and `extra`, in the order of the record. */
export const projectFields: readonly Field[] = [
  { path: 'year', kind: 'year', name: '年度' },
  { path: 'unit.code', kind: 'code', name: '单位编码' },
  { path: 'unit.name', kind: 'text', name: '单位名称' },
  { path: 'project.code', kind: 'code', name: '项目编码' },
  { path: 'project.name', kind: 'text', name: '项目名称' },
  { path: 'project.leader', kind: 'text', name: '项目负责人' },
  { path: 'funding.unit', kind: 'currency-unit', name: '金额单位' },
  { path: 'funding.total', kind: 'money', name: '资金总额' },
  { path: 'funding.fiscal', kind: 'money', name: '财政拨款' },
  { path: 'funding.special', kind: 'money', name: '财政专户拨款' },
  { path: 'funding.other', kind: 'money', name: '其他资金' },
  { path: 'termFunding.total', kind: 'money', name: '实施期资金总额' },
  { path: 'termFunding.fiscal', kind: 'money', name: '实施期财政拨款' },
  { path: 'termFunding.special', kind: 'money', name: '实施期财政专户拨款' },
  { path: 'termFunding.other', kind: 'money', name: '实施期其他资金' },
  { path: 'purpose', kind: 'paragraphs', name: '资金用途' },
  ...paymentPoints.map((point, at): Field => ({ path: paymentPath(at), kind: 'plan', name: `资金支出计划 ${point}` })),
  { path: 'goal.term', kind: 'paragraphs', name: '中期目标' },
  { path: 'goal.annual', kind: 'paragraphs', name: '年度目标' },
]

export type IndicatorField = Exclude<keyof Indicator, 'extra'>

/** Fields of an indicator, in the order of the record; `path` inside its row. */
export const indicatorFields: readonly (Field & { path: IndicatorField })[] = [
  { path: 'category', kind: 'category', name: '一级指标' },
  { path: 'subcategory', kind: 'subcategory', name: '二级指标' },
  { path: 'name', kind: 'text', name: '三级指标' },
  { path: 'description', kind: 'text', name: '绩效指标描述' },
  { path: 'termTarget', kind: 'measure', name: '实施周期指标值' },
  { path: 'target', kind: 'measure', name: '指标值' },
  { path: 'basis', kind: 'basis', name: '指标值依据' },
  { path: 'lastActual', kind: 'measure', name: '上年完成值' },
  { path: 'weight', kind: 'weight', name: '指标分值权重' },
  { path: 'scoring', kind: 'scoring', name: '指标赋分规则' },
  { path: 'evidence', kind: 'evidence', name: '佐证资料' },
]

const byPath = new Map(projectFields.map((field) => [field.path, field]))
const byColumn = new Map<string, Field>(indicatorFields.map((field) => [field.path, field]))

/** The field a path names; null for a row, a list and `extra`. */
export function fieldOfPath(path: string): Field | null {
  const column = rowField(path)
  return (column === null ? byPath.get(path) : byColumn.get(column)) ?? null
}

/** What people call the field, of whichever row; the key for `extra`, the path itself where there is no such field. */
export function fieldName(path: string): string {
  const column = rowField(path)
  return column === null ? (byPath.get(path)?.name ?? extraKey(path) ?? path) : columnName(column)
}

/** The column of every row. */
export const columnName = (field: string): string => byColumn.get(field)?.name ?? extraKey(field) ?? field

/** 第 3 个指标 指标值, 项目名称, 整张表: where something is, in words. `nameOf`: what a form at hand calls a field. */
export function placeName(path: string, nameOf: (path: string) => string = fieldName): string {
  if (path === '') return '整张表'
  const row = rowOfPath(path)
  if (row === null) return path === indicatorsPath ? '全部指标' : nameOf(path)
  return `第 ${row + 1} 个指标${rowField(path) === '' ? '' : ` ${nameOf(path)}`}`
}
