/**
 * WHICH PROJECT IS THIS: for each table that comes in the project it is, among those that are known. The same are: the
 * id, where a file of ours brings it; else identical contents; else code and unit; else a code that is long enough to be one of the whole county; else unit and name – always
 * on one form and in one fiscal year ('' is a year of its own). Codes that both give and that differ speak against it.
 */
import { isSameContent } from '../identity/content.ts'
import { codeKey, nameKey } from '../identity/names.ts'
import type { Named } from '../identity/names.ts'
import type { ProjectRecord } from '../model/project.ts'

export interface ProjectIdentity {
  /** Template id; '' for a form this build does not know. */
  template: string
  fiscalYear: string
  unit: Named
  project: Named
}

export interface KnownProject extends ProjectIdentity {
  id: string
}

export interface IncomingProject extends ProjectIdentity {
  /** The id it has elsewhere. */
  ownId?: string
  record: ProjectRecord
}

export interface ProjectMatch {
  id: string
  identical: boolean
}

export interface ProjectMatcher {
  /** Of the tables of one file: null, it is new. Each known project is matched once. */
  match: (tables: readonly IncomingProject[]) => (ProjectMatch | null)[]
  /** A project that is known from now on: files are compared with those before them too. */
  add: (project: KnownProject) => void
}

/** `contentOf`: of a known project; null where it cannot be read, which is nobody's match. */
export function createProjectMatcher(contentOf: (id: string) => ProjectRecord | null): ProjectMatcher {
  const byKey = new Map<string, KnownProject[]>()
  const byId = new Map<string, KnownProject>()
  const candidatesOf = (table: IncomingProject): KnownProject[] => {
    const found = new Set(keysOf(table).flatMap((key) => byKey.get(key) ?? []))
    return [...found].filter((one) => isNotContradicted(table, one) && contentOf(one.id) !== null)
  }
  const isContent = (id: string, record: ProjectRecord): boolean => {
    const known = contentOf(id)
    return known !== null && isSameContent(known, record)
  }
  return {
    add(project) {
      byId.set(project.id, project)
      for (const key of keysOf(project)) byKey.set(key, [...(byKey.get(key) ?? []), project])
    },
    match(tables) {
      const candidates = tables.map(candidatesOf)
      const claimed = new Set<string>()
      const claim = (some: readonly KnownProject[], fits: (id: string) => boolean): string | null => {
        const id = some.find((one) => !claimed.has(one.id) && fits(one.id))?.id ?? null
        if (id !== null) claimed.add(id)
        return id
      }
      const own = tables.map((table) => {
        const known = table.ownId === undefined ? undefined : byId.get(table.ownId)
        const fits = known !== undefined && isOfOneForm(known, table) && contentOf(known.id) !== null
        return fits ? claim([known], () => true) : null
      })
      const identical = tables.map(({ record }, index) =>
        own[index] === null ? claim(candidates[index] ?? [], (id) => isContent(id, record)) : null,
      )
      return tables.map(({ project, record }, index): ProjectMatch | null => {
        const named = own[index] ?? null
        if (named !== null) return { id: named, identical: isContent(named, record) }
        const same = identical[index] ?? null
        if (same !== null) return { id: same, identical: true }
        const id = isNameless(project) ? null : claim(candidates[index] ?? [], () => true)
        return id === null ? null : { id, identical: false }
      })
    },
  }
}

/** Of one form and one year. */
const isOfOneForm = (one: ProjectIdentity, other: ProjectIdentity): boolean =>
  one.template === other.template && one.fiscalYear === other.fiscalYear

/** A table without name and code is only ever its own copy. */
const isNameless = ({ code, name }: Named): boolean => codeKey(code) === '' && nameKey(name) === ''

/** Codes of the whole county have 21 characters; a short one is a number within its unit. */
const longCode = 12

/** The likeliest first. An empty name is a key too, so that a table without names finds its own copy. */
function keysOf({ template, fiscalYear, unit, project }: ProjectIdentity): string[] {
  const units = [...(codeKey(unit.code) === '' ? [] : [`code ${codeKey(unit.code)}`]), `name ${nameKey(unit.name)}`]
  const code = codeKey(project.code)
  const parts = [
    ...(code === '' ? [] : units.map((one) => [one, `code ${code}`])),
    ...(code.length >= longCode ? [['', `code ${code}`]] : []),
    ...units.map((one) => [one, `name ${nameKey(project.name)}`]),
  ]
  return parts.map((part) => JSON.stringify([template, fiscalYear, ...part]))
}

const isNotContradicted = (one: ProjectIdentity, other: ProjectIdentity): boolean =>
  agree(one.unit.code, other.unit.code) && agree(one.project.code, other.project.code)

function agree(one: string, other: string): boolean {
  const [code, otherCode] = [codeKey(one), codeKey(other)]
  return code === '' || otherCode === '' || code === otherCode
}
