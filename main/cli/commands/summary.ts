/** `summary --workspace DB`: the roll-up of the workspace, printed; as .xlsx or .docx the department's table. */
import { groupName } from '../../../shared/summary/roll-up-layout.ts'
import { groupings } from '../../../shared/summary/roll-up-entry.ts'
import { visibleName } from '../../../shared/values/text/visible-text.ts'
import { damagedProblem } from '../../handlers/export/whole-tables.ts'
import { readSummary, summaryTable } from '../../handlers/summary/read-summary.ts'
import { writeSummary } from '../../handlers/summary/write-summary.ts'
import { required } from '../options.ts'
import { shownPath, terminalJob, withDocuments } from '../reading.ts'
import { UsageError } from '../usage-error.ts'
import { tellDamaged, withWorkspace } from '../workspace.ts'
import type { Grouping } from '../../../shared/summary/roll-up-entry.ts'
import type { Summary, SummarySum } from '../../../shared/ipc/summary.ts'
import type { SummaryQuestion } from '../../handlers/summary/read-summary.ts'
import type { CommandOptions } from '../command.ts'
import type { Answer, Terminal } from '../terminal.ts'

export async function summary(options: CommandOptions, terminal: Terminal): Promise<Answer> {
  const workspace = required(options.workspace, 'workspace', 'summary')
  const { format = 'json', out } = options
  if (format !== 'xlsx' && format !== 'docx' && format !== 'json') {
    throw new UsageError('汇总表的格式只能是 xlsx 或 docx；json（或者不写 --format）只打印，不写文件。')
  }
  const wanted = format === 'json' ? null : { format, folder: required(out, 'out', 'summary') }
  if (format === 'json' && out !== undefined)
    terminal.log.warn('汇总只打印，没有写文件：要写文件请加 --format xlsx 或 docx。')
  const question = { by: groupingOf(options.by), year: options.year ?? '' }
  const { read, table } = await withWorkspace(workspace, 'read', terminal, async (context) => ({
    read: readSummary(context, question),
    table: wanted === null ? null : summaryTable(context, question),
  }))
  const { damaged: left = [], ...sums } = read
  const json = { ...sums, ...tellDamaged(left.map(damagedProblem), terminal) }
  if (table === null || wanted === null) {
    return {
      status: 0,
      json,
      text: options.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : sumText(read, question),
    }
  }
  if (table.projects === 0) {
    throw new UsageError(`工作区里没有${question.year === '' ? '' : ` ${question.year} 年的`}项目，没有可汇总的内容。`)
  }
  const onProblem = ({ message }: { message: string }): void => terminal.log.warn(visibleName(message))
  const { path, bytes } = await withDocuments(terminal, (documents) =>
    writeSummary({ documents, now: terminal.now }, table, { ...wanted, job: terminalJob(terminal), onProblem }),
  )
  const written = [{ file: path, project: `${table.projects} 个项目`, template: 'summary', bytes }]
  return { status: 0, json: { ...json, written }, text: `${shownPath(path, terminal.folder)}\n` }
}

function groupingOf(typed = 'unit'): Grouping {
  const found = groupings.find((known) => known === typed.toLowerCase())
  if (!found) throw new UsageError(`不能按“${typed}”汇总：--by 可以是 ${groupings.join('、')}。`)
  return found
}

const line = (name: string, { projects, total: all, fiscal, special, other, unreadable }: SummarySum): string =>
  `${visibleName(name)}：${projects} 个项目，预算 ${all} 万元（财政拨款 ${fiscal}，财政专户拨款 ${special}，其他资金 ${other}）` +
  (unreadable === 0 ? '' : `；${unreadable} 个金额不是数字，未计入`)

function sumText({ rows, total }: Summary, { by }: SummaryQuestion): string {
  const isUntold = rows.length > 0 && rows.every(({ key }) => key === '')
  return [
    ...rows.map((row) => line(groupName(by, row.name), row)),
    line('合计', total),
    ...(isUntold && untold[by] !== undefined ? [untold[by]] : []),
    '',
  ].join('\n')
}

/** Where no table says what was asked for. */
const untold: Partial<Record<Grouping, string>> = {
  department: '这些表都没有填主管部门，分不出来。',
  fund: '这些表都没有“资金性质”“资金类型”一类的栏目，分不出来。',
  notice: '这些表的项目名称、用途和目标里都没有文号，分不出来。',
}
