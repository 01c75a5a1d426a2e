/** The texts of a record or a row by their paths: what two of them are compared by. An absent text is ''. */
import { extraPath, paymentPath, readField } from '../model/field-path.ts'
import { indicatorFields, projectFields } from '../model/fields.ts'
import type { Extra, Indicator, ProjectRecord } from '../model/project.ts'

/** Blank texts are left out. */
export type Texts = ReadonlyMap<string, string>

const planPaths = new Set(projectFields.filter(({ kind }) => kind === 'plan').map(({ path }) => path))

/** Everything outside the rows, in the order of the record. */
export function recordTexts(record: ProjectRecord): Texts {
  const fields = projectFields.filter(({ path }) => !planPaths.has(path))
  return filled([
    ...fields.map(({ path }) => [path, readField(record, path)] as const),
    ...record.paymentPlan.map((text, point) => [paymentPath(point), text] as const),
    ...extraTexts(record.extra),
  ])
}

/** By the path inside the row. */
export const rowTexts = (row: Indicator): Texts =>
  filled([...indicatorFields.map(({ path }) => [path, row[path]] as const), ...extraTexts(row.extra)])

const extraTexts = (extra: Extra) => Object.entries(extra).map(([key, text]) => [extraPath(key), text] as const)

const filled = (texts: readonly (readonly [string, string])[]): Texts =>
  new Map(texts.filter(([, text]) => text !== ''))

/** Paths at which any of the texts has one, each once, in the order of the first that has it. */
export const pathsOf = (...all: readonly Texts[]): string[] => [...new Set(all.flatMap((texts) => [...texts.keys()]))]

export function isSameRow(one: Indicator, other: Indicator): boolean {
  if (one === other) return true
  const [left, right] = [rowTexts(one), rowTexts(other)]
  return left.size === right.size && [...left].every(([path, text]) => right.get(path) === text)
}
