/**
 * kill -9 inside restores, at random moments after the restore began; half of them with every sync of the disk delayed by
 * 50–500 ms (strace), and a third followed by a second kill while the next start finishes what is left. Workspaces that are
 * open, closed, and damaged with a log beside them. Afterwards the next start has the old content or the new, whole;
 * never an empty workspace, never one beside the log of the other; and what was replaced is kept.
 * JIBIAO_RESTORE_KILLS sets the number of kills (12; for the long run 500).
 */
import { originOfWord } from '../../shared/model/origin.ts'
import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listBackups } from '../../main/store/backup/backup.ts'
import { openStore } from '../../main/store/store.ts'
import { StoreProblem } from '../../main/store/file/store-problem.ts'
import { toMicroWan } from '../../shared/values/money.ts'
import { added } from '../main/store/workspace.ts'
import type { Store } from '../../main/store/store.ts'

const kills = Number(process.env['JIBIAO_RESTORE_KILLS'] ?? 12)
const child = join(import.meta.dirname, 'store-restoring-process.ts')
const folder = mkdtempSync(join(tmpdir(), 'jibiao-restore-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const hasStrace = spawnSync('strace', ['-V']).status === 0
if (!hasStrace) console.log('restore-kill.test: strace is not installed, no kills with delayed syncs')

const place = join(folder, 'workspace')
const file = join(place, 'workspace.db')
const now = (): string => new Date().toISOString()
const open = (path: string): Store => {
  let ids = 0
  return openStore({ file: path, now, newId: () => `p${(ids += 1)}`, toMicroWan })
}

/** Two workspaces that can be told apart by any of their projects. */
const sources = [
  { path: join(folder, 'first.db'), projects: 30, name: '甲' },
  { path: join(folder, 'second.db'), projects: 45, name: '乙' },
]

function makeSources(): void {
  for (const { path, projects, name } of sources) {
    const store = open(path)
    for (let count = 0; count < projects; count += 1) {
      const project = added(name)
      project.record.purpose = `${name}的用途`.repeat(200)
      store.projects.create(project, originOfWord('新建'))
    }
    store.close()
  }
}

type Mode = 'open' | 'closed' | 'start'

/** What the process had said when it was killed, `delayMs` after its first `begin`; `syncMs`: how long each sync is delayed. */
async function runAndKill(mode: Mode, round: number, delayMs: number, syncMs: number): Promise<string[]> {
  const script = [child, mode, file, String(round), ...sources.map(({ path }) => path)]
  const [command, words] =
    syncMs === 0 ? [process.execPath, script] : ['strace', [...delaying(syncMs), process.execPath, ...script]]
  for (;;) {
    const { lines, complaints, isKilled } = await runUntilKilled(command, words, delayMs)
    if (isKilled || (mode === 'start' && lines.includes('done'))) return lines
    if (complaints !== '') throw new Error(`the restoring process ended by itself: ${complaints}`)
  } // ended from outside before it had begun, on a machine that many share: that was no kill of ours
}

interface Run {
  lines: string[]
  complaints: string
  /** In time: not just what strace had left. */
  isKilled: boolean
}

function runUntilKilled(command: string, words: string[], delayMs: number): Promise<Run> {
  return new Promise((resolve) => {
    const running = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    let [said, complaints, isKilled] = ['', '', false]
    const kill = (): void => {
      try {
        if (running.pid !== undefined) process.kill(-running.pid, 'SIGKILL') // strace and what it runs
      } catch (thrown) {
        if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown // ended already
      }
    }
    running.stdout.on('data', (bytes: Buffer) => {
      const begun = said.includes('begin')
      said += bytes.toString()
      if (begun || !said.includes('begin')) return
      setTimeout(() => {
        isKilled = running.exitCode === null
        kill()
      }, delayMs)
    })
    running.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()))
    running.on('exit', kill) // what strace ran does not live on without it
    running.on('close', () => resolve({ lines: said.split('\n').slice(0, -1), complaints, isKilled }))
  })
}

const delaying = (ms: number): string[] => {
  const calls = 'fsync,fdatasync'
  return ['-f', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${calls}:delay_enter=${ms * 1000}`]
}

/** Which of the two stands there, whole, and the mark of the last edit. */
function contentOf(store: Store): { name: string; mark: string } {
  expect(store.check.all()).toEqual([])
  const names = store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
  const [name = 'nothing'] = names
  const source = sources.find((one) => one.name === name)
  expect(names).toEqual(Array.from({ length: source?.projects ?? -1 }, () => name))
  expect(store.projects.search('用途')).toHaveLength(names.length)
  return { name, mark: store.projects.read('p1').record.goal.annual }
}

const replaced = (): string[] => readdirSync(place).filter((name) => /\.replaced-[\d-]+$/.test(name))

/** The marks in all that is kept: backups made by restores, and what lies beside the file. */
function keptMarks(): string[] {
  const backups = listBackups(file).map(({ name }) => join(`${file}-backups`, name))
  return [...backups, ...replaced().map((name) => join(place, name))].map((path) => {
    const copy = join(folder, 'looked-at.db')
    for (const end of ['-wal', '-shm']) rmSync(copy + end, { force: true })
    copyFileSync(path, copy)
    const store = open(copy)
    const { mark } = contentOf(store)
    store.close()
    return mark
  })
}

/** What may stand there after these words: `name/mark`, from `before`. */
function allowed(before: { name: string; mark: string }, lines: readonly string[]): string[] {
  let states = [before]
  const restored = (path: string) => ({ name: sources.find((one) => one.path === path)?.name ?? '', mark: '' })
  for (const line of lines) {
    const [word, text = ''] = line.split(' ')
    if (word === 'edited') states = states.slice(0, 1).map(({ name }) => ({ name, mark: text }))
    if (word === 'begin') states = [...states.slice(0, 1), restored(text)]
    if (word === 'done') states = [restored(text)]
  }
  return states.map(({ name, mark }) => `${name}/${mark}`)
}

const outcomes: Record<string, number> = {}
const count = (outcome: string): void => void (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1)

async function killTwiceAtMost(mode: Mode, round: number, random: () => number): Promise<string[]> {
  const syncMs = hasStrace && round % 2 === 1 ? 50 + Math.floor(random() * 450) : 0
  const lines = await runAndKill(mode, round, random() * (syncMs === 0 ? 120 : syncMs * 12), syncMs)
  if (existsSync(`${file}.exchange`)) count('decided when killed')
  if (round % 3 === 2) await runAndKill('start', round, random() * 60, syncMs > 0 ? 50 : 0)
  return lines
}

test(
  `after each of ${kills} kills inside a restore the old or the new is there`,
  { timeout: 60_000 + kills * 15_000 },
  async () => {
    makeSources()
    const random = createRandom()
    for (let round = 0; round < kills; round += 1) {
      rmSync(place, { recursive: true, force: true })
      const [first, second] = sources
      if (!first || !second) throw new Error('two sources')
      const start = round % 4 < 2 ? first : second
      mkdirSync(place)
      copyFileSync(start.path, file)
      if (round % 4 === 3) await killOnDamaged(round, random)
      else await killOnWhole(round % 4 === 2 ? 'closed' : 'open', start.name, round, random)
      expect(readdirSync(place).filter((name) => /\.(restored|exchange|half)/.test(name))).toEqual([])
    }
    console.log(`restore-kill.test: ${JSON.stringify(outcomes)}`)
  },
)

async function killOnWhole(mode: Mode, name: string, round: number, random: () => number): Promise<void> {
  const lines = await killTwiceAtMost(mode, round, random)
  const store = open(file)
  const found = contentOf(store)
  store.close()
  const may = allowed({ name, mark: '' }, lines)
  const unsaid = `${found.name}/${round}-` // an edit that was saved and not yet acknowledged
  const isUnsaid =
    may.length === 1 && `${found.name}/${found.mark}`.startsWith(unsaid) && may[0]?.startsWith(`${found.name}/`)
  if (!isUnsaid) expect(may).toContain(`${found.name}/${found.mark}`)
  const isNew = may.length === 2 && may[1] === `${found.name}/${found.mark}`
  const begun = lines.filter((line) => line.startsWith('edited ')).map((line) => line.slice('edited '.length))
  const last = begun.at(-1)
  if (isNew && last !== undefined) expect(keptMarks()).toContain(last)
  count(isNew ? 'new' : may.length === 2 ? 'old' : 'between')
}

/** A workspace nobody can open, with a log beside it. */
async function killOnDamaged(round: number, random: () => number): Promise<void> {
  const rubbish = { '': Buffer.from('rubbish'.repeat(9000)), '-wal': makeLog() }
  for (const [end, bytes] of Object.entries(rubbish)) writeFileSync(file + end, bytes)
  const lines = await killTwiceAtMost('closed', round, random)
  const rubbishAt = (path: string): boolean =>
    Object.entries(rubbish).every(([end, bytes]) => existsSync(path + end) && readFileSync(path + end).equals(bytes))
  let code = ''
  try {
    const store = open(file)
    const found = contentOf(store)
    store.close()
    expect(allowed({ name: '', mark: '' }, lines)).toContain(`${found.name}/`)
    expect(replaced().some((name) => rubbishAt(join(place, name)))).toBe(true)
  } catch (thrown) {
    if (!(thrown instanceof StoreProblem)) throw thrown
    code = thrown.code
    expect(['store-not-a-database', 'store-damaged']).toContain(code)
    expect(lines.some((line) => line.startsWith('done'))).toBe(false)
    expect(rubbishAt(file)).toBe(true)
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}.restored${end}`, { force: true }) // for the start that opens
  }
  count(code === '' ? 'damaged: new' : 'damaged: as it was')
}

/** A log that is whole, of another database: were it left beside the new file, it would be written into it. */
function makeLog(): Buffer {
  const other = join(folder, 'other.db')
  for (const end of ['', '-wal', '-shm']) rmSync(other + end, { force: true })
  copyFileSync(sources[0]?.path ?? '', other)
  const store = open(other)
  store.projects.remove(['p1', 'p2', 'p3'])
  const log = readFileSync(`${other}-wal`)
  store.close()
  expect(log.length).toBeGreaterThan(4096)
  return log
}

function createRandom(): () => number {
  let state = 20_240_507 + kills // another count, other moments
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
