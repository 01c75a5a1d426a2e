import { afterEach, describe, expect, test } from 'vitest'
import { pasteTexts } from '../../../renderer/editor/clipboard/clipboard-events.ts'
import {
  acceptOffer,
  declineOffer,
  offerWholeForm,
  pasteOffer,
} from '../../../renderer/editor/clipboard/paste-offer.ts'
import type { PasteOffer } from '../../../renderer/editor/clipboard/paste-offer.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import { listForm, wordForm } from '../../fixtures/clipboard/whole-forms.ts'
import { onGuangzhou, onKorla, onPackedCell } from '../keys/keyboard.ts'
import type { TypedKeyboard } from '../keys/keyboard.ts'

afterEach(declineOffer)

/** Pastes and waits for the reader. */
async function paste(keys: TypedKeyboard, html: string): Promise<PasteOffer | null> {
  const content = readClipboard(html, '')
  if (!content) throw new Error('nothing to paste')
  const before = keys.view.editor.entries()
  pasteRows(keys.view, content.rows)
  await offerWholeForm(keys.view, content.grid, before)
  return pasteOffer.getState().offer
}

const accept = (offer: PasteOffer | null): void => {
  if (!offer) throw new Error('nothing was offered')
  acceptOffer(offer)
}

describe('a whole form of another place, pasted into a merged form', () => {
  test('accepted: the record is replaced in one step; undo gives the table before the paste', async () => {
    const keys = onKorla()
    const before = keys.record()
    keys.goTo('indicators[0].name')
    const offer = await paste(keys, wordForm)
    accept(offer)
    expect(keys.record()).toMatchObject({
      year: '2025',
      project: { name: '山区流动图书车' },
      unit: { name: '白河镇综合文化站' },
      funding: { total: '18.6' },
      goal: { annual: '流动图书车开进每个村。' },
    })
    expect(
      keys.record().indicators.map(({ category, subcategory, name, target }) => [category, subcategory, name, target]),
    ).toEqual([
      ['产出指标', '数量指标', '图书车出车次数', '≥48次'],
      ['产出指标', '质量指标', '图书完好率', '≥97%'],
      ['效益指标', '社会效益指标', '服务村民人次', '≥6000人次'],
      ['满意度指标', '服务对象满意度指标', '村民满意度', '≥92%'],
    ])
    expect(keys.view.editor.state.getState().history.past).toHaveLength(1)
    keys.press('Ctrl+Z')
    expect(keys.record()).toEqual(before)
    expect(pasteOffer.getState().offer).toBeNull()
  })

  test('gone on with in another way, undo too: it is offered no more', async () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    expect(await paste(keys, wordForm)).not.toBeNull()
    keys.press('Ctrl+Z')
    expect(pasteOffer.getState().offer).toBeNull()
  })

  test('declined: only the cells are there', async () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    await paste(keys, wordForm)
    declineOffer()
    expect(keys.record().project.name).toBe('送戏下乡')
    expect(keys.record().indicators.length).toBeGreaterThan(3)
  })

  test('nothing found a cell: accepting still leaves what was pasted before', async () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    pasteRows(keys.view, [[{ text: '先粘贴的', continues: false }]])
    const content = readClipboard(wordForm, '')
    if (content) await offerWholeForm(keys.view, content.grid, keys.view.editor.entries())
    const { offer } = pasteOffer.getState()
    accept(offer)
    keys.press('Ctrl+Z')
    expect(keys.record().indicators[0]?.name).toBe('先粘贴的')
  })

  test('what the pasted form does not say of unit and year stays', async () => {
    const keys = onKorla()
    keys.goTo('project.name')
    const offer = await paste(keys, wordForm.replace('（2025年度）', '').replace('白河镇综合文化站', ''))
    accept(offer)
    expect(keys.record().unit.name).toBe('云溪县文化馆')
  })
})

describe('into a list form', () => {
  test('one project takes the place of the one under the cursor', async () => {
    const keys = onGuangzhou()
    keys.goTo('goal.annual', 1)
    const offer = await paste(keys, wordForm)
    accept(offer)
    expect(keys.view.editor.records().map(({ project }) => project.name)).toEqual(['甲项目', '山区流动图书车'])
  })

  test('a list takes the place of all', async () => {
    const keys = onGuangzhou()
    keys.goTo('project.name', 0)
    const offer = await paste(keys, listForm)
    accept(offer)
    expect(keys.view.editor.records().map(({ project, funding }) => [project.name, funding.total])).toEqual([
      ['流动图书车', '12'],
      ['图书修补', '8'],
    ])
    expect(keys.record(0).unit.name).toBe('云溪县文化馆')
    expect(keys.record(1).indicators[0]?.name).toBe('修补册数')
  })
})

describe('no offer', () => {
  const block = `<table>${'<tr><td>产出指标</td><td>数量指标</td><td>场次</td><td>≥1场</td></tr>'.repeat(6)}</table>`
  test.each([
    ['a block of indicators', block],
    [
      'indicators with their headings',
      block.replace('<tr>', '<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr><tr>'),
    ],
    ['a list of projects in the form of one project', listForm],
  ])('%s', async (_, html) => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    expect(await paste(keys, html)).toBeNull()
  })

  test('in the opened packed cell', async () => {
    const keys = onPackedCell()
    expect(await paste(keys, wordForm)).toBeNull()
  })
})

test('far too many rows are refused before anything is changed', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  pasteTexts(keys.view, '', '行\n'.repeat(3000))
  expect(keys.record().indicators).toHaveLength(3)
})
