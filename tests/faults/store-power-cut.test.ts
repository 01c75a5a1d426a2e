/**
 * The power fails: a run of edits, imports, checkpoints and backups is recorded with its writes and syncs (strace), and replayed
 * to random points, losing and tearing what was not synced. Each time the workspace opens, every check is clean, every
 * acknowledged edit is there and every backup under its final name is whole. With the syncs of synchronous NORMAL the
 * same replay must lose edits, otherwise it proves nothing. JIBIAO_CUTS sets the number of points (60; for the long
 * run 10000).
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { StoreProblem } from '../../main/store/file/store-problem.ts'
import { openStore } from '../../main/store/store.ts'
import { toMicroWan } from '../../shared/values/money.ts'
import { createDisk, parseTrace, traced } from './recorded-writes.ts'
import type { Step } from './recorded-writes.ts'

const cuts = Number(process.env['JIBIAO_CUTS'] ?? 60)
const folder = mkdtempSync(join(tmpdir(), 'jibiao-power-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const hasStrace = spawnSync('strace', ['-V']).status === 0
if (!hasStrace) console.log('store-power-cut.test: strace is not installed, skipped')

function record(): Step[] {
  const recorded = join(folder, 'recorded')
  mkdirSync(recorded)
  const trace = join(folder, 'trace')
  const child = [join(import.meta.dirname, 'store-editing-process.ts'), join(recorded, 'workspace.db'), '0', '70']
  const flags = ['-f', '--seccomp-bpf', '-y', '-xx', '-s', '70000', '-e', `trace=${traced}`, '-o', trace]
  const ran = spawnSync('strace', [...flags, process.execPath, ...child], { encoding: 'utf8' })
  expect([ran.status, ran.stderr]).toEqual([0, ''])
  return parseTrace(readFileSync(trace, 'utf8'), recorded, (file) => !/-shm$|\.lock|\.owner$/.test(file))
}

/** What synchronous NORMAL would have synced: the log only before a checkpoint writes into the file. */
function withNormalSyncs(steps: Step[]): Step[] {
  const done = steps.filter(({ kind }) => kind !== 'said')
  const next = new Map(done.map((step, index) => [step, done[index + 1]]))
  return steps.filter((step) => {
    if (step.kind !== 'sync' || !step.file.endsWith('-wal')) return true
    const following = next.get(step)
    return following !== undefined && 'file' in following && !following.file.endsWith('-wal')
  })
}

/** What is wrong with the workspace that is found after a power cut; '' when nothing is. */
function lookAt(content: Map<string, Buffer>, acknowledged: Map<string, number>): string {
  const place = mkdtempSync(join(folder, 'cut-'))
  try {
    for (const [name, bytes] of content) {
      mkdirSync(dirname(join(place, name)), { recursive: true })
      writeFileSync(join(place, name), bytes)
    }
    const file = join(place, 'workspace.db')
    const store = openStore({ file, now: () => '2024-05-06T08:00:00.000Z', newId: () => 'x', toMicroWan })
    try {
      if (store.lostLogSince !== null) return 'a log is missed that is there'
      store.checkpoint()
      const [damage] = store.check.all()
      if (damage) return damage.message
      const versions = [...acknowledged].map(([id, version]) => store.projects.read(id).version >= version)
      if (versions.includes(false)) return 'an acknowledged edit is lost'
      for (const { name } of store.backups.list()) {
        const copy = new Database(join(`${file}-backups`, name), { readonly: true })
        const answer = copy.pragma('integrity_check', { simple: true })
        copy.close()
        if (answer !== 'ok') return `backup: ${String(answer)}`
      }
      return ''
    } finally {
      store.close()
    }
  } catch (thrown) {
    if (thrown instanceof StoreProblem) return `${thrown.code}: ${thrown.message}`
    throw thrown
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** The findings at `count` random points, with what was found. */
function replay(steps: Step[], count: number): string[] {
  const random = createRandom()
  const points = Array.from({ length: count }, () => Math.floor(random() * steps.length)).toSorted(
    (one, other) => one - other,
  )
  const disk = createDisk()
  const acknowledged = new Map<string, number>()
  let done = 0
  return points.flatMap((point) => {
    for (; done <= point; done += 1) {
      const step = steps[done]
      if (step) disk.take(step)
      const [, id, version] = (step?.kind === 'said' && /^edited (\S+) (\d+)$/.exec(step.text)) || []
      if (id !== undefined) acknowledged.set(id, Number(version))
    }
    const wrong = lookAt(disk.afterPowerCut(random), acknowledged)
    return wrong === '' ? [] : [`step ${point}: ${wrong}`]
  })
}

function createRandom(): () => number {
  let state = 20_240_506
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

test.skipIf(!hasStrace)(
  `${cuts} power cuts lose nothing; with synchronous NORMAL they would`,
  { timeout: 120_000 + cuts * 1000 },
  () => {
    const steps = record()
    expect(steps.filter(({ kind }) => kind === 'said').length).toBeGreaterThan(70)
    expect(replay(steps, cuts)).toEqual([])
    const looks = Math.min(cuts, 200)
    const lost = replay(withNormalSyncs(steps), looks)
    expect(lost.filter((finding) => finding.endsWith('an acknowledged edit is lost')).length).toBeGreaterThan(
      looks / 10,
    )
  },
)
