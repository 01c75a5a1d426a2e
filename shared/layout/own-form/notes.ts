/** Problems found while reading: what was repaired, and what is doubtful. Codes D… are the kinds of dirt real files contain. */
import { rowPath } from '../../model/field-path.ts'
import type { Problem, Severity } from '../../model/problem.ts'

export function note(code: string, severity: Severity, path: string, message: string): Problem {
  return { code, severity, path, message, basis: '' }
}

/** What a repair of an indicator row is called, for the person. */
export function repairNote(code: 'D6' | 'D7' | 'D8', index: number, name: string): Problem {
  const path = rowPath(index)
  const row = `第${index + 1}条指标${name === '' ? '' : `“${name}”`}`
  if (code === 'D6') return note('D6', 'hint', path, `${row}中有网页标签，已去掉，文字未变。`)
  if (code === 'D7') return note('D7', 'hint', path, `${row}在来源中向左错了列，已按一级、二级指标的用词放回，请核对。`)
  if (name === '')
    return note(
      'D8',
      'warning',
      rowPath(index, 'name'),
      `第${index + 1}条指标的三级指标为空：来源在三级指标列里填的是二级指标，已移回，请补填名称。`,
    )
  return note('D8', 'hint', path, `${row}在来源中错了列，已按一级、二级指标的用词放回，请核对。`)
}
