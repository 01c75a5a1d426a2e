/**
 * A log that is gone, or a file that was copied alone while somebody worked, is told from the mark the owner left in the file; a
 * program that was killed, with its log in place, is not.
 */
import { originOfWord } from '../../../shared/model/origin.ts'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { added, createWorkspace } from './workspace.ts'
import { restoreBackup, restoreFrom } from './restore-from.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
let copies = 0
beforeEach(() => {
  workspace = createWorkspace()
  workspace.reopen()
})
afterEach(() => workspace.remove())

/** The files as they are now, somewhere else: what a kill leaves, or a person copies. */
function copyOf(ends: string[]): string {
  const folder = join(workspace.folder, `copy${(copies += 1)}`)
  mkdirSync(folder)
  const file = join(folder, 'workspace.db')
  for (const end of ends) if (existsSync(workspace.file + end)) copyFileSync(workspace.file + end, file + end)
  return file
}

/** What is told by each way of opening; the first changes nothing. */
function toldOf(file: string): (string | null)[] {
  return [true, false].map((readOnly) => {
    const store = openStore({ ...workspace.options, file, readOnly })
    const told = store.lostLogSince
    store.close()
    return told
  })
}
const since = '2024-05-06T08:00:00.000Z'
const alone = ['']
const together = ['', '-wal']
const work = (name: string) => {
  workspace.store.projects.create(added(name), originOfWord('新建'))
  workspace.setTime('2024-05-06T12:00:00.000Z')
}

describe('told', () => {
  test('copied alone while somebody works, before the first idle moment and after', () => {
    work('甲')
    expect(toldOf(copyOf(alone))).toEqual([since, since])
    workspace.store.checkpoint()
    work('乙')
    expect(toldOf(copyOf(alone))).toEqual([since, since])
  })

  test('the log was removed after the program was killed', () => {
    work('甲')
    const file = copyOf(together)
    writeFileSync(`${file}-wal`, '')
    expect(toldOf(file)).toEqual([since, since])
  })

  test('a log that cannot be read is told, and kept', () => {
    work('甲')
    const file = copyOf(together)
    const log = readFileSync(`${file}-wal`)
    log[16] = (log[16] ?? 0) ^ 1 // in its header: SQLite takes it for no log
    writeFileSync(`${file}-wal`, log)
    expect(toldOf(file)).toEqual([since, since])
    const kept = readdirSync(join(file, '..')).find((name) => name.includes('.replaced-'))
    expect(readFileSync(join(file, '..', kept ?? '')).equals(log)).toBe(true)
  })

  test('until it was closed in order once', () => {
    work('甲')
    const file = copyOf(alone)
    expect([toldOf(file), toldOf(file)]).toEqual([
      [since, since],
      [null, null],
    ])
  })

  test('restored from such a copy it is told too', () => {
    work('甲')
    const file = copyOf(alone)
    restoreFrom(workspace.store, file)
    expect(workspace.store.lostLogSince).toBe(since)
  })
})

describe('not told', () => {
  test('killed with its log in place, once and once more', () => {
    work('甲')
    const file = copyOf(together)
    const again = join(workspace.folder, 'again.db')
    for (const end of together) copyFileSync(file + end, again + end)
    expect(toldOf(file)).toEqual([null, null])
    const store = openStore({ ...workspace.options, file: again })
    store.projects.create(added('乙'), originOfWord('新建'))
    const twice = join(workspace.folder, 'twice.db')
    for (const end of together) copyFileSync(again + end, twice + end)
    store.close()
    expect(toldOf(twice)).toEqual([null, null])
    const opened = openStore({ ...workspace.options, file: twice, readOnly: true })
    expect(opened.projects.list({ deleted: false })).toHaveLength(2)
    opened.close()
  })

  test('killed before anything was changed, the log never made', () => {
    expect(toldOf(copyOf(alone))).toEqual([null, null])
    workspace.store.checkpoint()
    workspace.store.projects.list({ deleted: false })
    expect(toldOf(copyOf(alone))).toEqual([null, null])
  })

  test('copied after it was closed', () => {
    work('甲')
    workspace.store.close()
    expect(toldOf(copyOf(alone))).toEqual([null, null])
    workspace.store = openStore(workspace.options)
  })

  test('a reader beside the one who works', () => {
    work('甲')
    const reader = openStore({ ...workspace.options, readOnly: true })
    expect(reader.lostLogSince).toBeNull()
    reader.close()
  })

  test('a backup, an exported copy, what a restore replaced, and the workspace after a restore', () => {
    work('甲')
    const { name } = workspace.store.backups.create('manual')
    work('乙')
    const target = join(workspace.folder, 'exported.db')
    workspace.store.exportTo(target, false)
    expect(toldOf(target)).toEqual([null, null])
    restoreBackup(workspace.store, name)
    expect(workspace.store.lostLogSince).toBeNull()
    for (const backup of workspace.store.backups.list()) {
      const copy = join(workspace.folder, `copy of ${backup.name}`)
      copyFileSync(join(`${workspace.file}-backups`, backup.name), copy)
      expect(toldOf(copy)).toEqual([null, null])
    }
  })
})
