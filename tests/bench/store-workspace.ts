/**
 * What the store's measurements share: a workspace of 10,000 projects with 120,000 indicators, and beside it a database of the same
 * records by a plain better-sqlite3 program (one table, the record as text). Made once a run, in a temporary folder.
 */
import { originOfWord } from '../../shared/model/origin.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStore } from '../../main/store/store.ts'
import { emptyIndicator, emptyRecord } from '../../shared/model/project.ts'
import { toMicroWan } from '../../shared/values/money.ts'
import type { Store, StoreOptions } from '../../main/store/store.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'

export const projectCount = 10_000
const characters =
  '医保参合补助乡镇卫生院服务能力提升项目资金公共设施建设维护老年人健康管理高血压患者规范率满意度覆盖面群众对于农村居民基本疗险学校教育经费教师培训数据系统运行'
const noFindings = { error: 0, warning: 0, hint: 0 }

export interface BenchWorkspace {
  store: Store
  options: StoreOptions
  plain: Database.Database
}

let made: BenchWorkspace | null = null

export function benchWorkspace(): BenchWorkspace {
  if (made) return made
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-bench-store-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  let ids = 0
  const options = {
    file: join(folder, 'workspace.db'),
    now: () => new Date().toISOString(),
    newId: () => `p${(ids += 1)}`,
    toMicroWan,
  }
  const store = openStore(options)
  const plain = openPlain(join(folder, 'plain.db'))
  const insert = plain.prepare('INSERT INTO projects (id, version, record) VALUES (?, 1, ?)')
  const random = createRandom()
  for (let block = 0; block < projectCount / 1000; block += 1) {
    const records = Array.from({ length: 1000 }, (_, index) => benchRecord(random, block * 1000 + index))
    const added = records.map((record) => ({ template: 'hebei-xinle-2024', record, findings: noFindings }))
    store.projects.save({ changes: [], added, removed: [], origin: originOfWord('导入') })
    plain.transaction(() =>
      records.forEach((record, index) => insert.run(`p${block * 1000 + index + 1}`, JSON.stringify(record))),
    )()
  }
  store.checkpoint()
  plain.pragma('wal_checkpoint(TRUNCATE)')
  made = { store, options, plain }
  return made
}

export function openPlain(file: string): Database.Database {
  const plain = new Database(file)
  plain.pragma('journal_mode = WAL')
  plain.pragma('synchronous = FULL')
  plain.exec('CREATE TABLE IF NOT EXISTS projects (id TEXT PRIMARY KEY, version INTEGER, record TEXT)')
  return plain
}

/** The times of `count` runs of `work`, in milliseconds. */
export function times(
  count: number,
  work: (index: number) => unknown,
): { p50Ms: number; p99Ms: number; maximumMs: number } {
  const taken = Array.from({ length: count }, (_, index) => {
    const start = performance.now()
    work(index)
    return performance.now() - start
  }).toSorted((one, other) => one - other)
  const at = (part: number) => Number((taken[Math.min(count - 1, Math.floor(count * part))] ?? 0).toFixed(3))
  return { p50Ms: at(0.5), p99Ms: at(0.99), maximumMs: at(1) }
}

function createRandom(): () => number {
  let state = 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

function benchRecord(random: () => number, number: number): ProjectRecord {
  const words = (length: number) =>
    Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join('')
  const empty = emptyRecord()
  return {
    ...empty,
    year: String(2020 + (number % 5)),
    unit: { code: String(450_001 + (number % 200)), name: `云溪县第${number % 200}中心` },
    project: { code: `4500012024P${number}`, name: words(14), leader: '' },
    funding: { ...empty.funding, unit: '万元', total: `${number}.25`, fiscal: `${number}.25` },
    purpose: words(80),
    goal: { term: '', annual: words(120) },
    indicators: Array.from({ length: 12 }, (_, index) => ({
      ...emptyIndicator(),
      category: index < 8 ? '产出指标' : '效益指标',
      subcategory: ['数量指标', '质量指标', '时效指标', '成本指标'][index % 4] ?? '',
      name: `${words(8)}率`,
      description: words(20),
      target: `≥${80 + index}%`,
      basis: '历史标准',
      lastActual: `${79 + index}.5%`,
      weight: '8',
      scoring: '按照正常比例赋分',
      evidence: '工作资料',
    })),
  }
}
