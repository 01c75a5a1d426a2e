/**
 * Which project of the workspace an incoming table is: same form, same year, same unit (code or name) and same project
 * (code or name). Codes that are both given and differ speak against it. Each held project is matched once; of several
 * that fit, the one with identical content is taken first.
 */
import { isDeepStrictEqual } from 'node:util'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'

export interface Incoming {
  /** '' for a form this build does not know. */
  template: string
  record: ProjectRecord
}

export interface Match {
  id: string
  identical: boolean
}

/** For each incoming table its match, or null: it is new. `read` gives a held project's record; null: it is damaged, and matches nothing. */
export function matchProjects(
  incoming: readonly Incoming[],
  held: readonly ProjectSummary[],
  read: (id: string) => ProjectRecord | null,
): (Match | null)[] {
  const byKey = Map.groupBy(
    held.flatMap((summary) => heldKeys(summary).map((key) => ({ key, summary }))),
    ({ key }) => key,
  )
  const claimed = new Set<string>()
  const records = new Map<string, ProjectRecord | null>()
  const recordOf = (id: string): ProjectRecord | null => {
    const known = records.get(id)
    const record = known === undefined ? read(id) : known
    records.set(id, record)
    return record
  }
  const candidates = incoming.map((table) => {
    const found = incomingKeys(table).flatMap((key) => byKey.get(key) ?? [])
    const summaries = new Set(found.map(({ summary }) => summary))
    return [...summaries].filter((summary) => isNotContradicted(table, summary) && recordOf(summary.id) !== null)
  })
  const identical = incoming.map(({ record }, index) => {
    const match = (candidates[index] ?? []).find(
      ({ id }) => !claimed.has(id) && isDeepStrictEqual(recordOf(id), record),
    )
    if (match) claimed.add(match.id)
    return match ? { id: match.id, identical: true } : null
  })
  return incoming.map((table, index) => {
    const same = identical[index]
    if (same) return same
    if (isNameless(table)) return null
    const match = (candidates[index] ?? []).find(({ id }) => !claimed.has(id))
    if (!match) return null
    claimed.add(match.id)
    return { id: match.id, identical: false }
  })
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')
const isNameless = ({ record }: Incoming): boolean =>
  plain(record.project.name) === '' && record.project.code.trim() === ''

function heldKeys(held: ProjectSummary): string[] {
  const { template, year, unitCode, unitName, projectCode, projectName } = held
  return keys(template, year, [unitCode, unitName], [projectCode, projectName])
}

function incomingKeys({ template, record }: Incoming): string[] {
  const { unit, project, year } = record
  return keys(template, year, [unit.code, unit.name], [project.code, project.name])
}

/** Code first, then name; an empty name is a key too, so that a table without names finds its own copy. */
function keys(template: string, year: string, unit: [string, string], project: [string, string]): string[] {
  return either(unit).flatMap((one) => either(project).map((other) => JSON.stringify([template, year, one, other])))
}

/** The keys of a unit or a project. */
const either = ([code, name]: [string, string]): string[] =>
  code.trim() === '' ? [`name ${plain(name)}`] : [`code ${code.trim()}`, `name ${plain(name)}`]

function isNotContradicted({ record: { unit, project } }: Incoming, held: ProjectSummary): boolean {
  return agree(unit.code, held.unitCode) && agree(project.code, held.projectCode)
}

const agree = (one: string, other: string): boolean =>
  one.trim() === '' || other.trim() === '' || one.trim() === other.trim()
