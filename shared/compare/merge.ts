/**
 * Two changes of one record put together: what was changed here and what was changed elsewhere, both since `base`. Fields go
 * one by one, indicators row by row, whichever side inserted, deleted or moved rows. Where both sides changed the same place
 * differently, it is a conflict: data for a person to decide. Without a base every difference is one.
 */
import { isSameContent } from '../identity/content.ts'
import { writeField } from '../model/field-path.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { Choose, Conflict } from './conflict.ts'
import { mergeRows } from './merge-rows.ts'
import { mergeTexts } from './merge-texts.ts'
import type { Sides } from './merge-texts.ts'
import { recordTexts } from './texts.ts'

export interface MergedRecord {
  /** One of the given records where the other changed nothing. */
  record: ProjectRecord
  /** Everything that was asked. */
  conflicts: Conflict[]
}

const keepHeld: Choose = () => 'held'

/** `choose` decides each conflict; without it what is held stands, and the conflicts say where. */
export function mergeRecords(sides: Sides<ProjectRecord>, choose: Choose = keepHeld): MergedRecord {
  const { base, held, incoming } = sides
  if (base && isSameContent(held, base)) return { record: incoming, conflicts: [] }
  if (isSameContent(held, incoming) || (base && isSameContent(incoming, base))) return { record: held, conflicts: [] }
  const texts = { base: base && recordTexts(base), held: recordTexts(held), incoming: recordTexts(incoming) }
  const fields = mergeTexts(texts, choose)
  const rows = mergeRows(sides, choose)
  const record = fields.taken.reduce((all, [path, text]) => writeField(all, path, text), held)
  return { record: { ...record, indicators: rows.indicators }, conflicts: [...fields.conflicts, ...rows.conflicts] }
}
