/**
 * The process that restore-kill.test.ts kills: it edits one project, then restores, the two sources in turn, again and again,
 * and says on standard output what it begins and what is done. `open`: the workspace is open while it is restored, as in
 * the program; `closed`: nobody has it open, as at a start with --restore; `start`: it is opened and closed, nothing else.
 */
import { originOfWord } from '../../shared/model/origin.ts'
import { writeSync } from 'node:fs'
import { restoreFile } from '../../main/store/restore/restore.ts'
import { openStore } from '../../main/store/store.ts'
import { toMicroWan } from '../../shared/values/money.ts'
import { restoreFrom } from '../main/store/restore-from.ts'
import type { Store } from '../../main/store/store.ts'

const [mode = '', file = '', round = '', ...sources] = process.argv.slice(2)
const now = (): string => new Date().toISOString()
const open = (): Store => openStore({ file, now, newId: () => 'x', toMicroWan })
const say = (line: string): void => void writeSync(1, `${line}\n`)

function edit(store: Store, mark: string): void {
  const { record, version } = store.projects.read('p1')
  const change = { id: 'p1', version, record: { ...record, goal: { term: '', annual: mark } } }
  const findings = { error: 0, warning: 0, hint: 0 }
  store.projects.save({ changes: [{ ...change, findings }], added: [], removed: [], origin: originOfWord('编辑') })
  say(`edited ${mark}`)
}

if (mode === 'start') {
  say('begin')
  open().close()
  say('done')
} else if (mode === 'open') {
  const store = open()
  for (let count = Number(round) % 2; ; count += 1) {
    const source = sources[count % 2] ?? ''
    edit(store, `${round}-${count}`)
    say(`begin ${source}`)
    restoreFrom(store, source)
    say(`done ${source}`)
  }
} else {
  for (let count = Number(round) % 2; ; count += 1) {
    const source = sources[count % 2] ?? ''
    say(`begin ${source}`)
    restoreFile(file, source, now())
    say(`done ${source}`)
  }
}
