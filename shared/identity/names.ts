/**
 * Keys of what people write as a code or a name. Two spellings of the same (width, blanks, invisible characters, quotation
 * marks, brackets, look-alikes) have one key; two different codes never have.
 */
import { normalizeForMatch } from '../values/text/normalize.ts'

/** Of a unit code or project code; '' where none is given. Every letter and digit counts, also its case. */
export const codeKey = (code: string): string => normalizeForMatch(code)

/** Of a unit name, project name or indicator name; '' where none is given. Case and the kind of quotation marks do not count. */
export const nameKey = (name: string): string => normalizeForMatch(name).toLowerCase().replaceAll("'", '"')

/** What has a code and a name: a unit, a project. */
export interface Named {
  code: string
  name: string
}

/** One key: the code where there is one, else the name; '' where there is neither. */
export function namedKey({ code, name }: Named): string {
  const [ownCode, ownName] = [codeKey(code), nameKey(name)]
  if (ownCode !== '') return `code ${ownCode}`
  return ownName === '' ? '' : `name ${ownName}`
}

/** Codes decide where both sides give one; else the names, which have to be there. */
export function isSameNamed(one: Named, other: Named): boolean {
  const [code, otherCode] = [codeKey(one.code), codeKey(other.code)]
  if (code !== '' && otherCode !== '') return code === otherCode
  const name = nameKey(one.name)
  return name !== '' && name === nameKey(other.name)
}
