/**
 * What the unit wrote before in a column of its indicators, asked once for a table and kept: under the row's own second
 * level first, then under all others, each most used first. Asked for beside the typing, never before it.
 */
import { rowField } from '../../../shared/model/field-path.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/ipc/result.ts'
import type { PastEntry } from '../../../shared/model/stored/entries.ts'

type Question = CallInput<'entries.list'>
export type EntryField = Question['field']
export type AskEntries = (question: Question) => Promise<Result<PastEntry[]>>

const entryFields: Record<EntryField, true> = {
  name: true,
  description: true,
  termTarget: true,
  target: true,
  basis: true,
  lastActual: true,
  weight: true,
  scoring: true,
  evidence: true,
}

/** The column a path stands in, where the unit's past entries are offered; null elsewhere. */
export function entryField(path: string): EntryField | null {
  const field = rowField(path) ?? ''
  return isEntryField(field) ? field : null
}

const isEntryField = (field: string): field is EntryField => Object.hasOwn(entryFields, field)

export interface PastEntries {
  /** The texts, best first; an answer that failed counts as none and is asked for again. */
  read: (question: Question) => Promise<string[]>
}

export function createPastEntries(ask: AskEntries): PastEntries {
  const kept = new Map<string, Promise<PastEntry[]>>()
  const answers = (question: Question): Promise<PastEntry[]> => {
    const key = JSON.stringify([question.unitName, question.field, question.subcategory])
    const known = kept.get(key)
    if (known) return known
    const fresh = ask(question).then((answer) => {
      if (!answer.ok) kept.delete(key)
      return answer.ok ? answer.value : []
    })
    kept.set(key, fresh)
    return fresh
  }
  return {
    async read(question) {
      if (question.unitName === '') return []
      const lists = [question.subcategory, ''].map((subcategory) => answers({ ...question, subcategory }))
      const entries = (await Promise.all(lists)).flat()
      return [...new Set(entries.map((entry) => entry.text))]
    },
  }
}
