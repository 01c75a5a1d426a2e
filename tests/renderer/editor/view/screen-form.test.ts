/** A new table on the screen: one blank row, that stays where it is when it is filled in. */
import { expect, test } from 'vitest'
import { builtIn } from '../../../../shared/templates/built-in.ts'
import { beginEditing, commitCell, keepTyping } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { screenForm } from '../../../../renderer/editor/view/screen-form.ts'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf, openView, recordWith } from '../open-view.ts'

const withIndicatorRows = builtIn.all.filter(({ blocks }) => blocks.some(({ type }) => type === 'indicators'))

test.each(withIndicatorRows.map(({ id }) => id))('%s: the first words take no row away', (id) => {
  const { view } = openView(id, [recordWith('送戏下乡', [])])
  const rows = () => view.state.getState().sheet.layout.rows.length
  const before = rows()
  const name = id.startsWith('central') ? 'termTarget' : 'name'
  selectAt(view, cellOf(view, `indicators[0].${name}`))
  beginEditing(view, 'typing')
  keepTyping(view, '演出场次')
  commitCell(view)
  expect(rows()).toBe(before)
})

test('on paper the blank rows stay', () => {
  const template = builtIn.find('hebei-xinle-2024')
  if (!template) throw new Error('no form')
  const before = JSON.stringify(template)
  screenForm(template)
  expect(JSON.stringify(template)).toBe(before)
})
