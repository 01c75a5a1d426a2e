/** A list form: the fields above the list belong to every record, each project is a table of its own. */
import type { Template } from '../../templates/template.ts'
import { withOwnUnit } from '../../layout/own-unit.ts'
import { finish } from '../finish-record.ts'
import { toRecord } from '../to-record.ts'
import type { FormFields } from '../header/form-fields.ts'
import type { ListHeading } from './list-heading.ts'
import { readProjectRows } from './project-rows.ts'
import { usedColumns } from '../lines/row-range.ts'
import type { SegmentTable } from '../../layout/own-form/segment-table.ts'
import type { TitleLines } from '../lines/title-lines.ts'
import type { View } from '../lines/view.ts'

export function readList(
  view: View,
  at: { first: number; end: number; list: ListHeading; titles: TitleLines; template: Template | null },
  table: Pick<SegmentTable, 'template' | 'kind'>,
  fields: () => FormFields,
): SegmentTable[] {
  const base = fields()
  const fresh = (): FormFields => ({
    ...base,
    currency: base.currency,
    seen: new Set(base.seen),
    texts: new Map([...base.texts].map(([id, text]) => [id, { ...text }])),
    totals: [],
    funds: [],
    extra: { ...base.extra },
  })
  base.currency ||= listCurrency(view, at.list)
  const rows = readProjectRows(view, at.list, at.end, fresh, at.template?.vocabulary.levels ?? null)
  const columns = usedColumns(view, at.first, rows.lastRow)
  if (rows.projects.length === 0) {
    const record = finish(toRecord(fresh()), at.titles, at.template)
    return [{ ...table, record, problems: [], first: at.first, last: rows.lastRow, columns }]
  }
  return rows.projects.map(({ record, problems, firstRow, lastRow }) => ({
    ...table,
    record: finish(at.template ? withOwnUnit(record) : record, at.titles, at.template),
    problems,
    first: firstRow,
    last: lastRow,
    columns,
  }))
}

function listCurrency(view: View, list: ListHeading): FormFields['currency'] {
  for (let row = list.top; row <= list.bottom; row++) {
    for (const cell of view.lines[row] ?? []) {
      const match = /\((?:单位:)?(万元|元)\)/u.exec(cell.label)
      if (match) return match[1] as '万元' | '元'
    }
  }
  return ''
}
