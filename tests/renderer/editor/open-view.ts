/** A table opened for a test: real templates and records, a store that answers like the program and remembers what it was sent. */
import type { CallInput } from '../../../shared/ipc/contract.ts'
import { fail, succeed } from '../../../shared/ipc/result.ts'
import type { Result } from '../../../shared/ipc/result.ts'
import type { SaveOutcome } from '../../../shared/model/stored/projects.ts'
import type { Note } from '../../../shared/model/note.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { handInTemplates } from '../../../renderer/calls/templates.ts'
import type { SheetView } from '../../../renderer/editor/view/sheet-view.ts'
import { openSheetView, wholeTable } from '../../../renderer/editor/view/sheet-view.ts'
import { newProjectKey } from '../../../renderer/editor/table/save-book.ts'
import { createTableEditor } from '../../../renderer/editor/table/table-editor.ts'

handInTemplates(builtIn)

export const korla = 'xinjiang-korla-2023'
export const guangzhou = 'guangzhou-panyu-2024'

export function indicator(category: string, subcategory: string, name: string, target = ''): Indicator {
  return { ...emptyIndicator(), category, subcategory, name, target }
}

export function recordWith(name: string, indicators: Indicator[]): ProjectRecord {
  const record = emptyRecord()
  return { ...record, project: { ...record.project, name }, unit: { code: '', name: '云溪县文化馆' }, indicators }
}

/** Three indicators: two under 产出/数量, one under 效益/社会效益. */
export const threeIndicators = (): Indicator[] => [
  indicator('产出指标', '数量指标', '演出场次', '≥10场'),
  indicator('产出指标', '数量指标', '观众人数', '≥3000人'),
  indicator('效益指标', '社会效益指标', '群众知晓率', '≥90%'),
]

export interface OpenedView {
  view: SheetView
  sent: CallInput<'projects.save'>[]
  /** Makes the following sends fail with this code; null: they succeed again. */
  failWith: (code: string | null) => void
  /** Runs what was put off (retries). */
  runLater: () => void
  record: (index?: number) => ProjectRecord
}

/** `notes`: those of the first project. */
export function openView(templateId: string, records: ProjectRecord[], notes: Note[] = []): OpenedView {
  const template = builtIn.find(templateId)
  if (!template) throw new Error(`no template ${templateId}`)
  const sent: CallInput<'projects.save'>[] = []
  const later: (() => void)[] = []
  let failure: string | null = null
  let version = 1
  let keys = 0
  const send = (input: CallInput<'projects.save'>): Promise<Result<SaveOutcome>> => {
    sent.push(input)
    if (failure !== null) return Promise.resolve(fail(failure, '没有保存成功'))
    version += 1
    const updatedAt = `2024-01-01T00:00:${String(version).padStart(2, '0')}Z`
    return Promise.resolve(
      succeed({
        saved: input.changes.map(({ id }) => ({ id, version, updatedAt })),
        added: input.added.map((_, index) => ({ id: `saved-${version}-${index}`, version, updatedAt })),
      }),
    )
  }
  const projects = records.map((record, index) => ({
    id: `p${index}`,
    version: 1,
    updatedAt: '',
    status: 'draft' as const,
    record,
    notes: index === 0 ? notes : [],
  }))
  const editor = createTableEditor(
    'p0',
    { template: templateId, scope: template.scope, fiscalYear: '', deleted: false, projects },
    template,
    {
      send,
      read: () => Promise.resolve(fail('not-found', '这里没有第二个窗口')),
      soon: (run) => run(),
      later: (run) => later.push(run),
      newKey: () => newProjectKey(String((keys += 1))),
    },
  )
  const view = openSheetView(editor, wholeTable(template))
  return {
    view,
    sent,
    failWith: (code) => {
      failure = code
    },
    runLater: () => later.splice(0).forEach((run) => run()),
    record: (index = 0) => {
      const record = editor.records()[index]
      if (!record) throw new Error(`no record ${index}`)
      return record
    },
  }
}

/** The position of the cell that shows this field. */
export function cellOf(view: SheetView, path: string, record: number | 'all' = 0): { row: number; column: number } {
  const cell = view.state
    .getState()
    .sheet.layout.cells.find(
      ({ binding, role }) =>
        role === 'input' && binding !== undefined && binding.path === path && binding.record === record,
    )
  if (!cell) throw new Error(`no cell for ${path}`)
  return { row: cell.row, column: cell.column }
}

/** 三级指标 of all indicators, in order. */
export const names = (record: ProjectRecord): string[] => record.indicators.map(({ name }) => name)

/** Lets promises that are already settled run on. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
