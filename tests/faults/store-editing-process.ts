/**
 * The process that store-kill.test.ts kills and store-power-cut.test.ts records: it edits, imports, removes and backs up as fast as it can and says on standard output
 * what is done – only after the store has returned. `edited <id> <version>`, `imported <count> <batch>`, `backed <name>`.
 */
import { originOf, originOfWord } from '../../shared/model/origin.ts'
import { writeSync } from 'node:fs'
import { openStore } from '../../main/store/store.ts'
import { emptyRecord } from '../../shared/model/project.ts'
import { toMicroWan } from '../../shared/values/money.ts'

const [file = '', round = '0', steps = 'Infinity'] = process.argv.slice(2)
let ids = 0
const store = openStore({
  file,
  now: () => new Date().toISOString(),
  newId: () => `r${round}-${(ids += 1)}`,
  toMicroWan,
})
const findings = { error: 0, warning: 0, hint: 0 }
const say = (line: string): void => void writeSync(1, `${line}\n`)
const added = (name: string) => {
  const empty = emptyRecord()
  const record = { ...empty, year: '2024', project: { ...empty.project, name }, purpose: '参保补助'.repeat(200) }
  return { template: 'hebei-xinle-2024', record, findings }
}

for (let step = 0; step < Number(steps); step += 1) {
  if (step % 40 === 0) {
    const batch = `批次${round}之${step}`
    const request = {
      changes: [],
      added: Array.from({ length: 10 }, () => added(batch)),
      removed: [],
      origin: originOf('imported'),
    }
    say(`imported ${store.projects.save(request).added.length} ${batch}`)
  }
  if (step % 60 === 30) say(`backed ${store.backups.create('manual').name}`)
  if (step % 25 === 24) store.checkpoint()
  const [project] = store.projects.search('批次').slice(step % 7)
  if (project === undefined) throw new Error('an imported batch is found')
  const { record, version } = store.projects.read(project)
  const change = {
    id: project,
    version,
    record: { ...record, goal: { term: '', annual: `第${version}次修改` } },
    findings,
  }
  const [saved] = store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') }).saved
  store.history.write(project, JSON.stringify([version]))
  say(`edited ${project} ${saved?.version}`)
}
