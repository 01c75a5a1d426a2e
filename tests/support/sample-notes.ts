/** Notes for tests: a comment on a cell, and an explanation of a finding. */
import type { Note } from '../../shared/model/note.ts'

const blank = { author: '', at: '2024-05-06T08:00:00.000Z', replies: [], done: false }

export const comment = (id: string, path: string, text = '请核对'): Note => ({
  id,
  kind: 'comment',
  path,
  code: '',
  text,
  ...blank,
})

export const explanation = (id: string, code: string, path: string, text = '按县里的标准执行'): Note => ({
  id,
  kind: 'explanation',
  path,
  code,
  text,
  ...blank,
})
