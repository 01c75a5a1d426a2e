/** Sums by year and unit over 10,000 projects; plain: GROUP BY over the JSON. To reach: ≤ 15 ms. */
import { benchWorkspace, times } from '../store-workspace.ts'

export const name = '一万个项目按年度和单位汇总（≤ 15 毫秒）'
const { store, plain: database } = benchWorkspace()

export async function ours() {
  return times(9, () => store.rollUp())
}

export async function plain() {
  const sums = database.prepare(
    `SELECT record ->> '$.year', record ->> '$.unit.code', count(*), sum(record ->> '$.funding.total')
     FROM projects GROUP BY 1, 2`,
  )
  return times(9, () => sums.all())
}
