/** Rules B: texts that are too long for the systems the table goes into (rules.md B). Bytes as GBK counts them: a Chinese character is 2. */
import { columnName } from '../model/fields.ts'
import { rowPath } from '../model/field-path.ts'
import type { Finding, Rule, Subject } from './rule.ts'

export const lengthRules: Rule[] = [
  { code: 'R-LN-01', severity: 'error', basis: '', check: nameLength },
  { code: 'R-LN-02', severity: 'error', basis: '', check: byteLengths },
]

const gbkBytes = (text: string): number =>
  Array.from(text, (character) => (character.charCodeAt(0) < 0x80 ? 1 : 2)).reduce<number>(
    (sum, bytes) => sum + bytes,
    0,
  )

function nameLength({ record }: Subject): Finding[] {
  return record.indicators.flatMap((indicator, index) => {
    const { length } = Array.from(indicator.name)
    return length > 100 ? [{ path: rowPath(index, 'name'), message: `三级指标名称 ${length} 字，最多 100 字。` }] : []
  })
}

function byteLengths({ record }: Subject): Finding[] {
  const goals: Finding[] = (['term', 'annual'] as const).flatMap((part) =>
    tooLong(`goal.${part}`, '绩效目标', record.goal[part], 4000),
  )
  const limits = [
    ['basis', 2000],
    ['description', 1000],
  ] as const
  const indicators = record.indicators.flatMap((indicator, index) =>
    limits.flatMap(([field, limit]) => tooLong(rowPath(index, field), columnName(field), indicator[field], limit)),
  )
  return [...goals, ...indicators]
}

function tooLong(path: string, name: string, text: string, limit: number): Finding[] {
  const bytes = gbkBytes(text)
  return bytes > limit
    ? [{ path, message: `${name}长 ${bytes} 字节，上报系统最多 ${limit} 字节（一个汉字 2 字节）。` }]
    : []
}
