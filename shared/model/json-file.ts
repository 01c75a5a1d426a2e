/** The text of a .json file of ours (record.md): one entry, or a list of them. The program exports it, and the page keeps unsaved work in it. */
import type { Note } from './note.ts'

/** What stands beside the record and is not printed. */
export interface BesideRecord {
  /** 所属年度: four digits; '' or absent where nobody has said it. */
  fiscalYear?: string
  stage?: string
  /** Of the project, the same on every machine. */
  id?: string
  notes?: Note[]
}

export interface JsonEntry extends Omit<BesideRecord, 'notes'> {
  template: string | null
  record: object
  notes?: readonly unknown[]
}

export function jsonFileText(entries: readonly JsonEntry[], asList: boolean): string {
  return `${JSON.stringify(asList ? entries : entries[0], null, 2)}\n`
}
