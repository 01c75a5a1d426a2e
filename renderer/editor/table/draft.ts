/**
 * The text of the cell being edited, kept in the browser's own storage at every letter until the cell is committed, so
 * that a crash or a closed window loses nothing that was typed. One draft a table.
 */
import type { Half } from '../../../shared/model/halves.ts'

export interface Draft {
  /** Id of the project the cell belongs to; '' for a field all projects of the table share. */
  project: string
  path: string
  /** On a form with parallel halves. */
  half?: Half
  text: string
  /** What the field held when editing began; a draft is only taken back while it still does. */
  before: string
}

export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const name = (table: string): string => `draft:${table}`

export function readDraft(store: DraftStore, table: string): Draft | null {
  const text = store.getItem(name(table))
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isDraft(value) ? value : null
  } catch {
    return null // written by something else: not a draft
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown> // any object has readable fields
  return ['project', 'path', 'text', 'before'].every((field) => typeof fields[field] === 'string')
}

export function keepDraft(store: DraftStore, table: string, draft: Draft): void {
  try {
    store.setItem(name(table), JSON.stringify(draft))
  } catch {
    return // storage full or forbidden: the draft is a second net, the commit is the first
  }
}

export const dropDraft = (store: DraftStore, table: string): void => store.removeItem(name(table))
