/** The text of a .json file of ours (record.md): one entry, or a list of them. The program exports it, and the page keeps unsaved work in it. */

export interface JsonEntry {
  template: string | null
  record: object
  notes?: readonly unknown[]
}

export function jsonFileText(entries: readonly JsonEntry[], asList: boolean): string {
  return `${JSON.stringify(asList ? entries : entries[0], null, 2)}\n`
}
