/** The text a version is known by: the same content, the same text, however the object was made. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentText, isSameContent, recordHash } from '../../../shared/identity/content.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { inventedRecord } from '../../support/invented-records.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('sorted keys, nothing empty', () => {
  const record: ProjectRecord = {
    ...emptyRecord(),
    year: '2024',
    unit: { name: '甲局', code: '' },
    paymentPlan: ['25', '', '75', ''],
    extra: { 备注: '', 2: '二', 10: '十' },
    indicators: [{ ...emptyIndicator(), name: '场次', extra: { b: '1', a: '2' } }],
  }
  expect(contentText(record)).toBe(
    '{"extra":{"10":"十","2":"二"},"indicators":[{"extra":{"a":"2","b":"1"},"name":"场次"}],' +
      '"paymentPlan":["25","","75"],"unit":{"name":"甲局"},"year":"2024"}',
  )
  expect(recordHash(record, sha256)).toBe('aa6a27140fae1153a5bde0e3ef682ae16c380c537baa3b4d0baf36b904fe463e')
})

test('an empty record', () => {
  expect(contentText(emptyRecord())).toBe('{}')
  expect(recordHash(emptyRecord(), sha256)).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
})

describe('the same content', () => {
  test('whatever order the members have and whatever empty members there are', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.infiniteStream(fc.nat()), (number, order) => {
        const record = inventedRecord(number)
        const shuffled = shuffle(record, order)
        expect(Object.keys(shuffled)).not.toEqual(Object.keys(record))
        expect(isSameContent(record, shuffled)).toBe(true)
      }),
      { numRuns: 30 },
    )
    const record = inventedRecord(1)
    expect(isSameContent(record, { ...record, extra: { 备注: '' } })).toBe(true)
    const unplanned = { ...record, paymentPlan: [] }
    expect(isSameContent(unplanned, { ...record, paymentPlan: ['', '', '', ''] })).toBe(true)
  })

  test('a text that changed, moved or came is another', () => {
    const record = inventedRecord(1)
    const others: ProjectRecord[] = [
      { ...record, paymentPlan: ['', ...record.paymentPlan.slice(1)] },
      { ...record, indicators: record.indicators.toReversed() },
      { ...record, purpose: `${record.purpose} ` },
      { ...record, indicators: [emptyIndicator(), ...record.indicators] },
      { ...record, project: { ...record.project, name: record.project.code, code: record.project.name } },
    ]
    const texts = new Set([record, ...others].map(contentText))
    expect(texts.size).toBe(others.length + 1)
  })
})

/** The members in another order, at every depth. */
function shuffle<T>(value: T, order: Iterator<number>): T {
  if (Array.isArray(value)) return value.map((part: unknown) => shuffle(part, order)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toReversed()
  const at = (order.next().value as number) % (entries.length || 1)
  return Object.fromEntries(
    [...entries.slice(at), ...entries.slice(0, at)].map(([key, part]) => [key, shuffle(part, order)]),
  ) as T
}
