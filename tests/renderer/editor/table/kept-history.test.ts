import { describe, expect, test } from 'vitest'
import { keepHistory } from '../../../../renderer/editor/table/history-keeper.ts'
import { formatHistory, parseHistory } from '../../../../renderer/editor/table/kept-history.ts'
import { appendItem, removeItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { beginEditing, commitCell, keepTyping } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { succeed } from '../../../../shared/ipc/result.ts'
import { cellOf, guangzhou, korla, names, openView, recordWith, settle, threeIndicators } from '../open-view.ts'
import type { OpenedView } from '../open-view.ts'

const start = () => [recordWith('送戏下乡', threeIndicators())]
const type = ({ view }: OpenedView, path: string, text: string, record: number | 'all' = 0) => {
  selectAt(view, cellOf(view, path, record))
  beginEditing(view, 'typing')
  keepTyping(view, text)
  commitCell(view)
}
const projects = ({ view }: OpenedView) => view.editor.records().map(({ project }) => project.name)

/** The store's side of the calls. */
function shelf() {
  const kept = new Map<string, string>()
  return {
    kept,
    calls: {
      read: ({ table }: { table: string }) => Promise.resolve(succeed({ state: kept.get(table) ?? null })),
      write: ({ table, state }: { table: string; state: string }) => {
        kept.set(table, state)
        return Promise.resolve(succeed({ saved: true as const }))
      },
      later: (run: () => void) => run(),
    },
  }
}

/** The same table in the next start of the program. */
const again = (table: OpenedView, template = korla) => openView(template, structuredClone(table.view.editor.records()))

describe('undo over restarts', () => {
  test('every step comes back, with its cursor; what was undone can be redone', async () => {
    const { kept, calls } = shelf()
    const first = openView(korla, start())
    await keepHistory(first.view.editor, calls)
    type(first, 'indicators[0].name', '一')
    type(first, 'indicators[0].category', '成本指标')
    appendItem(first.view)
    first.view.editor.undo()
    await settle()
    expect([...kept.keys()]).toEqual(['p0'])

    const second = again(first)
    await keepHistory(second.view.editor, calls)
    second.view.editor.redo()
    expect(names(second.record())).toEqual(['一', '观众人数', '群众知晓率', ''])
    second.view.editor.undo()
    second.view.editor.undo()
    expect(second.view.editor.undo()?.selection.anchor).toEqual(cellOf(second.view, 'indicators[0].name'))
    expect(second.view.editor.records()).toEqual(start())
    expect(second.view.editor.undo()).toBeNull()
  })

  test('on a list form with projects the store has given ids of their own', async () => {
    const { calls } = shelf()
    const first = openView(guangzhou, [recordWith('甲', []), recordWith('乙', [])])
    await keepHistory(first.view.editor, calls)
    selectAt(first.view, cellOf(first.view, 'project.name', 1))
    removeItems(first.view)
    appendItem(first.view)
    type(first, 'project.name', '丙', 1)
    await settle()
    expect(projects(first)).toEqual(['甲', '丙'])

    const second = again(first, guangzhou)
    await keepHistory(second.view.editor, calls)
    second.view.editor.undo()
    await settle()
    expect(second.sent[0]?.changes.map(({ id }) => id)).toEqual(['p1'])
    second.view.editor.undo()
    second.view.editor.undo()
    expect(projects(second)).toEqual(['甲', '乙'])
    await settle()
    expect(second.view.editor.autosave.book().size).toBe(2)
  })

  test('steps made before the older ones arrive stand behind them', async () => {
    const { calls } = shelf()
    const first = openView(korla, start())
    await keepHistory(first.view.editor, calls)
    type(first, 'indicators[0].name', '一')
    await settle()
    const second = again(first)
    const arriving = keepHistory(second.view.editor, calls)
    type(second, 'indicators[0].name', '二')
    await arriving
    second.view.editor.undo()
    second.view.editor.undo()
    expect(names(second.record())[0]).toBe('演出场次')
  })

  test('a history of other contents, damaged or of another kind is left alone', () => {
    const table = openView(korla, start())
    type(table, 'indicators[0].name', '一')
    const { history } = table.view.editor.state.getState()
    const text = formatHistory(history)
    expect(parseHistory(text, history.present)?.past).toHaveLength(1)
    const other = openView(korla, start()).view.editor.entries()
    expect(parseHistory(text, other)).toBeNull()
    const wrong = [
      '',
      'null',
      '[]',
      '{}',
      text.slice(0, -2),
      text.replace('"format":1', '"format":0'),
      text.replace('"name":"演出场次"', '"name":{"v":5}'),
      text.replace('"anchor"', '"other"'),
      text.replace('"a":[0,0,', '"a":[9,9,'),
    ]
    expect(wrong.map((one) => parseHistory(one, history.present))).toEqual(wrong.map(() => null))
  })

  test('a step costs what it changed; the oldest steps are left out when there are too many', () => {
    const table = openView(korla, start())
    const sizes = Array.from({ length: 3 }, (_, index) => {
      type(table, 'indicators[0].name', `第${index}次`)
      return formatHistory(table.view.editor.state.getState().history).length
    })
    expect((sizes[2] ?? 0) - (sizes[1] ?? 0)).toBeLessThan(250)
    for (let index = 0; index < 25; index++) type(table, 'goal.annual', `${index % 10}`.repeat(9_000))
    const { history } = table.view.editor.state.getState()
    const text = formatHistory(history)
    expect(text.length).toBeLessThan(210_000)
    const kept = parseHistory(text, history.present)
    expect(kept?.past.length).toBeGreaterThan(5)
    expect(kept?.past.length).toBeLessThan(28)
    expect(kept?.past.at(-1)?.value).toEqual(history.past.at(-1)?.value)
  })
})

const fresh = (table: OpenedView, name: string, version: number) => ({
  template: korla,
  scope: 'project' as const,
  fiscalYear: '',
  deleted: false,
  projects: [
    {
      id: 'p0',
      version,
      updatedAt: '2024-01-02',
      status: 'draft' as const,
      record: recordWith(name, table.record().indicators),
      notes: table.view.editor.entries()[0]?.notes ?? [],
    },
  ],
})

describe('what came through the store', () => {
  test('an import into the open table is a step like any other', async () => {
    const table = openView(korla, start())
    type(table, 'indicators[0].name', '一')
    await settle()
    table.view.editor.replace(fresh(table, '导入的名称', 9), '导入')
    expect(table.record().project.name).toBe('导入的名称')
    expect(table.sent).toHaveLength(1)
    table.view.editor.undo()
    await settle()
    expect(table.record().project.name).toBe('送戏下乡')
    expect(table.sent[1]?.changes).toMatchObject([{ id: 'p0', version: 9, record: { project: { name: '送戏下乡' } } }])
    table.view.editor.undo()
    expect(names(table.record())[0]).toBe('演出场次')
  })

  test('the same table read again is no step', () => {
    const table = openView(korla, start())
    table.view.editor.replace({ ...fresh(table, '送戏下乡', 1) }, '导入')
    expect(table.view.editor.state.getState().history.past).toHaveLength(0)
  })
})
