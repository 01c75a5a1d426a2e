/** What is refused is not changed by a byte, and nothing is left beside it. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreProblem } from '../../../main/store/file/store-problem.ts'
import { openStore } from '../../../main/store/store.ts'
import { added, createWorkspace } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
let folder: string
beforeEach(() => {
  workspace = createWorkspace()
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
  folder = workspace.folder
})
afterEach(() => {
  workspace.store = openStore({ ...workspace.options, file: join(folder, 'another.db') })
  workspace.remove()
})

const state = () =>
  readdirSync(folder)
    .filter((name) => name.startsWith('other.db'))
    .map((name) => {
      const path = join(folder, name)
      const bytes = readFileSync(path)
      return [name, statSync(path).mtimeMs, createHash('sha256').update(bytes).digest('hex')].join(' ')
    })

const refusals: [string, string, (file: string) => void][] = [
  ['a newer workspace', 'store-newer', (file) => changed(file, 'PRAGMA user_version = 99')],
  [
    'a newer workspace in whose log alone that stands',
    'store-newer',
    (file) => changedInLog(file, 'PRAGMA user_version = 99'),
  ],
  ["another program's database without a log", 'store-not-a-database', (file) => foreign(file, 'DELETE')],
  ["another program's database with a log", 'store-not-a-database', (file) => foreign(file, 'WAL')],
  ['a database without an id', 'store-not-a-database', (file) => changed(file, 'PRAGMA application_id = 0')],
  ['a workspace without a shape', 'store-not-a-database', (file) => changed(file, 'PRAGMA user_version = 0')],
  ['something else', 'store-not-a-database', (file) => writeFileSync(file, '项目名称,金额\n'.repeat(500))],
]

function changed(file: string, sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

/** As after a program that was killed: the change is committed in the log and not yet in the file. */
function changedInLog(file: string, sql: string): void {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.exec(sql)
  const kept = ['', '-wal'].map((end) => [file + end, readFileSync(file + end)] as const)
  database.close()
  for (const [path, bytes] of kept) writeFileSync(path, bytes)
}

function foreign(file: string, mode: string): void {
  writeFileSync(file, '')
  const database = new Database(file)
  database.pragma(`journal_mode = ${mode}`)
  database.exec('CREATE TABLE photos (name TEXT); INSERT INTO photos VALUES (1)')
  database.close()
}

test.each(refusals)('%s', (_, code, make) => {
  workspace.store.close()
  const file = join(folder, 'other.db')
  copyFileSync(workspace.file, file)
  make(file)
  const before = state()
  for (const readOnly of [false, true]) {
    let refused = ''
    try {
      openStore({ ...workspace.options, file, readOnly }).close()
    } catch (thrown) {
      if (thrown instanceof StoreProblem) refused = thrown.code
      else throw thrown
    }
    expect([refused, state()]).toEqual([code, before])
  }
})
