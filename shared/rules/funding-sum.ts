/**
 * 总额 from its parts (财政拨款, 专户, 其他): what the parts a form prints sum to, exactly, and how far the typed total is off.
 * A typed total is never replaced unasked.
 */
import type { ProjectRecord } from '../model/project.ts'
import type { Amount } from '../amounts/amount.ts'
import { totalOfParts } from '../amounts/total-of-parts.ts'
import { printedFields } from './printed-fields.ts'
import type { Template } from '../templates/template.ts'

export const fundingBlocks = ['funding', 'termFunding'] as const
export type FundingBlock = (typeof fundingBlocks)[number]
const parts = ['fiscal', 'special', 'other'] as const

export interface FundingSum {
  block: FundingBlock
  /** Exact sum of the parts in the form's unit: '113.00'; a form in 千元 or 亿元 gets it with its own: '5000元'. */
  sum: string
  /** Sum minus the typed total, '-2.00'; '' where the total is blank or no amount. Zero is '0' or '0.00'. */
  difference: string
  /** The total is blank or differs by more than the one tolerance. */
  isOff: boolean
}

/** The unit of amounts typed without one; 万元 where the form prints none. */
export const formUnit = ({ funding }: ProjectRecord): string => funding.unit || '万元'

/** null where the form has no parts, none is filled in or one is no amount. */
export function fundingSum(template: Template, record: ProjectRecord, block: FundingBlock): FundingSum | null {
  const printed = printedFields(template)
  if (!printed.has(`${block}.total`)) return null
  const texts = parts.filter((part) => printed.has(`${block}.${part}`)).map((part) => record[block][part])
  const unit = formUnit(record)
  const found = totalOfParts(record[block].total, texts, unit)
  if (!found) return null
  const text = ({ number, unit: own }: Amount): string => number + (own === unit ? '' : own)
  return { block, sum: text(found.sum), difference: found.difference ? text(found.difference) : '', isOff: found.isOff }
}

/** The record with a total taken from its parts; the same record where that changes nothing. */
export function withFundingSum(template: Template, record: ProjectRecord, block: FundingBlock): ProjectRecord {
  const found = fundingSum(template, record, block)
  return found?.isOff ? { ...record, [block]: { ...record[block], total: found.sum } } : record
}

/** 多 2.00 or 少 2.00, as the total is to its parts. */
export function differenceText(difference: string): string {
  return difference.startsWith('-') ? `总额多 ${difference.slice(1)}` : `总额少 ${difference}`
}
