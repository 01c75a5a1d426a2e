/**
 * kill -9 at random moments of an export: whatever stands under a final name is whole, new or from the run before.
 * JIBIAO_EXPORT_KILLS sets the number of kills (8).
 */
import { builtIn } from '../../shared/templates/built-in.ts'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readTables } from '../../main/documents/worker/read-tables.ts'

const kills = Number(process.env['JIBIAO_EXPORT_KILLS'] ?? 8)
const root = resolve(import.meta.dirname, '..', '..')
const examples = join(root, 'main', 'resources', 'examples')
const formats = ['xlsx', 'docx', 'html', 'json'] as const

/** Exports the examples and kills it `delayMs` after it began to write; whether it was still at work then. */
function exportAndKill(folder: string, words: string[], delayMs: number): Promise<boolean> {
  return new Promise((done) => {
    const running = spawn(
      process.execPath,
      [join(root, 'main', 'cli', 'main.ts'), 'export', examples, '--out', folder, ...words],
      { stdio: 'ignore' },
    )
    const watching = watch(folder, () => void setTimeout(() => running.kill('SIGKILL'), delayMs))
    running.on('close', (_, signal) => {
      watching.close()
      done(signal === 'SIGKILL')
    })
  })
}

test(`after each of ${kills} kills every exported file is whole`, { timeout: 60_000 + kills * 15_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-export-kill-'))
  let killed = 0
  let looked = 0
  for (let round = 0; round < kills; round += 1) {
    const format = formats[round % formats.length] ?? 'xlsx'
    const place = join(folder, format)
    mkdirSync(place, { recursive: true })
    if (await exportAndKill(place, ['--format', format], (round * 137) % 300)) killed += 1
    for (const name of readdirSync(place)) {
      if (/^\.jibiao-.+\.tmp$/.test(name)) continue // never a final name, and hidden
      const read = await readTables({ name, bytes: readFileSync(join(place, name)) }, builtIn)
      expect([name, read.error, read.tables.length > 0]).toEqual([name, null, true])
      for (const { record } of read.tables) expect(record.indicators.length).toBeGreaterThan(0)
      if (format === 'html') expect(readFileSync(join(place, name), 'utf8')).toMatch(/<\/html>\n$/)
      looked += 1
    }
  }
  expect(killed).toBeGreaterThan(0)
  expect(looked).toBeGreaterThan(0)
  rmSync(folder, { recursive: true })
})
