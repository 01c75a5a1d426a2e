/** Records into printed tables: one table a project, or on a list form one table for the projects of one unit and fiscal year. */
import { entryYear } from '../identity/fiscal-year.ts'
import { tableKey } from '../identity/table.ts'
import { unitKeys } from '../identity/unit.ts'
import type { FormRecord, ProjectRecord } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { knownUnit } from '../values/money.ts'

export interface FormTable {
  template: Template
  records: ProjectRecord[]
  /** Index of each record in the list the table was grouped from. */
  sources: number[]
}

/** Tables in the order of their first record. Records of a form that `findTemplate` does not know are left out. */
export function groupTables(
  entries: readonly FormRecord[],
  findTemplate: (id: string) => Template | undefined,
): FormTable[] {
  const tables: FormTable[] = []
  const lists = new Map<string, FormTable>()
  const unitKey = unitKeys(entries.map(({ record }) => record.unit))
  entries.forEach((entry, source) => {
    const { template: id, record } = entry
    const template = id === null ? undefined : findTemplate(id)
    if (!template) return
    const own = { template: template.id, fiscalYear: entryYear(entry), unit: record.unit }
    // amounts in 万元 and in 元 can stand together (own-unit.ts), a unit nobody knows stands alone
    const counted = knownUnit(record.funding.unit) === '' ? record.funding.unit : 'known'
    const key = template.scope === 'unit' ? tableKey(own, unitKey) + counted : null
    const open = key === null ? undefined : lists.get(key)
    if (open) {
      open.records.push(record)
      open.sources.push(source)
      return
    }
    const table = { template, records: [record], sources: [source] }
    tables.push(table)
    if (key !== null) lists.set(key, table)
  })
  return tables
}
