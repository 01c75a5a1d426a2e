import { describe, expect, test } from 'vitest'
import {
  columnPath,
  extraKey,
  extraPath,
  inRow,
  parsePath,
  readField,
  rowField,
  rowOfPath,
  rowPath,
  writeField,
  writeIndicatorField,
} from '../../../shared/model/field-path.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'

const record = {
  ...emptyRecord(),
  paymentPlan: ['1'],
  extra: { 'a.b[0]': '点' },
  indicators: [{ ...emptyIndicator(), name: '甲', extra: { 指标方向性: '正向' } }],
}

describe('field paths', () => {
  test('are split into steps; everything behind extra. is one key', () => {
    expect(parsePath('indicators[3].target')).toEqual(['indicators', 3, 'target'])
    expect(parsePath('extra.a.b[0]')).toEqual(['extra', 'a.b[0]'])
    expect(parsePath('indicators[0].extra.指标方向性')).toEqual(['indicators', 0, 'extra', '指标方向性'])
    expect(() => parsePath('indicators[x]')).toThrow('malformed')
  })

  test('read the text of a field, and blank where a list is shorter or an extra key absent', () => {
    expect(readField(record, 'indicators[0].name')).toBe('甲')
    expect(readField(record, 'paymentPlan[3]')).toBe('')
    expect(readField(record, 'extra.a.b[0]')).toBe('点')
    expect(readField(record, 'extra.无')).toBe('')
    expect(() => readField(record, 'unit.nothing')).toThrow('no such field')
    expect(() => readField(record, 'unit')).toThrow('not a text field')
    expect(() => readField(record, 'unit.constructor')).toThrow('no such field')
  })

  test('write one field and share the rest', () => {
    const written = writeField(record, 'goal.annual', '新目标')
    expect(written.goal.annual).toBe('新目标')
    expect(written.indicators).toBe(record.indicators)
    expect(record.goal.annual).toBe('')
    expect(writeField(record, 'paymentPlan[3]', '9').paymentPlan).toEqual(['1', '', '', '9'])
    expect(() => writeField(record, 'indicators[1].name', '乙')).toThrow('no such')
  })

  test('a blank extra text removes its key, in the record and in an indicator', () => {
    expect(writeField(record, 'extra.a.b[0]', '').extra).toEqual({})
    expect(writeField(record, 'indicators[0].extra.指标方向性', '').indicators[0]?.extra).toEqual({})
    expect(writeField(record, 'extra.说明', '有').extra).toEqual({ 'a.b[0]': '点', 说明: '有' })
  })

  test('write inside one indicator', () => {
    const [indicator] = record.indicators
    if (!indicator) throw new Error('no indicator')
    expect(writeIndicatorField(indicator, 'target', '5人')).toEqual({ ...indicator, target: '5人' })
    expect(writeIndicatorField(indicator, 'extra.度量单位', '人').extra).toEqual({ 指标方向性: '正向', 度量单位: '人' })
    expect(() => writeIndicatorField(indicator, 'extra', '')).toThrow('not a text field')
    expect(() => writeIndicatorField(indicator, 'nothing', '')).toThrow('not a text field')
  })

  test('are put together and taken apart again', () => {
    expect([rowPath(3), rowPath(3, 'target'), columnPath('target')]).toEqual([
      'indicators[3]',
      'indicators[3].target',
      'indicators[].target',
    ])
    const key = '备注[0].x\ny'
    for (const field of ['', 'target', extraPath(key)]) {
      expect([rowOfPath(rowPath(12, field)), rowField(rowPath(12, field))]).toEqual([12, field])
      expect(inRow(rowPath(12, field), 3)).toBe(rowPath(3, field))
    }
    expect(extraKey(rowPath(1, extraPath(key)))).toBe(key)
    expect(extraKey(extraPath(key))).toBe(key)
  })

  test('what only looks like a path of a row is none', () => {
    for (const path of ['', 'indicators', 'extra.indicators[3]', 'unit.name', 'indicators[].name', 'indicators[1]x']) {
      expect([path, rowOfPath(path), rowField(path)]).toEqual([path, null, null])
      expect(inRow(path, 3)).toBe(path)
    }
    expect(extraKey('unit.name')).toBeNull()
  })
})
