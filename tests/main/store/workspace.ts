/** A workspace in a temporary folder with a clock and ids that count, and invented records. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../main/store/store.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { toMicroWan } from '../../../shared/values/money.ts'
import type { Store, StoreOptions } from '../../../main/store/store.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

export interface Workspace {
  file: string
  folder: string
  options: StoreOptions
  store: Store
  /** The clock moves only when it is set. */
  setTime(time: string): void
  reopen(): Store
  remove(): void
}

export function createWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-store-'))
  const file = join(folder, 'workspace.db')
  let time = '2024-05-06T08:00:00.000Z'
  let ids = 0
  const options: StoreOptions = { file, now: () => time, newId: () => `p${(ids += 1)}`, toMicroWan }
  const workspace: Workspace = {
    file,
    folder,
    options,
    store: openStore(options),
    setTime: (next) => (time = next),
    reopen() {
      workspace.store.close()
      workspace.store = openStore(options)
      return workspace.store
    },
    remove() {
      workspace.store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return workspace
}

export const noFindings = { error: 0, warning: 0, hint: 0 }

export function sampleRecord(name: string, total = '100.00', unitName = '云溪县医疗保障局'): ProjectRecord {
  const empty = emptyRecord()
  return {
    ...empty,
    year: '2024',
    unit: { code: '450001', name: unitName },
    project: { code: '45000124P0001', name, leader: '' },
    funding: { ...empty.funding, unit: '万元', total },
    purpose: '用于城乡居民参保补助。',
    indicators: [
      {
        ...emptyIndicator(),
        category: '产出指标',
        subcategory: '数量指标',
        name: '参保人数',
        target: '≥31万人',
        weight: '14',
      },
      { ...emptyIndicator(), category: '效益指标', subcategory: '社会效益指标', name: '政策知晓率', target: '≥95%' },
    ],
  }
}

export function added(name: string, total?: string, unitName?: string) {
  return { template: 'hebei-xinle-2024', record: sampleRecord(name, total, unitName), findings: noFindings }
}

/** What makes a workspace without notes one that an older program left: its shape, as SQL. */
const withoutNotes = 'ALTER TABLE projects DROP COLUMN notes; ALTER TABLE versions DROP COLUMN notes;'
export const olderShapes = {
  1: `${withoutNotes} DROP TABLE settings; DROP TABLE undo_histories; PRAGMA user_version = 1;`,
  2: `${withoutNotes} PRAGMA user_version = 2;`,
}
