/** What the form calls a field, for lists of fields beside the sheet: as its cell is named, else by the plain word. */
import type { Layout } from '../../../shared/layout/layout.ts'

/** Cell names of a Layout by field path. */
export type FieldNames = ReadonlyMap<string, string>

export const fieldNames = (layout: Layout): FieldNames =>
  new Map(layout.cells.flatMap((cell) => (cell.binding ? [[cell.binding.path, cell.name] as const] : [])))

const plainColumns: Record<string, string> = {
  category: '一级指标',
  subcategory: '二级指标',
  name: '三级指标',
  description: '指标描述',
  termTarget: '实施周期指标值',
  target: '指标值',
  basis: '依据',
  lastActual: '上年完成值',
  weight: '权重',
  scoring: '赋分规则',
  evidence: '佐证资料',
}

const plainFields: Record<string, string> = {
  year: '年度',
  'unit.code': '单位编码',
  'unit.name': '单位名称',
  'project.code': '项目编码',
  'project.name': '项目名称',
  'project.leader': '项目负责人',
  'funding.unit': '金额单位',
  'funding.total': '资金总额',
  'funding.fiscal': '财政拨款',
  'funding.special': '专户资金',
  'funding.other': '其他资金',
  'termFunding.total': '实施期资金总额',
  'termFunding.fiscal': '实施期财政拨款',
  'termFunding.special': '实施期专户资金',
  'termFunding.other': '实施期其他资金',
  purpose: '资金用途',
  'goal.term': '中期目标',
  'goal.annual': '年度目标',
}

const paymentMonths = ['3月底', '6月底', '10月底', '12月底']

/** A field of the record outside its indicators. */
export function fieldName(path: string, names: FieldNames): string {
  const known = names.get(path) ?? plainFields[path]
  if (known !== undefined) return known
  const payment = /^paymentPlan\[(\d)\]$/.exec(path)?.[1]
  if (payment !== undefined) return `资金支出计划 ${paymentMonths[Number(payment)] ?? ''}`.trim()
  return path.startsWith('extra.') ? path.slice('extra.'.length) : path
}

/** A field of an indicator, as the form heads its column. `field`: path inside the indicator. */
export function columnName(field: string, names: FieldNames): string {
  const heading = [...names].find(([path]) => path.startsWith('indicators[') && path.endsWith(`].${field}`))?.[1]
  return heading ?? plainColumns[field] ?? field.replace('extra.', '')
}
