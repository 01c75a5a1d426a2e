/** The tables of an import preview as one list, and which of them can be saved as projects. */
import type { ImportPreview, ReadTable } from '../../shared/ipc/types.ts'
import { findTemplate } from '../../shared/templates/index.ts'

export interface FoundTable {
  /** Places in the preview, as import.commit names them. */
  file: number
  table: number
  found: ReadTable
}

export const allTables = (preview: ImportPreview): FoundTable[] =>
  preview.files.flatMap(({ tables }, file) => tables.map((found, table) => ({ file, table, found })))

export const tableKey = ({ file, table }: { file: number; table: number }): string => `${file}/${table}`

/** Target tables of a form this program knows, with anything in them. */
export function isSavable({ found }: { found: ReadTable }): boolean {
  const { record, template, kind } = found
  const isBlank = record.project.name === '' && record.indicators.length === 0 && record.goal.annual === ''
  return kind === 'target' && template !== null && findTemplate(template) !== undefined && !isBlank
}
