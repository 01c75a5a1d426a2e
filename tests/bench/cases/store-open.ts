/** Opening the workspace of 10,000 projects to its first table; plain: opening the database and reading one record. */
import Database from 'better-sqlite3'
import { openStore } from '../../../main/store/store.ts'
import { benchWorkspace, times } from '../store-workspace.ts'

export const name = '打开一万个项目的工作区并读第一张表'
const { options, plain: database } = benchWorkspace()

/** Reading only, because the other measurements have the workspace open. */
export async function ours() {
  return times(9, (index) => {
    const store = openStore({ ...options, readOnly: true })
    store.projects.open(`p${index + 1}`, 'project')
    store.close()
  })
}

export async function plain() {
  return times(9, (index) => {
    const opened = new Database(database.name)
    opened.prepare('SELECT record FROM projects WHERE id = ?').get(`p${index + 1}`)
    opened.close()
  })
}
