/**
 * A form with parallel halves (中期 and 年度) prints an indicator that has both values in both halves of a row. Pasted rows
 * may say two different indicators there, one a half: those are two, which share the row again.
 */
import { emptyIndicator } from '../../../shared/model/project.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'

/** What the annual half said of an indicator whose texts the term half has given already. */
export type AnnualTexts = Partial<Pick<Indicator, 'subcategory' | 'name'>>

/** Texts of the annual half that differ, by the row of the indicator. */
export type Halves = Map<number, AnnualTexts>

/** Whether a field is one that both halves print; the row it belongs to. */
export function halfOf(path: string): { row: number; field: keyof AnnualTexts } | null {
  const [, row, field] = /^indicators\[(\d+)\]\.(subcategory|name)$/.exec(path) ?? []
  return row === undefined ? null : { row: Number(row), field: field as keyof AnnualTexts } // by the expression
}

/** The rows with their second indicators; an indicator without a value of each half stays one. */
export function splitHalves(record: ProjectRecord, halves: Halves): ProjectRecord {
  if (halves.size === 0) return record
  const indicators = record.indicators.flatMap((one, row): Indicator[] => {
    const annual = halves.get(row)
    if (!annual || one.termTarget === '' || one.target === '') return [one]
    const { category, subcategory, name, target } = one
    return [
      { ...one, target: '' },
      { ...emptyIndicator(), category, subcategory, name, ...annual, target },
    ]
  })
  return { ...record, indicators }
}
