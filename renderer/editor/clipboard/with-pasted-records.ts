/** How the records of a pasted form take the place of the table's. */
import type { Records } from '../../../shared/layout/edit.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { Template } from '../../../shared/templates/template.ts'

/**
 * The table with pasted records in it. A table of one project takes the one; a list takes a single project in the place
 * of the one at `at`, several in the place of all. What the pasted form does not say of unit and year stays.
 */
export function withPastedRecords(template: Template, records: Records, pasted: Records, at: number): Records {
  if (template.scope === 'project' || pasted.length === 1) {
    const [only] = pasted
    const place = template.scope === 'project' ? 0 : Math.min(at, records.length - 1)
    return records.map((record, index) => (index === place && only ? joining(only, record) : record))
  }
  return pasted.map((record, index) => joining(record, records[index] ?? records[0] ?? record))
}

function joining(pasted: ProjectRecord, before: ProjectRecord): ProjectRecord {
  return {
    ...pasted,
    year: pasted.year === '' ? before.year : pasted.year,
    unit: pasted.unit.name === '' ? before.unit : pasted.unit,
    funding: { ...pasted.funding, unit: pasted.funding.unit === '' ? before.funding.unit : pasted.funding.unit },
  }
}
