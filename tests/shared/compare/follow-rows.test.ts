/** Notes stay on the row they were written for, whatever is done with the rows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  duplicateIndicators,
  insertIndicators,
  moveIndicators,
  removeIndicators,
  sortIndicators,
} from '../../../shared/layout/edit.ts'
import { rowOfPath, writeField } from '../../../shared/model/field-path.ts'
import type { Note } from '../../../shared/model/note.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { followRows } from '../../../shared/compare/follow-rows.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { comment } from '../../support/sample-notes.ts'

const recordOf = (...names: string[]): ProjectRecord => ({
  ...emptyRecord(),
  indicators: names.map((name) => ({ ...emptyIndicator(), name })),
})
const before = recordOf('甲', '乙', '丙', '丁')
/** One note on each row, called after it. */
const notes = before.indicators.map(({ name }, row) => comment(name, `indicators[${row}].target`))
/** What the notes are called, by the row they stand on; '-' where none does. */
const rows = (after: ProjectRecord, from = before, pinned = notes): string =>
  after.indicators
    .map((_, row) => followRows(pinned, from, after).find(({ path }) => rowOfPath(path) === row)?.id ?? '-')
    .join('')

describe('a note follows its row', () => {
  test('when rows are inserted, duplicated, deleted, moved', () => {
    expect(rows(insertIndicators(before, 1, 2))).toBe('甲--乙丙丁')
    expect(rows(duplicateIndicators(before, 0, 2))).toBe('甲乙--丙丁')
    expect(rows(removeIndicators(before, 1, 2))).toBe('甲丁')
    expect(rows(moveIndicators(before, 3, 1, 0))).toBe('丁甲乙丙')
  })

  test('when its text is changed, at its place or with all the others', () => {
    expect(rows(writeField(before, 'indicators[2].name', '丙改'))).toBe('甲乙丙丁')
    const all = { ...before, indicators: before.indicators.map((row) => ({ ...row, name: `${row.name}改` })) }
    expect(rows(all)).toBe('甲乙丙丁')
  })

  test('when the rows come anew from a text or a file: by what they say, then by their name, then by their place', () => {
    expect(rows(recordOf('丁', '甲', '乙', '丙'))).toBe('丁甲乙丙')
    expect(rows(recordOf('新', '甲', '乙', '丙', '丁'))).toBe('-甲乙丙丁')
    const renamed = recordOf('甲', '乙改', '丁')
    expect(rows(renamed)).toBe('甲乙丁')
    const valued = recordOf('新', '丁', '乙')
    expect(rows({ ...valued, indicators: valued.indicators.map((row) => ({ ...row, target: '5' })) })).toBe('甲丁乙')
  })

  test('its path inside the row stays', () => {
    const [note] = followRows([comment('a', 'indicators[0].extra.备[0]注')], before, moveIndicators(before, 0, 1, 2))
    expect(note?.path).toBe('indicators[2].extra.备[0]注')
  })
})

test('notes elsewhere, and of the blank row for filling in, stay where they are', () => {
  const elsewhere = [
    comment('a', 'project.name'),
    comment('b', ''),
    comment('c', 'indicators'),
    comment('d', 'goal.annual'),
  ]
  expect(followRows(elsewhere, before, recordOf())).toBe(elsewhere)
  const blank = [comment('a', 'indicators[0].name')]
  expect(followRows(blank, recordOf(), recordOf('甲'))).toEqual(blank)
})

test('the same list where nothing moves: there is nothing to save', () => {
  expect(followRows(notes, before, { ...before, purpose: '别的' })).toBe(notes)
  expect(followRows(notes, before, writeField(before, 'indicators[2].name', '丙改'))).toBe(notes)
  expect(followRows(notes, before, insertIndicators(before, 4, 1))).toBe(notes)
})

const template = builtIn.find('xinjiang-korla-2023')
if (!template) throw new Error('no template')

type Edit = (record: ProjectRecord) => ProjectRecord
const duplicates = new WeakSet<Edit>()
const place = fc.nat({ max: 9 })
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, place).map(
    ([at, count]): Edit =>
      (record) =>
        insertIndicators(record, at % 5, count % 3),
  ),
  fc.tuple(place, place).map(
    ([at, count]): Edit =>
      (record) =>
        removeIndicators(record, at, count % 3),
  ),
  fc.tuple(place, place).map(([at, count]) => {
    const edit: Edit = (record) => duplicateIndicators(record, at, count % 3)
    duplicates.add(edit)
    return edit
  }),
  fc.tuple(place, place, place).map(
    ([at, count, to]): Edit =>
      (record) =>
        moveIndicators(record, at, count % 4, to),
  ),
  fc.constant<Edit>((record) => sortIndicators(template, record)),
  fc.tuple(place, fc.constantFrom('name', 'target', 'category'), fc.constantFrom('', '甲', '效益指标')).map(
    ([at, field, text]): Edit =>
      (record) =>
        record.indicators[at] ? writeField(record, `indicators[${at}].${field}`, text) : record,
  ),
)

test('after any changes a note stands on the row that has the same indicator, and on none when that is gone', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 30 }), (edits) => {
      const mark = (row: number) => `行${row}`
      let record: ProjectRecord = {
        ...emptyRecord(),
        indicators: Array.from({ length: 6 }, (_, row) => ({ ...emptyIndicator(), evidence: mark(row) })),
      }
      let pinned: Note[] = record.indicators.map((_, row) => comment(mark(row), `indicators[${row}].name`))
      for (const edit of edits) {
        const present = edit(record)
        pinned = followRows(pinned, record, present)
        record = present
        const left = new Set(record.indicators.map(({ evidence }) => evidence).filter((one) => one !== ''))
        for (const { id, path } of pinned) expect(record.indicators[rowOfPath(path) ?? -1]?.evidence).toBe(id)
        for (const { id } of pinned) expect(left.delete(id)).toBe(true)
        // of a row with copies it is the row itself that may be gone
        if (!edits.some((one) => duplicates.has(one))) expect([...left]).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})
