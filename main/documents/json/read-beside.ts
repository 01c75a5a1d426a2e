/** What stands beside the record in an entry of a .json file of ours (record.md): what fits is taken, what does not is said. */
import { isFiscalYear } from '../../../shared/identity/fiscal-year.ts'
import { checkNotes } from '../../../shared/model/check-notes.ts'
import { maximumName } from '../../../shared/model/check-parts.ts'
import type { BesideRecord } from '../../../shared/model/json-file.ts'
import type { Problem } from '../../../shared/model/problem.ts'

/** The entry as it stands in the file. */
export type RawBeside = Partial<Record<keyof BesideRecord, unknown>>

export interface ReadBeside {
  beside: BesideRecord
  problems: Problem[]
}

export function readBeside({ fiscalYear, stage, id, notes }: RawBeside): ReadBeside {
  const problems: Problem[] = []
  const say = (path: string, message: string): void => {
    problems.push({ code: 'F-JSON', severity: 'warning', path, message, basis: '' })
  }
  const beside: BesideRecord = {}
  if (isGiven(fiscalYear)) {
    const year = typeof fiscalYear === 'number' ? String(fiscalYear) : fiscalYear
    if (typeof year === 'string' && isFiscalYear(year.trim())) beside.fiscalYear = year.trim()
    else say('fiscalYear', '文件里的所属年度不是四位数字的年度，没有采用。')
  }
  if (isGiven(stage)) {
    if (typeof stage === 'string' && stage.length <= maximumName) beside.stage = stage
    else say('stage', '文件里的阶段不是文字，没有采用。')
  }
  if (isGiven(id)) {
    if (typeof id === 'string' && /^[0-9a-zA-Z_-]{1,64}$/.test(id)) beside.id = id
    else say('id', '文件里的项目编号不合规，没有采用；这个项目按编码和名称辨认。')
  }
  if (isGiven(notes)) {
    const checked = checkNotes(notes)
    if (checked.ok) beside.notes = checked.value
    else say('notes', `文件里的说明和意见没有采用（${checked.path}：${checked.message}）。`)
  }
  return { beside, problems }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
