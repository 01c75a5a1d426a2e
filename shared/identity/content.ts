/**
 * The content of a record as one text: its JSON with sorted keys and without what is empty. Two records with the same text
 * have the same content, on every machine and in every version of the program; the SHA-256 of this text is the `hash` by
 * which a version is known (record.md). Empty texts of a list keep their places, except at its end: a list is filled up
 * with them and they say nothing.
 */
import type { ProjectRecord } from '../model/project.ts'

export const contentText = (record: ProjectRecord): string => textOf(record) ?? '{}'

/** `sha256`: hexadecimal, of the text in UTF-8. */
export const recordHash = (record: ProjectRecord, sha256: (text: string) => string): string =>
  sha256(contentText(record))

export const isSameContent = (one: ProjectRecord, other: ProjectRecord): boolean =>
  one === other || contentText(one) === contentText(other)

/** undefined: nothing is in it. By hand, for an object would put keys that are numbers first. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : JSON.stringify(value)
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown) => textOf(part) ?? (typeof part === 'string' ? '""' : '{}'))
    const last = value.findLastIndex((part: unknown) => textOf(part) !== undefined)
    return last < 0 ? undefined : `[${parts.slice(0, last + 1).join(',')}]`
  }
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, part]: [string, unknown]) => {
      const text = textOf(part)
      return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`]
    })
  return entries.length === 0 ? undefined : `{${entries.join(',')}}`
}
