/**
 * Tables that were read → the workspace, all in one transaction. A table that is held already is skipped when nothing
 * differs and otherwise updated, its old content kept as a version, or put beside it where the person says so. Files are
 * compared with those before them too: two copies in one folder are one project. While collecting, a project that was
 * changed here after it came in, or that two files bring differently, is a conflict: its file is left alone and reported.
 */
import { basename } from 'node:path'
import { describeEntries } from './file-entries.ts'
import { isStored, matchTables } from './match-tables.ts'
import { createImportPlan } from './plan-import.ts'
import { originOf } from '../../../shared/model/origin.ts'
import type { ImportOutcome } from '../../../shared/ipc/import.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'
import type { OriginKind } from '../../../shared/model/origin.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Said } from './match-tables.ts'
import type { TakenTable } from './plan-import.ts'

/** `update`: the project that is held already, where there is one; `new`: beside it. */
export type ImportChoice = 'update' | 'new' | 'leave'

export interface Chosen extends Said {
  choice: ImportChoice
}

export type ImportInto = Pick<HandlerContext, 'store' | 'templates'>
export type ChooseTable = (file: number, table: number) => Chosen

export function importTables(
  { store, templates }: ImportInto,
  files: readonly ReadFile[],
  kind: Extract<OriginKind, 'imported' | 'collected' | 'example'>,
  choose: ChooseTable = () => ({ choice: 'update' }),
): ImportOutcome {
  const matched = matchTables(store, files, choose)
  const plan = createImportPlan({ store, templates }, kind === 'collected')
  const taken = files.map(({ file, hash = '', tables }, index) => {
    const chosen = tables.flatMap((table, place) => {
      const { choice } = choose(index, place)
      const found = matched.get(table)
      const id = choice === 'new' ? `beside ${index} ${place}` : (found?.id ?? '')
      return choice === 'leave' ? [] : [{ table, match: found && { ...found, id } }]
    })
    const origin = originOf(kind, kind === 'example' ? {} : { file: basename(file), fileHash: hash })
    const own = chosen.flatMap(({ match }) => match ?? [])
    const outcomes = plan.take(own, index, origin)
    return { chosen, own: own.map((match, at) => ({ match, ...given(outcomes[at]) })) }
  })
  const { changes, added, newIds } = plan
  const outcome = store.projects.save({ changes, added, removed: [], origin: originOf(kind) })
  const addedIds = outcome.added.map(({ id }) => id)
  const storedIds = new Map(newIds.map((name, index) => [name, addedIds[index] ?? '']))
  const idOf = (id: string): string => storedIds.get(id) ?? (isStored(id) ? id : '')

  const tables = taken.flatMap(({ own }) => own)
  const count = (...outcomes: TakenTable['outcome'][]) => tables.filter((one) => outcomes.includes(one.outcome)).length
  const conflicts = count('conflict')
  const updatedIds = new Set(tables.filter((one) => one.outcome === 'updated').map(({ match }) => match.id))
  const updated = changes.filter(({ id }) => updatedIds.has(id)).length
  const left = tables.filter((one) => ['conflict', 'identical'].includes(one.outcome) && isStored(one.match.id))
  const all = taken.reduce((sum, { chosen }) => sum + chosen.length, 0)
  const entries = describeEntries(store, files, taken, idOf)
  const countFiles = (of: (typeof entries)[number]['outcome']) => entries.filter((one) => one.outcome === of).length
  return {
    imported: added.length,
    updated,
    conflicts,
    skipped: all - added.length - updated - conflicts,
    identical: countFiles('identical'),
    duplicates: countFiles('duplicate'),
    older: countFiles('older'),
    foreign: countFiles('foreign'),
    refused: countFiles('refused'),
    ids: [...new Set([...addedIds, ...outcome.saved.map(({ id }) => id), ...left.map(({ match }) => match.id)])],
    undo: { updated: outcome.saved.map(({ id, version }) => ({ id, version })), added: addedIds },
    files: entries,
  }
}

function given(taken: TakenTable | undefined): TakenTable {
  if (!taken) throw new Error('one table in, one outcome out')
  return taken
}
