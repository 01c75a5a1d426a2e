/** The bound of a call's structured data: as many bytes as its JSON, and no step more than that, whatever its shape. */
import { expect, test } from 'vitest'
import { refusedBySize } from '../../../main/handlers/door/call-size.ts'

const limit = 10_000
const codeOf = (value: unknown): string | null => {
  const refused = refusedBySize(value, limit)
  return refused && !refused.ok ? refused.error.code : null
}

test.each([
  [null],
  [undefined],
  [true],
  [{ id: 'x', notes: undefined, list: [1, 'a', null, { deep: [[]] }] }],
  ['a'.repeat(limit - 2)],
  [{ text: '效'.repeat(3000) }],
  [Array.from({ length: 1000 }, () => 'ab')],
])('within: %j', (value) => {
  expect(codeOf(value)).toBeNull()
})

/** Lists in lists. */
function nested(depth: number): unknown {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

const circle: Record<string, unknown> = { name: 'a' }
circle['self'] = circle
const wide = Array.from({ length: 200 }, () => 'x'.repeat(100))
const many = Object.fromEntries(Array.from({ length: limit }, (_, index) => [`k${index}`, 1]))

test.each<[string, unknown]>([
  ['one text', 'a'.repeat(limit + 1)],
  ['one text of characters with three bytes', '效'.repeat(limit / 2)],
  ['many texts', Array.from({ length: 200 }, () => 'x'.repeat(60))],
  ['one part many times', Array.from({ length: 100 }, () => wide)],
  ['names', { ['n'.repeat(limit)]: 1 }],
  ['many fields', many],
  ['depth', nested(100_000)],
  ['a circle', circle],
  // oxlint-disable-next-line unicorn/no-new-array -- holes alone, as a page can send them
  ['holes', new Array(4_000_000_000)],
])('beyond: %s', (_what, value) => {
  expect(codeOf(value)).toBe('file-too-large')
})

test.each<[string, unknown]>([
  ['a map', new Map([['a', 'b']])],
  ['bytes', { file: new Uint8Array(8) }],
  ['a date', [new Date(0)]],
])('no JSON: %s', (_what, value) => {
  expect(codeOf(value)).toBe('bad-input')
})

test('it looks no further than the limit', () => {
  let looks = 0
  const watched = new Proxy(
    Array.from({ length: 1000 }, () => 'x'.repeat(1000)),
    {
      get(target, name) {
        if (/^\d+$/.test(String(name))) looks += 1
        return Reflect.get(target, name) as unknown
      },
    },
  )
  expect(codeOf(watched)).toBe('file-too-large')
  expect(looks).toBeLessThan(12)
})
