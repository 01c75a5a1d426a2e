import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinUnitLine, splitUnitLine } from '../../../shared/values/unit-line.ts'

test.each([
  ['450001云溪县医疗保障局本级', '450001', '云溪县医疗保障局本级'],
  ['712001-白河镇', '712001', '白河镇'],
  ['712001－白河镇', '712001', '白河镇'],
  ['712001 白河镇', '712001', '白河镇'],
  ['[712001]白河镇', '712001', '白河镇'],
  ['（712001）白河镇', '712001', '白河镇'],
  ['云溪县医疗保障局', '', '云溪县医疗保障局'],
  ['12中学', '', '12中学'],
  ['450001', '450001', ''],
  ['  450001白河镇 ', '450001', '白河镇'],
  ['', '', ''],
])('%s', (text, code, name) => expect(splitUnitLine(text)).toEqual({ code, name }))

test('a glued line is given back', () => {
  const line = '450001云溪县医疗保障局本级'
  expect(joinUnitLine(splitUnitLine(line))).toBe(line)
})

test('code and name survive', () => {
  const code = fc.oneof(fc.constant(''), fc.stringMatching(/^\d{3,9}$/u))
  const name = fc.oneof(
    fc.stringMatching(/^[-1-9—（]?[一-龥]{1,6}$/u),
    fc.string().map((text) => text.trim()),
  )
  fc.assert(
    fc.property(code, name, (code, name) => {
      fc.pre(code !== '' || splitUnitLine(name).code === '')
      expect(splitUnitLine(joinUnitLine({ code, name }))).toEqual({ code, name })
    }),
  )
})
