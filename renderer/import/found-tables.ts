/** The tables of an import preview as one list, and which of them can be saved as projects. */
import type { HeldTable, ImportPreview } from '../../shared/ipc/import.ts'
import type { ReadTable } from '../../shared/model/read-file.ts'
import { cutCode } from '../../shared/model/problem.ts'
import { templates } from '../calls/templates.ts'

export interface FoundTable {
  /** Places in the preview, as import.commit names them. */
  file: number
  table: number
  found: ReadTable
  /** The project here that it would update. */
  held: HeldTable | null
}

export const allTables = (preview: ImportPreview): FoundTable[] =>
  preview.files.flatMap(({ tables }, file) =>
    tables.map((found, table) => ({ file, table, found, held: preview.held[file]?.[table] ?? null })),
  )

/** What is to be done with a table: saved (over the project it is, where there is one), saved beside it, left alone. */
export type TableChoice = 'update' | 'new' | 'leave'

/** By foundKey. */
export type Choices = ReadonlyMap<string, TableChoice>

/** Would something be replaced that was changed here since it last came from a file? */
export const isWarned = ({ held }: Pick<FoundTable, 'held'>): boolean =>
  held !== null && !held.isSame && held.isChangedHere

export const foundKey = ({ file, table }: { file: number; table: number }): string => `${file}/${table}`

/** Target tables of a form this program knows, with anything in them. */
export function isSavable({ found }: Pick<FoundTable, 'found'>): boolean {
  const { record, template, kind, problems } = found
  if (problems.some(({ code }) => code === cutCode)) return false
  const isBlank = record.project.name === '' && record.indicators.length === 0 && record.goal.annual === ''
  return kind === 'target' && template !== null && templates().find(template) !== undefined && !isBlank
}
