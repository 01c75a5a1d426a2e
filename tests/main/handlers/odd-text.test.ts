/** Half a surrogate pair and U+0000 in every text a call takes: stored as text that survives, read again, never "damaged". */
import { originName } from '../../../shared/model/origin.ts'
import { expect, test } from 'vitest'
import { openWorkspaceFile } from '../../../main/handlers/open-workspace-file.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { openTestWorkspace } from './test-workspace.ts'

const odd = '头\ud842尾\udf9a\0'
const mended = '头\ufffd尾\ufffd'
const template = 'hebei-xinle-2024'
const note = {
  id: 'a',
  kind: 'comment',
  path: 'purpose',
  code: '',
  text: odd,
  author: odd,
  at: '2024-05-01T00:00:00.000Z',
  replies: [{ text: odd, author: odd, at: '2024-05-01T00:00:00.000Z' }],
  done: false,
}

function oddRecord() {
  const record = emptyRecord()
  record.unit = { code: '101', name: odd }
  record.project.name = odd
  record.purpose = odd
  record.extra = { [odd]: odd }
  record.indicators = [
    { ...emptyIndicator(), subcategory: '数量指标', name: odd, target: '≥3个', extra: { [odd]: odd } },
  ]
  return record
}

test('what is stored is whole text, and nothing is damaged afterwards', async () => {
  const { value, workspace, folder } = openTestWorkspace()
  const { id } = await value('projects.create', { template, year: '2024', unitName: odd, unitCode: '101' })
  const change = { id, version: 1, record: { ...oddRecord() }, notes: [note] }
  await value('projects.save', { changes: [change], added: [], removed: [], reason: `插入指标：${odd}` })
  await value('projects.save', {
    changes: [{ ...change, version: 2, record: { ...oddRecord(), purpose: '改' } }],
    added: [{ template, record: { ...oddRecord() }, notes: [note] }],
    removed: [],
    reason: odd,
  })
  await value('settings.write', { key: 'author', value: odd })
  await value('history.write', { table: id, state: JSON.stringify([odd]) + odd })
  expect(await value('projects.search', { text: odd })).toEqual([id, 'id-2'])
  const { projects } = await value('projects.open', { id })
  expect(projects[0]?.record.project.name).toBe(mended)
  expect(projects[0]?.record.extra).toEqual({ [mended]: mended })
  expect(projects[0]?.notes[0]?.replies[0]?.author).toBe(mended)
  expect((await value('versions.list', { id })).map(({ origin }) => originName(origin))).toEqual([
    mended,
    `插入指标：${mended}`,
    '新建',
  ])
  expect((await value('versions.read', { id, version: 2 })).record.purpose).toBe(mended)
  expect((await value('settings.read', {}))['author']).toBe(mended)
  expect((await value('history.read', { table: id })).state).toBe(JSON.stringify([odd]).replace('\0', '') + mended)
  expect((await value('units.list', {})).map(({ name }) => name)).toEqual([mended])
  expect(await value('entries.list', { unitName: odd, field: 'name', subcategory: '数量指标' })).toEqual([
    { text: mended, uses: 2 },
  ])
  workspace.store.checkpoint()
  expect(workspace.store.check.all()).toEqual([])
  await value('backup.create', { job: 'a' })
  const file = `${folder}/work.db`
  const again = openWorkspaceFile({ file, now: () => '2024-05-01T08:00:00.000Z', newId: () => 'x', readOnly: true })
  expect(again.check.all()).toEqual([])
  again.close()
})

test('a file with half a character is taken in as whole text', async () => {
  const { value, workspace, tokens, folder } = openTestWorkspace()
  const { writeFileSync } = await import('node:fs')
  const path = `${folder}/a.json`
  writeFileSync(path, JSON.stringify([{ template, record: oddRecord() }]))
  const token = tokens.add([{ name: 'a.json', path, error: null }], null)
  await value('import.read', { token })
  const { ids } = await value('import.commit', { token })
  expect((await value('projects.open', { id: ids[0] ?? '' })).projects[0]?.record.project.name).toBe(mended)
  expect(workspace.store.check.all()).toEqual([])
})
