/**
 * The fields of a form as a record. Some labels can only be understood when all are known: 总体目标 beside 年度目标 is the
 * term's goal, alone it is the year's; 实施单位 names the unit where nothing better does.
 */
import { writeField } from '../model/field-path.ts'
import { emptyRecord } from '../model/project.ts'
import type { ProjectRecord } from '../model/project.ts'
import { splitUnitLine } from '../values/unit-line.ts'
import { addExtra } from './header/form-fields.ts'
import type { FormFields } from './header/form-fields.ts'

export function toRecord(fields: FormFields): ProjectRecord {
  const record = emptyRecord()
  record.extra = fields.extra
  fillUnit(fields, record)
  fillGoals(fields, record)
  fillFunds(fields, record)
  for (const [id, { text }] of fields.texts) {
    if (id === 'project.name') record.project.name = text
    else if (id === 'project.code') record.project.code = text
    else if (id === 'project.leader') record.project.leader = text
    else if (id === 'purpose') record.purpose = text
    else if (id === 'year') record.year = text
    else if (id === 'plan.0' || id === 'plan.1' || id === 'plan.2' || id === 'plan.3')
      fillPlan(record, Number(id.slice(5)), text)
    else if (!resolved.has(id)) Object.assign(record, writeField(record, id, text))
  }
  return record
}

const resolved = new Set<string>([
  'unit.name',
  'unit.code',
  'unit.fallback',
  'goal.annual',
  'goal.term',
  'goal.overall',
])

function fillPlan(record: ProjectRecord, point: number, text: string): void {
  if (record.paymentPlan.length === 0) record.paymentPlan = ['', '', '', '']
  record.paymentPlan[point] = text
}

function fillUnit(fields: FormFields, record: ProjectRecord): void {
  const name = fields.texts.get('unit.name')
  const fallback = fields.texts.get('unit.fallback')
  const unit = splitUnitLine((name ?? fallback)?.text ?? '')
  // A name that is nothing but its code was typed in the name's place and stays there.
  record.unit = unit.name === '' ? { code: '', name: unit.code } : unit
  const code = fields.texts.get('unit.code')
  if (code) record.unit.code = code.text
  if (name && fallback) addExtra(record.extra, fallback.key, fallback.text)
}

function fillGoals(fields: FormFields, record: ProjectRecord): void {
  const annual = fields.texts.get('goal.annual')?.text ?? ''
  const term = fields.texts.get('goal.term')?.text ?? ''
  const overall = fields.texts.get('goal.overall')
  const hasYear = fields.seen.has('goal.annual')
  record.goal = { term, annual }
  if (!hasYear && !overall) record.goal = { term: '', annual: term }
  else if (!hasYear) record.goal.annual = overall?.text ?? ''
  else if (overall && term === '') record.goal.term = overall.text
  else if (overall) addExtra(record.extra, overall.key, overall.text)
}

function fillFunds(fields: FormFields, record: ProjectRecord): void {
  record.funding.unit = fields.currency
  const hasYear = fields.totals.some((total) => total.span === 'year')
  for (const { part, total, text, key } of fields.funds) {
    const isTerm = total !== null && (total.span === 'term' || (total.span === 'whole' && hasYear))
    const funding = isTerm ? record.termFunding : record.funding
    if (funding[part] === '') funding[part] = text
    else if (funding[part] !== text) addExtra(record.extra, key, text)
  }
}
