/** What the person is told after F7 and Ctrl+S. */
import { severityNames } from '../../../shared/model/problem.ts'
import type { Severity } from '../../../shared/model/problem.ts'
import { clockTime } from '../../ui/clock-time.ts'
import { isExplained } from '../grid/findings.ts'
import type { TableFinding } from '../grid/findings.ts'
import type { SaveState } from '../table/autosave.ts'

const order: readonly Severity[] = ['error', 'warning', 'hint']

export function checkedText(findings: readonly TableFinding[]): string {
  const problems = findings.filter((finding) => !isExplained(finding))
  if (problems.length === 0) return '检查完成，没有发现问题。'
  const counts = order.flatMap((severity) => {
    const { length } = problems.filter((problem) => problem.severity === severity)
    return length > 0 ? [`${severityNames[severity]} ${length}`] : []
  })
  return `检查完成：${counts.join('，')}。`
}

/** `place`: the file it is kept in; '' where it is not known. */
export function savedText(save: SaveState, place: string): string {
  const at = save.kind === 'saved' && save.at !== null ? `（${clockTime(save.at)}）` : ''
  return `全部内容已保存${at}${place === '' ? '' : `，在 ${place}`}。输入后会自动保存。`
}
