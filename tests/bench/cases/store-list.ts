/** The list of 10,000 projects; plain: reading and parsing the same records. */
import { benchWorkspace, times } from '../store-workspace.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

export const name = '列出一万个项目'
const { store, plain: database } = benchWorkspace()

export async function ours() {
  return times(5, () => store.projects.list({ deleted: false }).length)
}

export async function plain() {
  const read = database.prepare<[], string>('SELECT record FROM projects').pluck()
  return times(5, () => read.all().map((text) => (JSON.parse(text) as ProjectRecord).project.name)) // written by ourselves
}
