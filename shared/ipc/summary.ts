/** 汇总: the sums of the workspace by unit, 主管部门, fund, document or form. */
import { z } from 'zod'
import { year, call, gives } from './input.ts'
import type { LeftOut } from '../model/stored/projects.ts'

/** Amounts are exact decimals in 万元 without separators and with two decimals at least. */
export interface SummarySum {
  projects: number
  total: string
  fiscal: string
  special: string
  other: string
  /** Amounts that are no numbers, and in no sum. */
  unreadable: number
}

/** `key` and `name` are '' where the records do not say it. */
export interface SummaryRow extends SummarySum {
  key: string
  name: string
}

export interface Summary extends LeftOut {
  rows: SummaryRow[]
  total: SummarySum
}

export const summaryCalls = {
  /** `year` '': of all years. */
  'summary.read': call(
    z.object({ by: z.enum(['unit', 'department', 'fund', 'notice', 'template']), year }).strict(),
    gives<Summary>(),
  ),
}
