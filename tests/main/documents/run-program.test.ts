import { expect, test } from 'vitest'
import { runProgram } from '../../../main/documents/run-program.ts'

const options = { limitMs: 20_000, signal: undefined, env: process.env }
const node = (script: string, more: Partial<Parameters<typeof runProgram>[2]> = {}) =>
  runProgram(process.execPath, ['-e', script], { ...options, ...more })

test('runs to the end and keeps the last line of complaint', async () => {
  expect(await node('console.error("one\\ntwo")')).toEqual({ end: 'exited', said: 'two' })
})

test('a program that does not end is killed at its limit, with what it started', async () => {
  // Its child holds standard error open: the run ends only when that one is dead too.
  const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`
  expect((await node(script, { limitMs: 500 })).end).toBe('timeout')
})

test('a signal kills it', async () => {
  expect((await node('setInterval(() => {}, 1000)', { signal: AbortSignal.timeout(300) })).end).toBe('cancelled')
})

test('a program that cannot be started is told, not thrown', async () => {
  const outcome = await runProgram('/no/such/program', [], options)
  expect(outcome).toEqual({ end: 'not-started', said: expect.stringContaining('ENOENT') })
})
