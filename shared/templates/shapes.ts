/** The parts of a check of plain data against a type: each shape tells what is wrong where. A set of fields names every field of its type. */
import type { DataProblem, Plain } from './plain-data.ts'

/** `holds` is never filled: it ties the shape to the type it checks. */
export interface Shape<T> {
  (value: Plain | undefined, path: string, problems: DataProblem[]): void
  holds?: T
}

type Fields<T> = { [Name in keyof T]-?: object extends Pick<T, Name> ? OptionalShape<T[Name]> : Shape<T[Name]> }

interface OptionalShape<T> {
  optional: Shape<T>
}

export const optional = <T>(shape: Shape<T>): OptionalShape<T> => ({ optional: shape })

const tell = (problems: DataProblem[], path: string, message: string): void => void problems.push({ path, message })

/** `mayBeEmpty`: '' is a text too. */
export const text =
  (mayBeEmpty = true): Shape<string> =>
  (value, path, problems) => {
    if (typeof value !== 'string') tell(problems, path, '这里应是文字')
    else if (!mayBeEmpty && value.trim() === '') tell(problems, path, '这里不能空着')
  }

/** A text of a form that others compare with: `^\d+$`. */
export const textLike =
  (pattern: RegExp, what: string): Shape<string> =>
  (value, path, problems) => {
    if (typeof value !== 'string' || !pattern.test(value)) tell(problems, path, `这里应是${what}`)
  }

export const flag: Shape<boolean> = (value, path, problems) => {
  if (typeof value !== 'boolean') tell(problems, path, '这里应是 true 或 false')
}

export const number =
  (from: number, to: number): Shape<number> =>
  (value, path, problems) => {
    if (typeof value !== 'number' || value < from || value > to) tell(problems, path, `这里应是 ${from} 到 ${to} 的数`)
  }

export const count =
  (from: number, to: number): Shape<number> =>
  (value, path, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to)
      tell(problems, path, `这里应是 ${from} 到 ${to} 的整数`)
  }

export const oneOf =
  <const T extends string>(words: readonly T[]): Shape<T> =>
  (value, path, problems) => {
    if (typeof value !== 'string' || !(words as readonly string[]).includes(value))
      tell(problems, path, `这里应是 ${words.join('、')} 之一`)
  }

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path, problems) => {
    if (value !== null) shape(value, path, problems)
  }

export const list =
  <T>(item: Shape<T>, { from = 0, to = 500 }: { from?: number; to?: number } = {}): Shape<T[]> =>
  (value, path, problems) => {
    if (!Array.isArray(value)) tell(problems, path, '这里应是一个列表')
    else if (value.length < from || value.length > to) tell(problems, path, `这里应有 ${from} 到 ${to} 项`)
    else value.forEach((one, index) => item(one, `${path}[${index}]`, problems))
  }

/** A set of entries under names of their own; `name` says what is wrong with a name. */
export const named =
  <T>(item: Shape<T>, name: Shape<string> = text(false)): Shape<Record<string, T>> =>
  (value, path, problems) => {
    if (!isSet(value)) return tell(problems, path, '这里应是一组字段')
    for (const [own, one] of Object.entries(value)) {
      name(own, join(path, own), problems)
      item(one, join(path, own), problems)
    }
  }

export const fields =
  <T extends object>(shapes: Fields<T>): Shape<T> =>
  (value, path, problems) => {
    if (!isSet(value)) return tell(problems, path, '这里应是一组字段')
    for (const own of Object.keys(value))
      if (!Object.hasOwn(shapes, own)) tell(problems, join(path, own), '没有这个字段')
    const each = Object.entries<Shape<unknown> | OptionalShape<unknown>>(shapes)
    for (const [name, shape] of each) {
      const part = Object.hasOwn(value, name) ? value[name] : undefined
      const at = join(path, name)
      if (part === undefined && 'optional' in shape) continue
      if (part === undefined) tell(problems, at, '缺少这个字段')
      else if ('optional' in shape) shape.optional(part, at, problems)
      else shape(part, at, problems)
    }
  }

/** One of several sets of fields, told apart by the field `by`. */
export const either =
  <T>(by: string, choose: (told: Plain | undefined) => Shape<T> | null): Shape<T> =>
  (value, path, problems) => {
    if (!isSet(value)) return tell(problems, path, '这里应是一组字段')
    const shape = choose(Object.hasOwn(value, by) ? value[by] : undefined)
    return shape ? shape(value, path, problems) : tell(problems, join(path, by), '认不出这里是什么')
  }

const isSet = (value: Plain | undefined): value is { [name: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)
