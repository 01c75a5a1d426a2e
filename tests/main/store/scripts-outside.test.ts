/** What scripts outside call on a workspace file keeps its shape: one call each, and a word in place of an origin. */
import { expect, onTestFinished, test } from 'vitest'
import { originName } from '../../../shared/model/origin.ts'
import { added, createWorkspace, noFindings } from './workspace.ts'

test('words for origins, the backup of the day and a restore in one call', () => {
  const workspace = createWorkspace()
  onTestFinished(() => workspace.remove())
  const { store } = workspace
  const { id, version } = store.projects.create(added('甲'), '新建')
  expect(store.backups.createDaily()?.reason).toBe('daily')
  expect(store.backups.createDaily()).toBe(null)
  const { record } = store.projects.read(id)
  const change = { id, version, record: { ...record, purpose: '修渠' }, findings: noFindings }
  store.projects.save({ changes: [change], added: [], removed: [], reason: '导入' })
  expect(store.versions.list(id).map(({ origin }) => originName(origin))).toEqual(['导入', '新建'])
  store.restoreBackup(store.backups.list()[0]?.name ?? '')
  expect(store.projects.read(id).record.purpose).toBe(record.purpose)
})
