/**
 * A program that ends without closing its workspace – an exception, process.exit – loses nothing, and the next start must not
 * say so: SQLite moves the log into the file as the process ends, and takes it away.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { createWorkspace } from './workspace.ts'

const storeModule = JSON.stringify(join(import.meta.dirname, '..', '..', '..', 'main', 'store', 'store.ts'))

const ends = {
  'process.exit': 'process.exit(3)',
  'an exception': "throw new Error('unforeseen')",
  'nothing left to do': '',
}

test.each(Object.entries(ends))('%s: the change is there, and no log is missed', (_, end) => {
  const workspace = createWorkspace()
  onTestFinished(() => workspace.remove())
  workspace.store.close()
  const script = `
    const { openStore } = await import(${storeModule})
    const options = { file: ${JSON.stringify(workspace.file)}, now: () => '2026-05-06T08:00:00.000Z', newId: () => 'x', toMicroWan: () => null }
    openStore(options).settings.write('kept', 'as typed')
    ${end}`
  spawnSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' })
  const store = openStore(workspace.options)
  onTestFinished(() => store.close())
  expect(store.lostLogSince).toBe(null)
  expect(store.settings.read()['kept']).toBe('as typed')
})
