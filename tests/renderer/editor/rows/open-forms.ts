/** Tables for tests of rows: a merged form, a list form with the indicators of its projects, a form with parallel blocks. */
import { indicatorsOf } from '../../../../renderer/editor/view/indicator-view.ts'
import { selectRows } from '../../../../renderer/editor/grid/selection.ts'
import { openSheetView, selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf, guangzhou, indicator, korla, openView, recordWith, threeIndicators } from '../open-view.ts'
import type { OpenedView } from '../open-view.ts'

export { names } from '../open-view.ts'

export const openKorla = (): OpenedView => openView(korla, [recordWith('送戏下乡', threeIndicators())])

/** Projects 甲, 乙, 丙; 甲 has three indicators. */
export const openGuangzhou = (): OpenedView =>
  openView(guangzhou, [recordWith('甲', threeIndicators()), recordWith('乙', []), recordWith('丙', [])])

/** The indicators of the first project as a grid of their own. */
export const indicatorGrid = ({ view: { editor } }: OpenedView): SheetView =>
  openSheetView(editor, indicatorsOf(editor, editor.entries()[0]?.key ?? ''))

/** 一 in both parts of its row, 二 (term) and 三 (annual) sharing a row, 四 in both parts. */
export const openParallel = (): OpenedView =>
  openView('central-2021', [
    recordWith('设施运行', [
      { ...indicator('产出指标', '数量指标', '一', '3'), termTarget: '9' },
      { ...indicator('产出指标', '数量指标', '二'), termTarget: '6' },
      indicator('产出指标', '质量指标', '三', '2'),
      { ...indicator('效益指标', '社会效益指标', '四', '1'), termTarget: '1' },
    ]),
  ])

export const projectNames = ({ view }: OpenedView): string[] => view.editor.records().map(({ project }) => project.name)

/** Heights of the merged cells of the first levels, top to bottom. */
export const categorySpans = (view: SheetView): [string, number][] =>
  view.state
    .getState()
    .sheet.layout.cells.filter(({ binding, role }) => role === 'input' && binding?.kind === 'category')
    .map(({ text, rowSpan }) => [text, rowSpan])

export const cursorTo = (view: SheetView, path: string, record = 0): void => selectAt(view, cellOf(view, path, record))

/** Selects the rows of two fields by their handles. */
export function handles(view: SheetView, [from, to]: [string, string], records: [number, number] = [0, 0]): void {
  const first = cellOf(view, from, records[0]).row
  const last = cellOf(view, to, records[1]).row
  view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, first, last) }))
}

export const steps = ({ view }: OpenedView): number => view.editor.state.getState().history.past.length
