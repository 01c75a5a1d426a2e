/** When a change is sent, and what the status line may say meanwhile. */
import { expect, test } from 'vitest'
import { createAutosave } from '../../../../renderer/editor/table/autosave.ts'
import type { SaveState } from '../../../../renderer/editor/table/autosave.ts'
import { openBook } from '../../../../renderer/editor/table/save-book.ts'
import { emptyRecord } from '../../../../shared/model/project.ts'
import type { Note } from '../../../../shared/model/note.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import { succeed } from '../../../../shared/ipc/result.ts'
import { settle } from '../open-view.ts'

const openedAt = '2024-01-01T00:00:00Z'
const savedAt = '2024-01-01T00:00:09Z'

function start() {
  const start: ProjectRecord = emptyRecord()
  let record = start
  const notes: Note[] = []
  const waiting: (() => void)[] = []
  const shown: SaveState[] = []
  let sends = 0
  const autosave = createAutosave({
    template: 'xinjiang-korla-2023',
    book: openBook({
      template: 'xinjiang-korla-2023',
      scope: 'project',
      fiscalYear: '',
      deleted: false,
      projects: [{ id: 'p0', version: 1, updatedAt: openedAt, status: 'draft', record: start, notes }],
    }),
    entries: () => [{ key: 'p0', record, notes }],
    send: () => {
      sends += 1
      return Promise.resolve(succeed({ saved: [{ id: 'p0', version: 2, updatedAt: savedAt }], added: [] }))
    },
    settle: () => Promise.resolve(false),
    show: (state) => shown.push(state),
    savedAt: openedAt,
    soon: (run) => waiting.push(run),
    later: () => undefined,
  })
  return {
    autosave,
    shown,
    sends: () => sends,
    write: (next: ProjectRecord) => {
      record = next
      autosave.changed('填写')
    },
    start,
    /** The change is on the screen. */
    paint: () => waiting.splice(0).forEach((run) => run()),
  }
}

test('a change says “saving” at once and is sent when it is on the screen', async () => {
  const table = start()
  table.write({ ...table.start, purpose: '用于送戏下乡' })
  expect(table.shown).toEqual([{ kind: 'saving' }])
  expect(table.sends()).toBe(0)
  table.paint()
  expect(table.sends()).toBe(1)
  await settle()
  expect(table.shown.at(-1)).toEqual({ kind: 'saved', at: savedAt })
})

test('whoever leaves the page does not wait for the screen', async () => {
  const table = start()
  table.write({ ...table.start, purpose: '用于送戏下乡' })
  expect(await table.autosave.flush()).toBe(true)
  table.paint()
  await settle()
  expect(table.sends()).toBe(1)
})

test('a change taken back before it was sent is saved already', async () => {
  const table = start()
  table.write({ ...table.start, purpose: '用于送戏下乡' })
  table.write(table.start)
  table.paint()
  await settle()
  expect(table.sends()).toBe(0)
  expect(table.shown.at(-1)).toEqual({ kind: 'saved', at: openedAt })
})
