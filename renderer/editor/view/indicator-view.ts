/**
 * The packed indicator cell of a list form, opened as a grid: the indicators of one project drawn by the same build and
 * edited by the same sheet, through a small template of our own that has nothing but the indicator columns. Leaving it
 * needs no packing step: the form's cell is built from the same indicators.
 */
import type { Template } from '../../../shared/templates/template.ts'
import type { SheetViewParts } from './sheet-view.ts'
import { indicatorsName } from '../table/spot.ts'
import type { TableEditor } from '../table/table-editor.ts'

const columns = [
  { path: 'category', label: '一级指标', kind: 'category', widthMm: 30, merge: true },
  { path: 'subcategory', label: '二级指标', kind: 'subcategory', widthMm: 34, merge: true },
  { path: 'name', label: '三级指标', kind: 'text', widthMm: 90, merge: false },
  { path: 'termTarget', label: '实施周期指标值', kind: 'measure', widthMm: 48, merge: false },
  { path: 'target', label: '年度指标值', kind: 'measure', widthMm: 48, merge: false },
] as const

/** A template of the indicator columns alone, with the vocabulary and styles of the form. */
export function indicatorTemplate(form: Template): Template {
  return {
    ...form,
    id: `${form.id}/indicators`,
    scope: 'project',
    columnsMm: columns.map((column) => column.widthMm),
    blocks: [
      {
        type: 'indicators',
        headers: [{ cells: columns.map(({ label }) => ({ style: 'heading', content: { label } })) }],
        columns: columns.map(({ path, kind, merge }) => ({ path, kind, style: merge ? 'center' : 'left', merge })),
        minRows: 1,
      },
    ],
  }
}

export function indicatorsOf(editor: TableEditor, projectKey: string): SheetViewParts {
  const index = () => editor.entries().findIndex((entry) => entry.key === projectKey)
  return {
    name: indicatorsName(projectKey),
    template: indicatorTemplate(editor.template),
    pick: (records) => records.slice(index(), index() + 1),
    put: (records, part) => records.toSpliced(index(), 1, ...part),
    offset: index,
  }
}
