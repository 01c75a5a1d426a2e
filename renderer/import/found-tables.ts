/** The tables of an import preview as one list, and which of them can be saved as projects. */
import type { HeldTable, ImportMatch, ImportPreview, NearTable, TableYear } from '../../shared/ipc/import.ts'
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
  year: TableYear | null
  near: NearTable | null
}

/** `match`: what they are with the years chosen so far. */
export const allTables = ({ files }: ImportPreview, match: ImportMatch): FoundTable[] =>
  files.flatMap(({ tables }, file) =>
    tables.map((found, table) => ({
      file,
      table,
      found,
      held: match.held[file]?.[table] ?? null,
      year: match.years[file]?.[table] ?? null,
      near: match.near[file]?.[table] ?? null,
    })),
  )

/** What is to be done with a table: saved (over the project it is, where there is one), saved beside it, saved over the one it is near to, left alone. */
export type TableChoice = 'update' | 'new' | 'into' | 'leave'

/** By foundKey. */
export type Choices = ReadonlyMap<string, TableChoice>

/** Would something be replaced that was changed here since it last came from a file? */
export const isWarned = ({ held }: Pick<FoundTable, 'held'>): boolean =>
  held !== null && !held.isSame && held.isChangedHere

export const foundKey = ({ file, table }: { file: number; table: number }): string => `${file}/${table}`

export function placeOf(key: string): { file: number; table: number } {
  const [file = 0, table = 0] = key.split('/').map(Number)
  return { file, table }
}

/** Its year was neither in the file nor on the form: it is asked for. */
export const isAsked = (table: FoundTable): boolean => table.year !== null && !table.year.isFixed && isSavable(table)

/** Target tables of a form this program knows, with anything in them. */
export function isSavable({ found }: Pick<FoundTable, 'found'>): boolean {
  const { record, template, kind, problems } = found
  if (problems.some(({ code }) => code === cutCode)) return false
  const isBlank = record.project.name === '' && record.indicators.length === 0 && record.goal.annual === ''
  return kind === 'target' && template !== null && templates().find(template) !== undefined && !isBlank
}
