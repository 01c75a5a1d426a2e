import { describe, expect, test } from 'vitest'
import { findAction } from '../../../../renderer/editor/actions/actions.ts'
import { cellOffer } from '../../../../renderer/editor/commands/cell-offer.ts'
import { indicatorsOf } from '../../../../renderer/editor/view/indicator-view.ts'
import { runKeyCommand } from '../../../../renderer/editor/actions/key-commands.ts'
import { extendTo, selectOnly } from '../../../../renderer/editor/grid/selection.ts'
import { beginEditing, commitCell, keepTyping } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { openSheetView, selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf, guangzhou, indicator, korla, openView, recordWith, threeIndicators } from '../open-view.ts'

const open = () => openView(korla, [recordWith('送戏下乡', threeIndicators())])
const type = (view: SheetView, path: string, text: string) => {
  selectAt(view, cellOf(view, path))
  beginEditing(view, 'typing')
  keepTyping(view, text)
}

describe('>= is kept and ≥ offered', () => {
  test('while typing, and after the cell was left; accepting is one step', () => {
    const { view, record } = open()
    type(view, 'indicators[0].target', '>=95%')
    expect(cellOffer(view)?.text).toBe('可写成 ≥95%')
    runKeyCommand(view, { do: 'enter', back: false })
    expect(record().indicators[0]?.target).toBe('>=95%')
    const offer = cellOffer(view)
    expect(offer).toMatchObject({ text: '可写成 ≥95%', at: cellOf(view, 'indicators[0].target') })
    offer?.accept()
    expect(record().indicators[0]?.target).toBe('≥95%')
    expect(cellOffer(view)).toBeNull()
    view.editor.undo()
    expect(record().indicators[0]?.target).toBe('>=95%')
  })

  test('accepted while typing: the typed text is a step before it', () => {
    const { view, record } = open()
    type(view, 'indicators[1].target', '＜＝５人')
    cellOffer(view)?.accept()
    expect(record().indicators[1]?.target).toBe('≤５人')
    view.editor.undo()
    expect(record().indicators[1]?.target).toBe('＜＝５人')
  })

  test('nothing is offered while another cell is typed in, nor in a cell that is no value', () => {
    const { view } = open()
    type(view, 'indicators[0].target', '>=95%')
    commitCell(view)
    type(view, 'indicators[0].name', 'a>=b')
    expect(cellOffer(view)).toBeNull()
  })

  test('a selected range is rewritten at once', () => {
    const { view, record } = openView(korla, [
      recordWith(
        '送戏下乡',
        threeIndicators().map((one) => ({ ...one, target: '>=1' })),
      ),
    ])
    view.state.setState({
      selection: extendTo(selectOnly(cellOf(view, 'indicators[0].target')), cellOf(view, 'indicators[1].target')),
    })
    cellOffer(view)?.accept()
    expect(record().indicators.map(({ target }) => target)).toEqual(['≥1', '≥1', '>=1'])
  })

  test('in the opened indicators of a list form', () => {
    const table = openView(guangzhou, [recordWith('甲', [indicator('产出指标', '数量指标', '场次', '>=10场')])])
    const key = table.view.editor.entries()[0]?.key ?? ''
    const inset = openSheetView(table.view.editor, indicatorsOf(table.view.editor, key))
    selectAt(inset, cellOf(inset, 'indicators[0].target'))
    cellOffer(inset)?.accept()
    expect(table.record().indicators[0]?.target).toBe('≥10场')
  })
})

const funded = (id: string, funding: object) => {
  const record = recordWith('送戏下乡', [])
  return openView(id, [{ ...record, funding: { ...record.funding, unit: '万元', ...funding } }])
}

describe('total and plan', () => {
  test('the total is offered on itself and its parts, with the difference, never while typing', () => {
    const { view, record } = funded(korla, { total: '115', fiscal: '100', other: '13' })
    for (const path of ['funding.total', 'funding.other']) {
      selectAt(view, cellOf(view, path))
      expect(cellOffer(view)?.text).toBe('各项合计 113（总额多 2），填入总额')
    }
    beginEditing(view, 'typing')
    expect(cellOffer(view)).toBeNull()
    commitCell(view)
    view.editor.undo()
    selectAt(view, cellOf(view, 'funding.total'))
    cellOffer(view)?.accept()
    expect(record().funding.total).toBe('113')
    expect(cellOffer(view)).toBeNull()
    type(view, 'funding.total', '120')
    commitCell(view)
    expect(record().funding.total).toBe('120') // another total is the person's to write
    expect(cellOffer(view)?.text).toContain('总额多 7')
  })

  test('the plan is offered while all of it is blank', () => {
    const { view, record } = funded('hebei-xinle-2024', { total: '80.00' })
    selectAt(view, cellOf(view, 'paymentPlan[1]'))
    expect(cellOffer(view)?.text).toContain('20.00、40.00、60.00、80.00')
    cellOffer(view)?.accept()
    expect(record().paymentPlan).toEqual(['20.00', '40.00', '60.00', '80.00'])
    expect(cellOffer(view)).toBeNull()
  })

  test('F4 is the key, and means nothing without an offer', () => {
    const { view } = open()
    const action = findAction('accept-offer')
    expect(action?.shortcuts).toEqual(['F4'])
    const context = { view } as Parameters<NonNullable<typeof action>['run']>[0] // the action asks for the view alone
    expect(action?.enabled(context)).toBe(false)
    type(view, 'indicators[0].target', '>=1')
    expect(action?.enabled(context)).toBe(true)
  })
})
