/**
 * WHICH PROJECT IS THIS: for each table that comes in the project it is, among those that are held. The same are: identical
 * contents; else code and unit; else a code that is long enough to be one of the whole county; else unit and name – always
 * on one form and in one fiscal year ('' is a year of its own). Codes that both give and that differ speak against it. Each
 * held project is matched once.
 */
import { codeKey, nameKey } from '../identity/names.ts'
import type { Named } from '../identity/names.ts'

export interface KnownProject {
  /** Template id; '' for a form this build does not know. */
  template: string
  fiscalYear: string
  unit: Named
  project: Named
}

export interface HeldProject extends KnownProject {
  id: string
}

export interface ProjectMatch {
  id: string
  identical: boolean
}

/** null: the table is new. `isIdentical`: whether the incoming table at this index has the content of the held project. */
export function matchProjects(
  incoming: readonly KnownProject[],
  held: readonly HeldProject[],
  isIdentical: (index: number, id: string) => boolean,
): (ProjectMatch | null)[] {
  const byKey = Map.groupBy(
    held.flatMap((one) => keysOf(one).map((key) => ({ key, one }))),
    ({ key }) => key,
  )
  const claimed = new Set<string>()
  const claim = (match: HeldProject | undefined, identical: boolean): ProjectMatch | null => {
    if (match) claimed.add(match.id)
    return match ? { id: match.id, identical } : null
  }
  const candidates = incoming.map((table) => {
    const found = keysOf(table).flatMap((key) => byKey.get(key) ?? [])
    return [...new Set(found.map(({ one }) => one))].filter((one) => isNotContradicted(table, one))
  })
  const identical = candidates.map((some, index) =>
    claim(
      some.find(({ id }) => !claimed.has(id) && isIdentical(index, id)),
      true,
    ),
  )
  return candidates.map((some, index) => {
    const same = identical[index]
    const table = incoming[index]
    if (same || !table || isNameless(table.project)) return same ?? null
    return claim(
      some.find(({ id }) => !claimed.has(id)),
      false,
    )
  })
}

/** A table without name and code is only ever its own copy. */
const isNameless = ({ code, name }: Named): boolean => codeKey(code) === '' && nameKey(name) === ''

/** Codes of the whole county have 21 characters; a short one is a number within its unit. */
const longCode = 12

/** The likeliest first. An empty name is a key too, so that a table without names finds its own copy. */
function keysOf({ template, fiscalYear, unit, project }: KnownProject): string[] {
  const units = [...(codeKey(unit.code) === '' ? [] : [`code ${codeKey(unit.code)}`]), `name ${nameKey(unit.name)}`]
  const code = codeKey(project.code)
  const parts = [
    ...(code === '' ? [] : units.map((one) => [one, `code ${code}`])),
    ...(code.length >= longCode ? [['', `code ${code}`]] : []),
    ...units.map((one) => [one, `name ${nameKey(project.name)}`]),
  ]
  return parts.map((part) => JSON.stringify([template, fiscalYear, ...part]))
}

const isNotContradicted = (one: KnownProject, other: KnownProject): boolean =>
  agree(one.unit.code, other.unit.code) && agree(one.project.code, other.project.code)

function agree(one: string, other: string): boolean {
  const [code, otherCode] = [codeKey(one), codeKey(other)]
  return code === '' || otherCode === '' || code === otherCode
}
