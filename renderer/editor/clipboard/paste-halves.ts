/**
 * A form with parallel halves (中期 and 年度) prints an indicator that has both values in both halves of a row. Pasted rows
 * may say two different indicators there, one a half: those are two, which share the row again (shared/layout/halves.ts).
 */
import { writeInHalf } from '../../../shared/layout/halves.ts'
import type { PrintedInBoth } from '../../../shared/layout/halves.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

/** Texts of the annual half that differ from those of the term half, by the row of the indicator. */
export type Halves = Map<number, PrintedInBoth>

/** Whether a field is one that both halves print; the row it belongs to. */
export function halfOf(path: string): { row: number; field: keyof PrintedInBoth } | null {
  const [, row, field] = /^indicators\[(\d+)\]\.(subcategory|name)$/.exec(path) ?? []
  return row === undefined ? null : { row: Number(row), field: field as keyof PrintedInBoth } // by the expression
}

/** The rows with their second indicators; an indicator without a value of each half stays as it is. */
export function splitHalves(record: ProjectRecord, halves: Halves): ProjectRecord {
  const both = [...halves].filter(([row]) => {
    const one = record.indicators[row]
    return one !== undefined && one.termTarget !== '' && one.target !== ''
  })
  return both.length === 0 ? record : { ...record, indicators: writeInHalf(record.indicators, 'annual', new Map(both)) }
}
