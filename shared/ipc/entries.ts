/** WHAT THE EDITOR ASKS beside the records: its undo history over restarts, and what was written before. */
import { z } from 'zod'
import { id, call, gives } from './input.ts'
import type { PastEntry, UsualRow, LearnedIndicator } from '../model/stored/entries.ts'

/** Columns of an indicator that have suggestions from past entries. */
export const entryFields = [
  'name',
  'description',
  'termTarget',
  'target',
  'basis',
  'lastActual',
  'weight',
  'scoring',
  'evidence',
] as const

export const entriesCalls = {
  /** The editor's undo history of a table (its first project's id), kept over restarts; null: none. */
  'history.read': call(z.object({ table: id }).strict(), gives<{ state: string | null }>()),
  'history.write': call(z.object({ table: id, state: z.string().max(4_000_000) }).strict(), gives<{ saved: true }>()),
  /** What the unit wrote before in a column of its indicators, most used first; under one second level, or '' for all. */
  'entries.list': call(
    z.object({ unitName: z.string().max(500), field: z.enum(entryFields), subcategory: z.string().max(500) }).strict(),
    gives<PastEntry[]>(),
  ),
  /** How the unit's tables choose 依据, 赋分规则 and 佐证资料, most used first; from those changed last. */
  'entries.usual': call(z.object({ unitName: z.string().max(500) }).strict(), gives<UsualRow[]>()),
  /** The indicators of all tables of the workspace, each once: the unit's own first, most used first. */
  'entries.indicators': call(z.object({ unitName: z.string().max(500) }).strict(), gives<LearnedIndicator[]>()),
}
