/** The records a test has made, read back by two ways of their own: out of an exported file, and out of the workspace. */
import { existsSync, readFileSync } from 'node:fs'
import { readDocument } from '../../../main/documents/read.ts'
import { workspaceIn } from '../../../main/launch/data-folder.ts'
import { openWorkspaceFile } from '../../../main/handlers/open-workspace-file.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import type { FormRecord, Indicator, ProjectRecord } from '../../../shared/model/project.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'

export function recordsInFile(path: string): FormRecord[] {
  const { grids } = readDocument('导出.xlsx', readFileSync(path))
  return grids.flatMap((grid) => readGrid(grid, builtIn.all)).map(({ template, record }) => ({ template, record }))
}

/** In the order of the tables: of a list form all projects. */
export function recordsInWorkspace(data: string): FormRecord[] {
  const file = workspaceIn(data)
  if (!existsSync(file)) throw new Error(`no workspace in ${data}`)
  const refuse = (): never => {
    throw new Error('only read')
  }
  const store = openWorkspaceFile({ file, readOnly: true, now: refuse, newId: refuse })
  try {
    const [first] = store.projects.list({ deleted: false })
    if (!first) return []
    const { scope } = builtIn.all.find(({ id }) => id === first.template) ?? { scope: 'project' as const }
    return store.projects.open(first.id, scope).projects.map(({ record }) => ({ template: first.template, record }))
  } finally {
    store.close()
  }
}

type Parts = Partial<Omit<ProjectRecord, 'indicators'>>

/** Blank fields of the record filled up. */
export const recordOf = (parts: Parts, indicators: Partial<Indicator>[]): ProjectRecord => ({
  ...emptyRecord(),
  ...parts,
  indicators: indicators.map((one) => ({ ...emptyIndicator(), ...one })),
})
