/** What the fields of an indicator are called in messages. */
import type { Indicator } from '../model/project.ts'

export const indicatorFieldNames: Record<Exclude<keyof Indicator, 'extra'>, string> = {
  category: '一级指标',
  subcategory: '二级指标',
  name: '三级指标',
  description: '绩效指标描述',
  termTarget: '实施周期指标值',
  target: '指标值',
  basis: '指标值依据',
  lastActual: '上年完成值',
  weight: '指标分值权重',
  scoring: '指标赋分规则',
  evidence: '佐证资料',
}
