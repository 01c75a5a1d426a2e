/**
 * Good files of every kind with a few things changed (mutants/): each is read or refused in words, and each is pasted too,
 * in so many steps as its cells allow. None crashes, none hangs, none stops the others it is imported with. Seeded: a number
 * names a mutant. JIBIAO_MUTATIONS=200000 for the long run (JIBIAO_MUTATIONS_FROM to go on with one).
 */
import { expect, test } from 'vitest'
import { allowedSteps, runMutants } from './mutants/run-mutants.ts'

const count = Number(process.env['JIBIAO_MUTATIONS'] ?? 3000)
const from = Number(process.env['JIBIAO_MUTATIONS_FROM'] ?? 0)

test(`${count} mutants`, { timeout: 300_000 + count * 1000 }, async () => {
  const run = await runMutants(from, from + count)
  console.log(JSON.stringify({ tried: run.tried, outcomes: run.outcomes, most: run.most }))
  expect(run.hung).toEqual([])
  expect(run.wrong).toEqual([])
  expect(run.tried).toBe(count)
  // both are met: what is read and what is refused
  expect(run.outcomes['read']).toBeGreaterThan(count / 4)
  expect(run.outcomes['F-DAMAGED']).toBeGreaterThan(0)
  expect(run.most.steps).toBeLessThanOrEqual(allowedSteps(run.most))
})
