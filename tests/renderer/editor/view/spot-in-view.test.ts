/** Undo and redo lead to where the change was: on the form, or in the indicators of a project, also after a restart. */
import { expect, test } from 'vitest'
import { indicatorsOf } from '../../../../renderer/editor/view/indicator-view.ts'
import { formatHistory, parseHistory } from '../../../../renderer/editor/table/kept-history.ts'
import { openSheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { spotOnForm } from '../../../../renderer/editor/view/spot-in-view.ts'
import type { Spot } from '../../../../renderer/editor/table/spot.ts'
import { keyboard } from '../../keys/keyboard.ts'
import { cellOf, guangzhou, openView, recordWith, threeIndicators } from '../open-view.ts'

const open = () => openView(guangzhou, [recordWith('甲', []), recordWith('乙', threeIndicators())])
type Opened = ReturnType<typeof open>

/** A change in the opened indicators of 乙; the place it was made at. */
function changeInside({ view: { editor } }: Opened, key: string) {
  const inside = openSheetView(editor, indicatorsOf(editor, key))
  const keys = keyboard(inside)
  keys.goTo('indicators[1].name')
  const at = keys.position()
  keys.type('观看人次')
  keys.press('Enter')
  return at
}

const spotOf = (spot: Spot | null): Spot => {
  if (!spot) throw new Error('nothing to undo')
  return spot
}

test('a change in the indicators: the packed cell of the project, opened at the changed cell', () => {
  const opened = open()
  const at = changeInside(opened, 'p1')
  for (const spot of [spotOf(opened.view.editor.undo()), spotOf(opened.view.editor.redo())]) {
    expect(spot.selection.anchor).toEqual(at)
    const place = spotOnForm(opened.view, spot)
    expect(place?.packed).toBe('p1')
    expect(place?.selection.anchor).toEqual(cellOf(opened.view, 'indicators', 1))
  }
})

test('a change on the form: there, nothing opened; a project that is gone leads nowhere', () => {
  const opened = open()
  const keys = keyboard(opened.view)
  keys.goTo('funding.total', 1)
  const at = keys.position()
  keys.type('5')
  keys.press('Enter')
  expect(spotOnForm(opened.view, spotOf(opened.view.editor.undo()))).toMatchObject({
    selection: { anchor: at },
    packed: null,
  })
  const gone: Spot = { view: 'indicators:p9', selection: { anchor: at, focus: at } }
  expect(spotOnForm(opened.view, gone)).toBeNull()
})

test('a project that was not saved when it was changed is found again under its id', () => {
  const opened = open()
  const keys = keyboard(opened.view)
  keys.goTo('indicators', 1)
  keys.press('Tab')
  keys.type('丙')
  keys.press('Enter')
  keys.goTo('indicators', 2)
  const key = opened.view.editor.entries()[2]?.key ?? ''
  const inside = keyboard(openSheetView(opened.view.editor, indicatorsOf(opened.view.editor, key)))
  inside.goTo('indicators[0].name')
  inside.type('场次')
  inside.press('Enter')
  const { history } = opened.view.editor.state.getState()
  const after = history.present.map((entry, index) => ({ ...entry, key: `saved-${index}` }))
  const kept = parseHistory(formatHistory(history), after)
  expect(kept?.past.at(-1)?.place.view).toBe('indicators:saved-2')
})
