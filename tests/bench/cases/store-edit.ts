/** One durable edit of a cell: ours with older version, search index and hash; plain: UPDATE of the record. To reach: p99 ≤ 3 ×. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { benchWorkspace, times } from '../store-workspace.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

export const name = '一次落盘的修改（2000 次；比 p99）'
const edits = 2000
const { store, plain } = benchWorkspace()
let edited = 0

function withEdit(record: ProjectRecord): ProjectRecord {
  edited += 1
  const indicators = record.indicators.map((row, index) =>
    index === edited % 12 ? { ...row, target: `≥${edited}人` } : row,
  )
  return { ...record, indicators }
}

/** The page holds the record and its version, so reading them is not part of the edit. */
export async function ours() {
  const table = Array.from({ length: 100 }, (_, index) => store.projects.read(`p${index * 7 + 1}`))
  const findings = { error: 0, warning: 1, hint: 0 }
  const taken = times(edits, (index) => {
    const project = table[index % 100]
    if (!project) throw new Error('a hundred projects were read')
    project.record = withEdit(project.record)
    const change = { id: project.id, version: project.version, record: project.record, findings }
    project.version =
      store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') }).saved[0]
        ?.version ?? 0
  })
  store.checkpoint()
  return taken
}

export async function plainly() {
  const update = plain.prepare('UPDATE projects SET record = ?, version = version + 1 WHERE id = ?')
  const table = Array.from({ length: 100 }, (_, index) => store.projects.read(`p${index * 7 + 1}`))
  const taken = times(edits, (index) => {
    const project = table[index % 100]
    if (!project) throw new Error('a hundred projects were read')
    project.record = withEdit(project.record)
    update.run(JSON.stringify(project.record), project.id)
  })
  plain.pragma('wal_checkpoint(TRUNCATE)')
  return taken
}
export { plainly as plain }
