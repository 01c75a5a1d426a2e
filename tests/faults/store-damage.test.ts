/**
 * Bytes changed at many places of the workspace file. It must never be silently wrong: opening refuses it, or reading a
 * project does, or the check names the damage, or what is read is what was written.
 * JIBIAO_FLIPS sets the number of places (200).
 */
import { originOfWord } from '../../shared/model/origin.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StoreProblem } from '../../main/store/file/store-problem.ts'
import { openStore } from '../../main/store/store.ts'
import { comment } from '../support/sample-notes.ts'
import { added, createWorkspace, noFindings } from '../main/store/workspace.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { Store } from '../../main/store/store.ts'
import type { Workspace } from '../main/store/workspace.ts'

const flips = Number(process.env['JIBIAO_FLIPS'] ?? 200)
let workspace: Workspace
let whole: Buffer
let written: string[]

beforeAll(() => {
  workspace = createWorkspace()
  for (let number = 0; number < 40; number += 1) {
    const project = added(`项目${number}`, `${number}.5`)
    project.record.purpose = `用途${number}`.repeat(number * 20)
    workspace.store.projects.create(project, originOfWord('新建'))
  }
  for (let number = 1; number <= 20; number += 1) {
    const { record } = workspace.store.projects.read(`p${number}`)
    const notes = [comment('a', 'purpose', `意见${number}`.repeat(number * 5))]
    const change = { id: `p${number}`, version: 1, record: { ...record, purpose: '改' }, notes, findings: noFindings }
    workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
  }
  workspace.store.projects.remove(['p40'])
  workspace.store.settings.write('theme', '大字')
  workspace.store.history.write('p1', '[1]')
  workspace.store.checkpoint()
  written = readEverything(workspace.store).map((read) => JSON.stringify(read()))
  workspace.store.close()
  whole = readFileSync(workspace.file)
})
afterAll(() => workspace.remove())

const nameOf = ({ record }: { record: ProjectRecord }): string => record.project.name

/** One function for each thing that can be read. */
function readEverything(store: Store): (() => unknown)[] {
  const ids = Array.from({ length: 40 }, (_, index) => `p${index + 1}`)
  return [
    ...ids.map((id) => () => store.projects.read(id)),
    ...ids.slice(0, 20).map((id) => () => store.versions.read(id, 1)),
    () => store.projects.list({ deleted: false }),
    () => store.projects.list({ deleted: true }),
    () => store.deriveEach(nameOf),
    () => store.projects.search('项目3'),
    () => store.units.list(),
    () => store.years.list(),
    () => store.settings.read(),
    () => store.history.read('p1'),
    () => store.projects.open('p1', 'unit'),
    () => ids.slice(0, 20).map((id) => store.versions.list(id)),
  ]
}

function outcome(place: number): 'refused' | 'told' | 'unchanged' | 'silently wrong' {
  let store: Store
  try {
    store = openStore(workspace.options)
  } catch (thrown) {
    if (thrown instanceof StoreProblem) return 'refused'
    throw thrown
  }
  try {
    const damages = store.check.all()
    for (const { message } of damages) expect(message).toMatch(/损坏|对不上/)
    const wrong = readEverything(store).filter((read, index) => {
      try {
        return JSON.stringify(read()) !== written[index]
      } catch (thrown) {
        if (thrown instanceof StoreProblem) return false
        throw new Error(`byte ${place}`, { cause: thrown })
      }
    })
    if (damages.length > 0) return 'told'
    return wrong.length > 0 ? 'silently wrong' : 'unchanged'
  } finally {
    store.close()
  }
}

test(`${flips} changed bytes, none silently wrong`, { timeout: 60_000 + flips * 500 }, () => {
  const outcomes: Record<string, number[]> = {}
  for (let flip = 0; flip < flips; flip += 1) {
    const place = flip < 100 ? flip : (flip * 7919 * 131) % whole.length // the whole header, then all over the file
    const bytes = Buffer.from(whole)
    bytes[place] = (bytes[place] ?? 0) ^ (1 << (flip % 8))
    writeFileSync(workspace.file, bytes)
    ;(outcomes[outcome(place)] ??= []).push(place)
  }
  expect(outcomes['silently wrong']).toBeUndefined()
  expect(outcomes['refused']?.length).toBeGreaterThan(10)
  expect(outcomes['told']?.length).toBeGreaterThan(10)
})

test('a project whose text was changed on disk is never read as data, and says which it is', () => {
  const bytes = Buffer.from(whole)
  const place = bytes.lastIndexOf(Buffer.from('"name":"项目25"')) + 8
  bytes[place] = 'X'.charCodeAt(0) // the first of three bytes: 项 becomes rubbish
  writeFileSync(workspace.file, bytes)
  const store = openStore(workspace.options)
  expect(() => store.projects.read('p26')).toThrow('被损坏')
  const table = store.projects.open('p1', 'unit')
  expect(table.projects).toHaveLength(38)
  expect(table.damaged).toMatchObject([{ id: 'p26', name: '项目25' }])
  expect(store.projects.read('p1').record.project.name).toBe('项目0')
  expect(store.check.all().map(({ project }) => project)).toEqual(['p26'])
  store.close()
})
