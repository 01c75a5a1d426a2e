/** Invented records of believable size and wording, for documents, prints and measurements. Same number, same record. */
import { emptyIndicator, emptyRecord } from '../../shared/model/project.ts'
import type { Indicator, ProjectRecord } from '../../shared/model/project.ts'

const rows: Partial<Indicator>[] = [
  { category: '产出指标', subcategory: '数量指标', name: '基本医疗保险参保人数', target: '>=48.10万人', weight: '10' },
  { category: '产出指标', subcategory: '数量指标', name: '政策宣传场次', target: '≥6次', weight: '5' },
  { category: '产出指标', subcategory: '数量指标', name: '虚报参保人数', target: '=0人', weight: '5' },
  { category: '产出指标', subcategory: '质量指标', name: '参保信息准确率', target: '≥98%', weight: '10' },
  { category: '产出指标', subcategory: '质量指标', name: '资金发放合规率', target: '=100%', weight: '10' },
  {
    category: '产出指标',
    subcategory: '时效指标',
    name: '补助资金拨付及时率',
    target: '每季度结束后的15日内',
    weight: '10',
  },
  { category: '成本指标', subcategory: '经济成本指标', name: '人均补助标准', target: '≤197.36元/人/年', weight: '10' },
  { category: '成本指标', subcategory: '经济成本指标', name: '宣传资料印制成本', target: '<=5万元', weight: '10' },
  { category: '效益指标', subcategory: '社会效益指标', name: '群众就医负担减轻程度', target: '有效减轻', weight: '10' },
  { category: '效益指标', subcategory: '社会效益指标', name: '住院费用实际报销比例', target: '≥70%', weight: '5' },
  { category: '效益指标', subcategory: '可持续影响指标', name: '保障制度持续运行', target: '持续改善', weight: '5' },
  { category: '满意度指标', subcategory: '服务对象满意度指标', name: '参保群众满意度', target: '≥95%', weight: '10' },
]

const subjects = [
  '城乡居民基本医疗保险补助',
  '医疗救助资金',
  '村级卫生室运行补助',
  '长期护理保险试点',
  '医保经办服务能力提升',
]

export function inventedRecord(number: number, indicatorCount = rows.length): ProjectRecord {
  const record = emptyRecord()
  const amount = (100.3 + number).toFixed(2)
  record.year = '2024'
  record.unit = { code: '130999', name: '云溪县医疗保障局本级' }
  record.project = {
    code: `13099924P${String(number).padStart(11, '0')}1`,
    name: `2024年${subjects[number % subjects.length] ?? ''}项目（第${number + 1}批）`,
    leader: '经办甲',
  }
  record.funding = { unit: '万元', total: amount, fiscal: amount, special: '', other: '0.00' }
  record.termFunding = { total: amount, fiscal: amount, special: '', other: '0.00' }
  record.purpose = `用于${subjects[number % subjects.length] ?? ''}的发放、经办和宣传，按季度拨付到白河镇等乡镇。`
  record.paymentPlan = ['25.08', '50.15', '75.23', amount]
  record.goal = {
    term: '1.三年内参保率稳定在95%以上。\n2.群众就医负担持续减轻。',
    annual: `1.完成年度参保扩面任务，参保人数不少于${48 + (number % 9)}万人。\n2.补助资金按时足额拨付，专款专用。\n3.群众满意度达到95%以上。`,
  }
  record.indicators = Array.from({ length: indicatorCount }, (_, index) => {
    const row = rows[index % rows.length] ?? {}
    const target = row.target ?? ''
    return {
      ...emptyIndicator(),
      ...row,
      name: index < rows.length ? (row.name ?? '') : `${row.name ?? ''}（续${Math.floor(index / rows.length)}）`,
      description: `${row.name ?? ''}，反映项目实际完成情况`,
      termTarget: target,
      basis: index % 2 === 0 ? '工作安排' : '历史依据',
      lastActual: index % 3 === 0 ? target : '无',
      scoring: '按照正常比例赋分',
      evidence: '工作台账、统计报表',
    }
  })
  return record
}
