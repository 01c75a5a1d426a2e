/** Days that are printed or shown are those of the machine's zone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { createWorkspace } from '../store/workspace.ts'
import { openTestWorkspace } from './test-workspace.ts'

const zone = process.env['TZ']
beforeEach(() => void (process.env['TZ'] = 'America/New_York'))
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('the cover of a volume has the day on which it was made here', async () => {
  const { value, answers, folder } = openTestWorkspace() // its clock begins with 1 May in Greenwich
  answers.fileName = 'a.docx'
  const { ids } = await value('examples.open', {})
  await value('export.run', { ids, format: 'docx', single: true, job: 'j' })
  const parts = unzipSync(readFileSync(join(folder, 'exports', 'a.docx')))
  const text = new TextDecoder().decode(parts['word/document.xml'])
  expect(text).toContain('2024年4月30日')
  expect(new TextDecoder().decode(parts['docProps/core.xml'])).toMatch(/2024-05-01T00:00:\d\dZ/)
})

test('who has the workspace, and since when here', () => {
  const workspace = createWorkspace()
  expect(() => openStore(workspace.options)).toThrow('从 2024-05-06 04:00 起')
  workspace.remove()
})
