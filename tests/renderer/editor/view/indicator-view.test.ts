import { expect, test } from 'vitest'
import { indicatorsOf } from '../../../../renderer/editor/view/indicator-view.ts'
import { appendItem } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { beginEditing, commitCell, keepTyping } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { openSheetView, selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf, guangzhou, openView, recordWith, settle, threeIndicators } from '../open-view.ts'

test('the packed cell opened as a grid: edits change the one project and the packed cell follows', async () => {
  const table = openView(guangzhou, [recordWith('甲', []), recordWith('乙', threeIndicators())])
  const inset = openSheetView(table.view.editor, indicatorsOf(table.view.editor, 'p1'))
  expect(inset.offset()).toBe(1)
  selectAt(inset, cellOf(inset, 'indicators[1].target'))
  beginEditing(inset, 'typing')
  keepTyping(inset, '≥5000人')
  commitCell(inset)
  appendItem(inset)
  await settle()
  expect(table.record(1).indicators[1]?.target).toBe('≥5000人')
  expect(table.record(1).indicators).toHaveLength(4)
  expect(table.record(0).indicators).toHaveLength(0)
  const packed = table.view.state
    .getState()
    .sheet.layout.cells.find(({ binding }) => binding?.path === 'indicators' && binding.record === 1)
  expect(packed?.text).toContain('≥5000人')
  expect(table.sent.every(({ changes }) => changes.every(({ id }) => id === 'p1'))).toBe(true)
  inset.close()
})
