/** The workspace the measurements of the page run in: 10,000 projects with 120,000 indicators, and two tables to type in. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../main/store/store.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { toMicroWan } from '../../../shared/values/money.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

export interface ListWorkspace {
  folder: string
  /** Ids of the tables of 15 and 60 indicators. */
  fifteen: string
  sixty: string
}

const noFindings = { error: 0, warning: 0, hint: 0 }
const kinds = ['医疗救助', '校舍维修', '送戏下乡', '绿地养护', '道路养护', '图书采购', '人才培训', '水渠清淤']
const places = ['云溪县', '白河镇', '青石乡', '南湾街道', '东岭村', '柳林社区']

export function createListWorkspace(projects: number): ListWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-bench-page-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  let ids = 0
  const store = openStore({
    file: join(folder, '绩表.db'),
    now: () => new Date().toISOString(),
    newId: () => `p${(ids += 1)}`,
    toMicroWan,
  })
  const save = (template: string, records: ProjectRecord[]) =>
    store.projects.save({
      changes: [],
      added: records.map((record) => ({ template, record, findings: noFindings })),
      removed: [],
      origin: originOfWord('导入'),
    }).added[0]?.id ?? ''
  for (let block = 0; block < projects; block += 1000) {
    const size = Math.min(1000, projects - block)
    save(
      'hebei-xinle-2024',
      Array.from({ length: size }, (_, index) => projectRecord(block + index, 12)),
    )
  }
  const fifteen = save('xinjiang-korla-2023', [projectRecord(projects + 1, 15)])
  const sixty = save('xinjiang-korla-2023', [projectRecord(projects + 2, 60)])
  store.checkpoint()
  store.close()
  return { folder, fifteen, sixty }
}

function projectRecord(number: number, indicators: number): ProjectRecord {
  const empty = emptyRecord()
  const place = places[number % places.length] ?? ''
  const kind = kinds[number % kinds.length] ?? ''
  return {
    ...empty,
    year: '2024',
    unit: { code: String(450_001 + (number % 200)), name: `${place}第${number % 200}中心` },
    project: { code: `4500012024P${number}`, name: `${place}${kind}第${number}号项目`, leader: '' },
    funding: { ...empty.funding, unit: '万元', total: `${number}.25`, fiscal: `${number}.25` },
    purpose: `用于${place}${kind}的支出。`,
    goal: { term: '', annual: `完成${kind}的全年任务，保障${place}群众的需要。` },
    indicators: Array.from({ length: indicators }, (_, index) => ({
      ...emptyIndicator(),
      category: index * 3 < indicators * 2 ? '产出指标' : '效益指标',
      subcategory: index * 3 < indicators * 2 ? '数量指标' : '社会效益指标',
      name: `${kind}第${index + 1}项完成率`,
      target: `≥${80 + (index % 20)}%`,
      basis: '历史标准',
      lastActual: `${79 + (index % 20)}.5%`,
      weight: '6',
      scoring: '按照正常比例赋分',
      evidence: '工作资料',
    })),
  }
}
