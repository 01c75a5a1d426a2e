/**
 * A whole form on the clipboard, recognised by the same reader as files. A block of cells without the form's labels is no form.
 */
import { readGrid } from '../../../../shared/reading/read-grid.ts'
import type { Grid } from '../../../../shared/layout/grid.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import type { Template } from '../../../../shared/templates/template.ts'

/** The records of the form, any of `templates`, that stands in the grid; [] when there is none, or it cannot stand in one table of this form. */
export function recordsInGrid(grid: Grid, template: Template, templates: readonly Template[]): ProjectRecord[] {
  const found = readGrid(grid, templates).filter(({ record }) => isWhole(record))
  if (template.scope === 'project' && found.length > 1) return []
  return found.map(({ record }) => record)
}

/** Indicators alone, even with their headings, are cells to paste: the project's own fields would be lost. */
const isWhole = ({ project, indicators, goal, funding }: ProjectRecord): boolean =>
  project.name !== '' && (indicators.length > 0 || goal.annual !== '' || goal.term !== '' || funding.total !== '')
