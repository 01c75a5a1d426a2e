/**
 * unknown → record for .json files made by hand or by other programs: what fits is kept, what is missing becomes '',
 * what does not fit is left out or turned into text, each with a problem that says where. Never throws, whatever comes.
 * What is more than a record can hold is cut (cutCode). What the page sends is not repaired but checked (check.ts).
 */
import { maximumList, maximumName, maximumText } from './check-parts.ts'
import { cutCode } from './problem.ts'
import type { Problem } from './problem.ts'
import { emptyIndicator, emptyRecord } from './project.ts'
import { cutText, mended, shortened } from './whole-text.ts'
import type { Extra, ProjectRecord } from './project.ts'

export interface RepairedRecord {
  record: ProjectRecord
  problems: Problem[]
}

/** Enough to see what is wrong with a file. */
const maximumProblems = 50

/** `isCut`: there was more than a record can hold. */
type Report = (path: string, message: string, isCut?: boolean) => void

export function repairRecord(value: unknown): RepairedRecord {
  const cuts: Problem[] = []
  const others: Problem[] = []
  const report: Report = (path, message, isCut = false) => {
    const problems = isCut ? cuts : others
    if (problems.length >= maximumProblems) return
    problems.push({ code: isCut ? cutCode : 'F-JSON', severity: isCut ? 'error' : 'warning', path, message, basis: '' })
  }
  const record = shaped(emptyRecord(), value, '', report)
  return { record, problems: [...cuts, ...others].slice(0, maximumProblems) }
}

/** `value` in the shape of `pattern`; the names of the result are those of the pattern. */
function shaped<T extends object>(pattern: T, value: unknown, path: string, report: Report): T {
  const given = membersOf(value, path, report)
  const known = new Set(Object.keys(pattern))
  for (const name of given.keys()) {
    if (!known.has(name)) report(path, `文件里的“${shortened(name, 40)}”不是本程序的字段，没有读取。`)
  }
  const entries = Object.entries(pattern).map(([name, blank]: [string, unknown]) => {
    const at = path === '' ? name : `${path}.${name}`
    const part = given.get(name)
    if (part === undefined) return [name, blank]
    if (name === 'extra') return [name, repairExtra(part, at, report)]
    if (name === 'paymentPlan')
      return [name, listOf(part, at, report).map((item, index) => textOf(item, `${at}[${index}]`, report))]
    if (name === 'indicators') {
      return [
        name,
        listOf(part, at, report).map((item, index) => shaped(emptyIndicator(), item, `${at}[${index}]`, report)),
      ]
    }
    return [name, typeof blank === 'string' ? textOf(part, at, report) : shaped(blank as object, part, at, report)] // the rest are objects
  })
  return Object.fromEntries(entries) as T // the same names as the pattern, each of its type
}

function repairExtra(value: unknown, path: string, report: Report): Extra {
  const members = [...membersOf(value, path, report)]
  if (members.length > maximumList)
    report(path, `附加内容有 ${members.length} 项，最多 ${maximumList} 项，多出的没有读取。`, true)
  const entries = members.slice(0, maximumList).flatMap(([given, part]): [string, string][] => {
    const name = mended(cutText(given, maximumName))
    if (name === '' || name === '__proto__') {
      report(
        '',
        `文件里有一个附加字段的名称“${name}”不能用，没有读取，内容是“${shortened(
          textOf(part, '', () => {}),
          40,
        )}”。`,
      )
      return []
    }
    if (given.length > maximumName)
      report(
        `${path}.${name}`,
        `附加字段的名称有 ${given.length} 个字，最多 ${maximumName} 个字，多出的没有读取。`,
        true,
      )
    return [[name, textOf(part, `${path}.${name}`, report)]]
  })
  return Object.fromEntries(entries)
}

function membersOf(value: unknown, path: string, report: Report): Map<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Map(Object.entries(value))
  if (value !== undefined && value !== null) report(path, '这里应是一组字段，文件里不是，没有读取。')
  return new Map()
}

function listOf(value: unknown, path: string, report: Report): unknown[] {
  if (!Array.isArray(value)) {
    if (value !== null) report(path, '这里应是一个列表，文件里不是，没有读取。')
    return []
  }
  if (value.length > maximumList) report(path, `有 ${value.length} 条，最多 ${maximumList} 条，多出的没有读取。`, true)
  return value.slice(0, maximumList)
}

function textOf(value: unknown, path: string, report: Report): string {
  if (typeof value === 'string') {
    if (value.length > maximumText) report(path, tooLong(value), true)
    return mended(cutText(value, maximumText))
  }
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') {
    report(path, `文件里这里是数字“${String(value)}”，已作为文字读取，请核对小数位数。`)
    return String(value)
  }
  report(path, '这里应是文字，文件里不是，没有读取。')
  return ''
}

const tooLong = (text: string): string =>
  `这里有 ${text.length} 个字（开头是“${shortened(text.trimStart(), 20)}”），最多 ${maximumText} 个字，多出的没有读取。请在原文件里删减后再导入。`
