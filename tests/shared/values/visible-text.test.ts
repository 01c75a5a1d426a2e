/** What steers a terminal or the direction of writing is seen, and nothing else is touched. */
import { expect, test } from 'vitest'
import { visibleJson, visibleName, visibleText } from '../../../shared/values/text/visible-text.ts'

test.each([
  ['预算\u001b[31m红', '预算␛[31m红'],
  ['甲\u202exslx.exe', '甲⟨U+202E⟩xslx.exe'],
  ['a\u009b2Jb', 'a⟨U+009B⟩2Jb'],
  ['响\u0007铃', '响␇铃'],
  ['\u200f右', '⟨U+200F⟩右'],
  ['回\r车', '回␍车'],
  ['标\u{e0041}签', '标⟨U+E0041⟩签'],
  ['普通：１２，🧑‍🌾 𡎚 é', '普通：１２，🧑‍🌾 𡎚 é'],
])('%j', (text, shown) => {
  expect(visibleText(text)).toBe(shown)
  expect(visibleName(text)).toBe(shown)
  expect(JSON.parse(visibleJson(JSON.stringify(text)))).toBe(text)
})

test('lines stay lines in a text, and not in a name', () => {
  expect(visibleText('一\n二\t三')).toBe('一\n二\t三')
  expect(visibleName('一\n二\t三')).toBe('一␊二␉三')
})

test('JSON keeps its own line breaks and says the same', () => {
  const value = { 'a\u202e': ['\u009b', '\u{e0041}', '一\n二', '\u2028'] }
  const json = visibleJson(JSON.stringify(value, null, 2))
  // oxlint-disable-next-line no-control-regex -- none of them may be left
  expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/)
  expect(JSON.parse(json)).toEqual(value)
})
