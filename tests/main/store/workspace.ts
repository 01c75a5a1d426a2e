/** A workspace in a temporary folder with a clock and ids that count, and invented records. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { hashVersion, originIn, sealed } from '../../../main/store/projects/project-row.ts'
import { openStore } from '../../../main/store/store.ts'
import { originName } from '../../../shared/model/origin.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { toMicroWan } from '../../../shared/values/money.ts'
import type { ProjectRow, VersionRow } from '../../../main/store/projects/project-row.ts'
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

const ownUnit = '云溪县医疗保障局'

export function sampleRecord(name: string, total = '100.00', unitName = ownUnit): ProjectRecord {
  const empty = emptyRecord()
  return {
    ...empty,
    year: '2024',
    unit: { code: unitName === ownUnit ? '450001' : '', name: unitName },
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

/** What makes of rows that say nothing beside their record (`asWritten`) a workspace that an older program left, as SQL. */
const withoutBeside = `DROP INDEX projects_list;
  ${['fiscal_year', 'stage', 'origin'].map((name) => `ALTER TABLE projects DROP COLUMN ${name};`).join(' ')}
  ${['fiscal_year', 'template', 'origin'].map((name) => `ALTER TABLE versions DROP COLUMN ${name};`).join(' ')}
  CREATE INDEX projects_list ON projects (
    deleted_at, year, unit_code, unit_name, template, position, id, project_code, project_name, total_micro_wan,
    total_text, currency_unit, indicators, findings_error, findings_warning, findings_hint, updated_at
  );`
const withoutNotes = 'ALTER TABLE projects DROP COLUMN notes; ALTER TABLE versions DROP COLUMN notes;'
const olderShapes = {
  1: `${withoutBeside} ${withoutNotes} DROP TABLE settings; DROP TABLE undo_histories; PRAGMA user_version = 1;`,
  2: `${withoutBeside} ${withoutNotes} PRAGMA user_version = 2;`,
  3: `${withoutBeside} PRAGMA user_version = 3;`,
}

/** Turns a closed workspace file into one that an older program left. Its rows are those of then: with a word for their origin. */
export function makeOlder(file: string, shape: keyof typeof olderShapes, more = ''): void {
  const database = new Database(file)
  const all = <Row>(sql: string) => database.prepare<[], Row>(sql).all()
  for (const row of all<ProjectRow>('SELECT * FROM projects')) {
    const old = sealed({
      ...row,
      reason: originName(originIn(row)),
      origin: '',
      fiscal_year: printedIn(row),
      stage: '',
    })
    database.prepare('UPDATE projects SET reason = :reason, content_hash = :content_hash WHERE seq = :seq').run(old)
  }
  for (const row of all<VersionRow & { id: string; project: number }>(
    'SELECT versions.*, projects.id FROM versions JOIN projects ON seq = project',
  )) {
    const old = { ...row, reason: originName(originIn(row)), origin: '', template: '', fiscal_year: '' }
    database
      .prepare('UPDATE versions SET reason = ?, content_hash = ? WHERE project = ? AND version = ?')
      .run(old.reason, hashVersion(row.id, old), row.project, row.version)
  }
  database.exec(olderShapes[shape] + more)
  database.close()
}

const printedIn = ({ record }: ProjectRow): string => (JSON.parse(record) as ProjectRecord).year
