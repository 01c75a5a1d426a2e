import { describe, expect, test } from 'vitest'
import { checkNotes } from '../../../shared/model/check-notes.ts'
import { explanationOf, openComments } from '../../../shared/model/note.ts'
import type { Note } from '../../../shared/model/note.ts'
import { comment, explanation } from '../../support/sample-notes.ts'

const answered: Note = {
  ...comment('a', 'indicators[2].extra.备注', '  第一行\n第二行 '),
  author: '张三',
  replies: [{ text: '已改', author: '李四', at: '2024-05-07T08:00:00.000Z' }],
  done: true,
}

describe('what comes from outside', () => {
  test('notes come back as they were, texts as typed', () => {
    const notes = [answered, explanation('b', 'R-VL-04', ''), comment('c', 'project.name')]
    expect(checkNotes(structuredClone(notes))).toEqual({ ok: true, value: notes })
    expect(checkNotes([])).toEqual({ ok: true, value: [] })
  })

  test.each<[what: string, value: unknown, path: string]>([
    ['no list', {}, ''],
    ['no note', ['x'], '[0]'],
    ['a foreign field', [{ ...answered, colour: 'red' }], '[0].colour'],
    ['another kind', [{ ...answered, kind: 'joke' }], '[0].kind'],
    ['a number for a text', [{ ...answered, text: 5 }], '[0].text'],
    ['a missing field', [{ ...answered, author: undefined }], '[0].author'],
    ['a path that is none', [{ ...answered, path: 'indicators[x]' }], '[0].path'],
    ['a time that is none', [{ ...answered, at: 'gestern' }], '[0].at'],
    ['an answer that is none', [{ ...answered, replies: [{ text: '' }] }], '[0].replies[0].author'],
    ['a state that is none', [{ ...answered, done: 'yes' }], '[0].done'],
    ['a name beyond measure', [{ ...answered, author: '张'.repeat(201) }], '[0].author'],
    ['a text beyond measure', [{ ...answered, text: 'x'.repeat(100_001) }], '[0].text'],
    ['two of one id', [answered, answered], '[1].id'],
    ['too many', Array.from({ length: 5001 }, (_, index) => comment(`${index}`, '')), ''],
  ])('%s is refused with its path', (_what, value, path) => {
    expect(checkNotes(value)).toMatchObject({ ok: false, path })
  })
})

test('an explanation answers the finding of its rule at its path; a blank one answers nothing', () => {
  const notes = [
    explanation('a', 'R-VL-04', 'indicators[1].target', '增长率可以超过100%'),
    explanation('b', 'R-MN-05', 'funding.total', ' \n'),
    comment('c', 'indicators[2].target'),
  ]
  expect(explanationOf(notes, { code: 'R-VL-04', path: 'indicators[1].target' })).toBe('增长率可以超过100%')
  expect(explanationOf(notes, { code: 'R-VL-04', path: 'indicators[2].target' })).toBe('')
  expect(explanationOf(notes, { code: 'R-VL-06', path: 'indicators[1].target' })).toBe('')
  expect(explanationOf(notes, { code: 'R-MN-05', path: 'funding.total' })).toBe('')
})

test('open comments are those nobody has dealt with', () => {
  expect(openComments([answered, comment('c', ''), explanation('b', 'R', '')]).map(({ id }) => id)).toEqual(['c'])
})
