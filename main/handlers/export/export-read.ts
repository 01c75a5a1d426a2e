/** Tables that were read from files → what an export of them prints: those that were cut stay out and are told, sister tables too. */
import { cutOf } from '../import/match-tables.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'
import type { FormRecord } from '../../../shared/model/project.ts'
import type { FormEntries } from './write-forms.ts'

/** `template`: all on this form, whatever they were; undefined: each target table on its own. */
export function readEntries(
  files: readonly ReadFile[],
  template: string | undefined,
): { entries: FormRecord[]; left: { file: string; message: string }[] } {
  const left: { file: string; message: string }[] = []
  const entries = files.flatMap(({ file, tables }) =>
    tables.flatMap((table) => {
      const cut = cutOf(table)
      if (cut) left.push({ file, message: `有一张表没有输出：${cut.message}` })
      if (cut || (table.kind !== 'target' && template === undefined)) return []
      const { template: own, record, fiscalYear, stage, id } = table
      const beside = {
        ...(fiscalYear !== undefined && { fiscalYear }),
        ...(stage !== undefined && { stage }),
        ...(id !== undefined && { id }),
      }
      return [{ template: own, record, ...beside }]
    }),
  )
  return { entries, left }
}

export const onForm = ({ entries, load }: FormEntries, template: string | undefined): FormEntries => ({
  entries: template === undefined ? entries : entries.map((entry) => ({ ...entry, template })),
  ...(load && { load }),
})
