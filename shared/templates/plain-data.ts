/**
 * Whatever it is → a copy that is plain data, as JSON has it: whoever works on the copy meets no accessor, no proxy, no circle
 * and no function. Never throws.
 */

export type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain }

/** What is wrong, and where: `blocks[2].columns`. */
export interface DataProblem {
  path: string
  message: string
}

const mostParts = 20_000
const deepest = 20
const longestText = 10_000
const mostProblems = 100

/** null: the problems say what is no data. */
export function toPlain(value: unknown, problems: DataProblem[]): Plain | null {
  let parts = 0
  const refuse = (path: string, message: string): null => {
    if (problems.length < mostProblems) problems.push({ path, message })
    return null
  }
  const copy = (part: unknown, path: string, depth: number): Plain | null => {
    parts += 1
    if (parts > mostParts || depth > deepest) return refuse(path, '内容太多，或者层次太深')
    if (part === null || typeof part === 'boolean') return part
    if (typeof part === 'string') return part.length > longestText ? refuse(path, '文字太长') : part
    if (typeof part === 'number') return Number.isFinite(part) ? part : refuse(path, '这里应是一个数')
    if (typeof part !== 'object') return refuse(path, '这里应是数据')
    try {
      if (Array.isArray(part)) {
        if (part.length > mostParts) return refuse(path, '列表太长')
        return Array.from(part, (item: unknown, index) => copy(item, `${path}[${index}]`, depth + 1))
      }
      const prototype: unknown = Object.getPrototypeOf(part)
      if (prototype !== Object.prototype && prototype !== null) return refuse(path, '这里应是数据')
      const filled: Record<string, Plain> = Object.create(null) as Record<string, Plain> // no name of it is inherited
      for (const [name, item] of Object.entries(part)) {
        if (item === undefined) continue
        filled[name] = copy(item, path === '' ? name : `${path}.${name}`, depth + 1)
      }
      return { ...filled }
    } catch {
      return refuse(path, '这里读不出来')
    }
  }
  return copy(value, '', 0)
}
