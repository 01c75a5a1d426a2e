/** Searches among 10,000 projects, from rare words to one that stands in every table; plain: LIKE over the text. To reach: ≤ 5 ms. */
import { benchWorkspace, times } from '../store-workspace.ts'

export const name = '全文搜索（每次 ≤ 5 毫秒）'
const { store, plain: database } = benchWorkspace()
const words = [
  '医',
  '率',
  '医保',
  '医疗险',
  '数量',
  '数量指标',
  '工作资料',
  '云溪县第7中心',
  '按照正常比例',
  '95%',
  '满意度 补助',
  '找不到的词',
]

export async function ours() {
  const each = words.map((word) => [word, times(9, () => store.projects.search(word)).p50Ms])
  return { ...times(words.length, (index) => store.projects.search(words[index] ?? '')), ...Object.fromEntries(each) }
}

export async function plain() {
  const like = database.prepare<[string], string>('SELECT id FROM projects WHERE record LIKE ?').pluck()
  return times(words.length, (index) => like.all(`%${words[index]}%`))
}
