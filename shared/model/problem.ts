/**
 * A problem is data: what is wrong with one field of a record, found while reading a file or by a rule.
 * `path` is a field path (field-path.ts), '' for the whole table. Severity maps to 强制 / 核实 / 提示.
 */

/** The worst first. */
export const severities = ['error', 'warning', 'hint'] as const

export type Severity = (typeof severities)[number]

export interface Problem {
  /** Rule or repair code: R-… a rule of the catalogue, D… a repaired dirt of forms.md, F-… a file problem. */
  code: string
  severity: Severity
  path: string
  /** Chinese, for the person: what is wrong or what was done, and what to do. */
  message: string
  /** 依据; '' where there is none. */
  basis: string
  /** Of a problem of reading: where in the file, and what stands there. */
  place?: Place
  text?: string
}

/** A cell as the file names it (`D5`), on a sheet where the file has sheets; or a line of a text, counted from 1. */
export type Place = { sheet: string; cell: string } | { line: number }

/**
 * More than a record can hold (check.ts): the rest was cut off. The person sees where, and such a table is not taken in before
 * its source is mended.
 */
export const cutCode = 'D-CUT'

export const severityNames: Record<Severity, string> = { error: '强制', warning: '核实', hint: '提示' }
