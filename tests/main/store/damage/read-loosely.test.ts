/** One byte of a record's JSON is another: nearly everything still reads, in its place, whichever byte it is. */
import { expect, test } from 'vitest'
import { readLoosely } from '../../../../main/store/damage/read-loosely.ts'
import { emptyIndicator, emptyRecord } from '../../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'

function sample(): ProjectRecord {
  const record = emptyRecord()
  record.year = '2024'
  record.unit = { code: '101', name: '白石镇“财政”所' }
  record.project = { code: 'P1', name: '道路养护\\项目', leader: '王某' }
  record.funding = { unit: '万元', total: '12.5', fiscal: '12.5', special: '', other: '0' }
  record.paymentPlan = ['25', '50', '75', '100']
  record.purpose = '第一行\n第二行\t"引号"'
  record.goal = { term: '', annual: '养护道路12公里。' }
  record.indicators = ['甲', '乙', '丙'].map((name) => ({
    ...emptyIndicator(),
    category: '产出指标',
    subcategory: '数量指标',
    name: `${name}指标`,
    target: `≥${name}3公里`,
    weight: '10',
    extra: { 备注: `${name}的备注` },
  }))
  record.extra = { 主管部门: '交通局' }
  return record
}

const text = JSON.stringify(sample())

/** Every text with its path. */
function textsOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value === '' ? [] : [`${path}=${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${path}.${name}`))
}

test('what is whole is read as it is', () => {
  expect(readLoosely(text)).toEqual(sample())
})

test.each(['X', '"', '{', ',', '\0', '\ufffd'])(
  '%j in the place of each letter: at most one row or three texts are lost',
  (letter) => {
    const all = new Set(textsOf(sample()))
    const rowTexts = textsOf(sample().indicators[0]).length
    let lostMost = 0
    let lostSum = 0
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === letter) continue
      const read = new Set(textsOf(readLoosely(text.slice(0, at) + letter + text.slice(at + 1))))
      const lost = [...all].filter((one) => !read.has(one)).length
      lostMost = Math.max(lostMost, lost)
      lostSum += lost
    }
    expect(lostSum / text.length).toBeLessThan(2)
    expect(lostMost).toBeLessThanOrEqual(3 * rowTexts + 4) // the word "indicators" itself: its rows are then nobody's
  },
)

test('nothing but rubbish is an empty record', () => {
  for (const rubbish of ['', '\0\0\0', 'abc', '{"', '[[[[', '"'.repeat(1000)])
    expect(readLoosely(rubbish)).toEqual(emptyRecord())
})
