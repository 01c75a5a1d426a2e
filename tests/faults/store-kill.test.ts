/**
 * kill -9 at random moments while the workspace is made, edited, imported into, migrated and backed up. Afterwards: it opens,
 * every check is clean, every acknowledged edit is there, no batch is there by half, every backup is whole.
 * JIBIAO_KILLS sets the number of kills (25; for the long run 1000).
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from '../../main/store/store.ts'
import { toMicroWan } from '../../shared/values/money.ts'
import { makeOlder } from '../main/store/workspace.ts'

const kills = Number(process.env['JIBIAO_KILLS'] ?? 25)
const child = join(import.meta.dirname, 'store-editing-process.ts')

/** What the process had said when it was killed, `delayMs` after its first word (or after its start, in the first rounds). */
function runAndKill(file: string, round: number, delayMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, file, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complained = ''
    const killLater = (): void => void setTimeout(() => running.kill('SIGKILL'), delayMs)
    if (round % 3 === 0) setTimeout(killLater, 150)
    else running.stdout.once('data', killLater)
    running.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
    running.stderr.on('data', (bytes: Buffer) => (complained += bytes.toString()))
    running.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1))
      else reject(new Error(`the editing process ended by itself: ${complained}`))
    })
  })
}

/** As an older program left it: the next opening migrates. */
function takeBack(file: string): void {
  makeOlder(file, 1)
}

test(`after each of ${kills} kills everything acknowledged is there`, { timeout: 60_000 + kills * 5000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-kill-'))
  const file = join(folder, 'workspace.db')
  const versions = new Map<string, number>()
  const batches = new Map<string, number>()
  let acknowledged = 0
  for (let round = 0; round < kills; round += 1) {
    const lines = await runAndKill(file, round, (round * 37) % 90)
    acknowledged += lines.length
    for (const line of lines) {
      const [word, first = '', second = ''] = line.split(' ')
      if (word === 'edited') versions.set(first, Number(second))
      if (word === 'imported') batches.set(second, Number(first))
    }
    const store = openStore({ file, now: () => new Date().toISOString(), newId: () => 'x', toMicroWan })
    expect(store.lostLogSince).toBeNull()
    store.checkpoint()
    expect(store.check.all()).toEqual([])
    for (const [id, version] of versions) {
      const project = store.projects.read(id)
      expect(project.version).toBeGreaterThanOrEqual(version)
      expect(project.record.goal.annual).toBe(`第${project.version - 1}次修改`)
      expect(store.versions.list(id)).toHaveLength(project.version)
    }
    const names = store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
    for (const batch of new Set([...names, ...batches.keys()])) {
      expect(names.filter((name) => name === batch)).toHaveLength(10)
    }
    expect(store.projects.search('批次')).toHaveLength(names.length)
    for (const { name } of store.backups.list().slice(0, 2)) {
      const copy = new Database(join(`${file}-backups`, name), { readonly: true })
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
      copy.close()
    }
    store.close()
    if (round % 5 === 4) takeBack(file)
  }
  expect(acknowledged).toBeGreaterThan(kills)
  expect(readdirSync(folder).filter((name) => name.includes('.replaced-'))).toEqual([])
  rmSync(folder, { recursive: true })
})
