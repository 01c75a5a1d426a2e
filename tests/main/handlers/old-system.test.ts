/** A system older than the database's prebuilt binding: said in words with what to do, not as an unexpected error. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { toFailure } from '../../../main/handlers/door/refusal.ts'
import { toStoreProblem } from '../../../main/store/file/store-problem.ts'

test('a binding that this system cannot load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-binding-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const nativeBinding = join(folder, 'foreign.node')
  writeFileSync(nativeBinding, 'of another system')
  let thrown: unknown = null
  try {
    new Database(':memory:', { nativeBinding }).close()
  } catch (error) {
    thrown = toStoreProblem(error) // as the store passes it on
  }
  expect(toFailure(thrown)).toMatchObject({ message: expect.stringContaining('npm run rebuild:sqlite') })
  expect(JSON.stringify(toFailure(thrown))).not.toContain('invalid ELF')
})
