/** The rule for files that another program holds: how often, how long, for which refusals; and that every rename of ours obeys it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { heldWaitsMs, untilFree, untilFreeSync } from '../../../main/files/held-file.ts'

/** Fails `times` times with `code`, then answers; counts the tries. */
function failing(code: string, times: number): { work: () => string; tries: () => number } {
  let tries = 0
  return {
    tries: () => tries,
    work() {
      tries += 1
      if (tries <= times) throw Object.assign(new Error(code), { code })
      return 'through'
    },
  }
}

test.each([
  ['EPERM', 3, 4, 'through'],
  ['EBUSY', 3, 4, 'through'],
  ['EACCES', 1, 2, 'through'],
  ['EPERM', 4, 4, 'EPERM'],
  ['ENOSPC', 1, 1, 'ENOSPC'],
  ['ENOENT', 1, 1, 'ENOENT'],
])('%s, %i times: tried %i times, then %s', async (code, times, tries, outcome) => {
  const [sync, waiting] = [failing(code, times), failing(code, times)]
  const told = (thrown: unknown): unknown => (thrown instanceof Error ? thrown.message : thrown)
  const found = await untilFree(async () => waiting.work(), [1, 1, 1]).catch(told)
  expect([found, waiting.tries()]).toEqual([outcome, tries])
  let answer: unknown
  try {
    answer = untilFreeSync(sync.work, [1, 1, 1])
  } catch (thrown) {
    answer = told(thrown)
  }
  expect([answer, sync.tries()]).toEqual([outcome, tries])
})

test('the waits grow, and end after some seconds', () => {
  expect(heldWaitsMs.toSorted((one, other) => one - other)).toEqual(heldWaitsMs)
  const total = heldWaitsMs.reduce((sum, ms) => sum + ms)
  expect([total > 1000, total < 5000]).toEqual([true, true])
})

test('nothing is renamed past it', () => {
  const main = join(import.meta.dirname, '..', '..', '..', 'main')
  const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const renames = files.flatMap((name) =>
    readFileSync(join(main, name), 'utf8')
      .split('\n')
      .filter((line) => /\brename(?:Sync)?\(/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  )
  expect(renames.length).toBeGreaterThan(1)
  expect(renames.filter((line) => !/\buntilFree(?:Sync)?\(\(\) => rename/.test(line))).toEqual([])
})
