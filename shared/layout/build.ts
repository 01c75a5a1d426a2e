/**
 * build(template, records) → Layout: the only place where a form becomes cells. The inverse is extract/ over the same
 * bindings. Knows blocks, never a particular form.
 */
import { isBlank } from '../values/text/blank.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { Block, Template, TemplateRow } from '../templates/template.ts'
import { buildFixedRow, columnNames } from './build-cells.ts'
import type { Scope } from './build-cells.ts'
import { addIndicators } from './build-indicators.ts'
import { addProjects } from './build-projects.ts'
import { addRow, createDraft, fitHeights, mmToPt } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Layout } from './layout.ts'

const minRowMm = 7

/**
 * The printed table of one project (scope `project`: exactly one record) or of one unit (scope `unit`: its records in
 * order). Throws when a template's row does not fill its columns; records of any content build.
 */
export function build(template: Template, records: readonly ProjectRecord[]): Layout {
  if (template.scope === 'project' && records.length !== 1)
    throw new Error(`${template.id} takes one record, not ${records.length}`)
  const draft = createDraft(template.columnsMm.length)
  const scope: Scope = { template, records, record: template.scope === 'unit' ? 'all' : 0 }
  let repeatedRows = { first: 0, count: 0 }
  for (const block of template.blocks) {
    const headerRows = addBlock(draft, scope, block)
    if (headerRows.count > 0) repeatedRows = headerRows
  }
  fitHeights(draft, template.columnsMm, template.styles)
  return {
    templateId: template.id,
    title: tableTitle(template, records),
    page: template.page,
    columnsMm: template.columnsMm,
    rows: draft.rows,
    cells: draft.cells,
    styles: template.styles,
    repeatedRows,
    lists: choiceLists(template),
  }
}

/** What the table is called in contents and tabs: the project, or the unit of a list form. */
function tableTitle(template: Template, records: readonly ProjectRecord[]): string {
  const first = records[0]
  const title = template.scope === 'unit' ? first?.unit.name : first?.project.name
  return title === undefined || isBlank(title) ? template.title : title
}

function addBlock(draft: Draft, scope: Scope, block: Block): Layout['repeatedRows'] {
  const none = { first: 0, count: 0 }
  if (block.type === 'rows') {
    for (const row of block.rows) addFixedRow(draft, scope, row)
    return none
  }
  const first = draft.rows.length
  const count = block.headers.length
  if (block.type === 'indicators') addIndicators(draft, scope, block, rowHeight)
  else addProjects(draft, scope, block, rowHeight)
  return { first, count }
}

function addFixedRow(draft: Draft, scope: Scope, row: TemplateRow): void {
  addRow(draft, { heightPt: rowHeight(row.minHeightMm) }, buildFixedRow(scope, row, columnNames([])))
}

const rowHeight = (minHeightMm?: number): number => mmToPt(minHeightMm ?? minRowMm)

/** Every list a cell of this form can name: the vocabularies, and the second levels under each first level. */
function choiceLists(template: Template): Record<string, string[]> {
  const { levels, basis, scoring, evidence } = template.vocabulary
  const lists: Record<string, string[]> = {
    category: levels.map((level) => level.name),
    subcategory: [...new Set(levels.flatMap((level) => level.subcategories.map((sub) => sub.name)))],
    basis,
    scoring,
    evidence,
  }
  for (const level of levels) lists[`subcategory/${level.name}`] = level.subcategories.map((sub) => sub.name)
  return Object.fromEntries(Object.entries(lists).filter(([, choices]) => choices.length > 0))
}
