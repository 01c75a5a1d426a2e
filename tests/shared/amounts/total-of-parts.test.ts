/** A total and its parts: one sum, one tolerance, whatever the units. */
import { describe, expect, test } from 'vitest'
import { isSameAmount, totalOfParts } from '../../../shared/amounts/total-of-parts.ts'

describe('parts and total', () => {
  test.each([
    ['20', ['15', '5'], '万元', '20', false],
    ['20', ['10', '100000元'], '万元', '20', false],
    ['200000', ['10万元', '100000'], '元', '200000', false],
    ['20.00', ['20.00', '-'], '万元', '20.00', false], // a spreadsheet's zero
    ['20.00', ['20.00', ' － '], '万元', '20.00', false],
    ['', ['-', ''], '万元', '0', true],
    ['-', ['3', '4'], '万元', '7', true],
    ['20', ['15', '4'], '万元', '19', true],
    ['待定', ['15', '4'], '万元', '19', false],
    ['5', ['3', '2000元'], '千元', '5000', false],
  ])('%s of %j in %s: %s, off %s', (total, parts, unit, sum, isOff) => {
    const found = totalOfParts(total, parts, unit)
    expect([found?.sum.number, found?.isOff]).toEqual([sum, isOff])
  })

  test('nothing is said without parts, or where one is no amount', () => {
    expect(totalOfParts('20', ['', ' '], '万元')).toBeNull()
    expect(totalOfParts('20', ['约15', '5'], '万元')).toBeNull()
  })
})

describe('the tolerance is half of the second decimal in the unit typed', () => {
  test.each([
    ['20', ['15.004', '4.991'], '万元', false],
    ['20', ['15.004', '4.9909999'], '万元', true],
    ['200000', ['199999.995'], '元', false],
    ['200000', ['199960'], '元', true], // 40 元 on a form in 元 is no rounding
    ['20万元', ['199960'], '元', false], // a total typed in 万元 may be rounded there
  ])('%s of %j in %s: off %s', (total, parts, unit, isOff) =>
    expect(totalOfParts(total, parts, unit)?.isOff).toBe(isOff),
  )

  test('of two amounts', () => {
    const wan = (number: string) => ({ number, unit: '万元' as const })
    expect(isSameAmount(wan('5646.6049'), wan('5646.60'))).toBe(true)
    expect(isSameAmount(wan('5646.61'), wan('5646.60'))).toBe(false)
    expect(isSameAmount(wan('1'), { number: '10000', unit: '元' })).toBe(true)
  })
})
