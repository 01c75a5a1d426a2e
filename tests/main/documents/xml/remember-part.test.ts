/** Parts that say the same are parsed once; a part that differs in one byte is parsed anew. */
import { expect, test } from 'vitest'
import { rememberPart } from '../../../../main/documents/xml/remember-part.ts'

test('the same bytes are parsed once, other bytes are not mistaken for them', () => {
  let parsed = 0
  const read = rememberPart((bytes) => {
    parsed++
    return Buffer.from(bytes).toString()
  })
  expect([read(Buffer.from('<a/>')), read(Buffer.from('<a/>')), read(Buffer.from('<b/>'))]).toEqual([
    '<a/>',
    '<a/>',
    '<b/>',
  ])
  expect(parsed).toBe(2)
  for (const text of ['1', '2', '3', '4']) read(Buffer.from(text))
  read(Buffer.from('<a/>'))
  expect(parsed).toBe(7)
})
