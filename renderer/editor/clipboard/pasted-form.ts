/**
 * A whole form on the clipboard: recognised by the same reader as files (loaded when first needed), and how its records
 * take the place of the table's. A block of cells without the form's labels is no form.
 */
import { readGrid } from '../../../shared/layout/read-grid.ts'
import type { Grid } from '../../../shared/layout/grid.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { templates } from '../../../shared/templates/index.ts'

/** The records of the form that stands in the grid; [] when there is none, or it cannot stand in one table of this form. */
export function recordsInGrid(grid: Grid, template: Template): ProjectRecord[] {
  const found = readGrid(grid, templates).filter(({ record }) => isWhole(record))
  if (template.scope === 'project' && found.length > 1) return []
  return found.map(({ record }) => record)
}

/** Indicators alone, even with their headings, are cells to paste: the project's own fields would be lost. */
const isWhole = ({ project, indicators, goal, funding }: ProjectRecord): boolean =>
  project.name !== '' && (indicators.length > 0 || goal.annual !== '' || goal.term !== '' || funding.total !== '')

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
