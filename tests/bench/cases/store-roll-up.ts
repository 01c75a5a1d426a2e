/**
 * The roll-up by unit over 10,000 projects of which one was just changed, as a person opens 汇总 after an edit; the very first one
 * reads each record and is said apart. Plain: GROUP BY over the JSON. To reach: ≤ 25 ms.
 */
import { originOfWord } from '../../../shared/model/origin.ts'
import { readSummary } from '../../../main/handlers/summary/read-summary.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { benchWorkspace, times } from '../store-workspace.ts'

export const name = '改过一个项目以后，一万个项目按单位汇总（≤ 25 毫秒）'
const { store, plain: database } = benchWorkspace()
const question = { by: 'unit', year: '' } as const

export async function ours() {
  const started = performance.now()
  readSummary({ store, templates: builtIn }, question)
  console.error(`  第一次汇总（读每个项目）${Math.round(performance.now() - started)} 毫秒`)
  const [first] = store.projects.list({ deleted: false })
  const taken = Array.from({ length: 9 }, (_, run) => {
    const { id, version, record } = store.projects.read(first?.id ?? '')
    const findings = { error: 0, warning: 0, hint: 0 }
    const change = { id, version, record: { ...record, purpose: `${run}` }, findings }
    store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
    return times(1, () => readSummary({ store, templates: builtIn }, question)).maximumMs
  }).toSorted((one, other) => one - other)
  return { p50Ms: taken[4] ?? 0, p99Ms: taken[8] ?? 0, maximumMs: taken[8] ?? 0 }
}

export async function plain() {
  const sums = database.prepare(
    `SELECT record ->> '$.year', record ->> '$.unit.code', count(*), sum(record ->> '$.funding.total')
     FROM projects GROUP BY 1, 2`,
  )
  return times(9, () => sums.all())
}
