/** One small invented table a form, for the golden drawings. */
import { emptyIndicator, emptyRecord } from '../../shared/model/project.ts'
import type { Indicator, ProjectRecord } from '../../shared/model/project.ts'

type Fields = Partial<Indicator>

const indicators = (rows: Fields[]): Indicator[] => rows.map((row) => ({ ...emptyIndicator(), ...row }))
const record = (fields: Partial<ProjectRecord>): ProjectRecord => ({ ...emptyRecord(), ...fields })

const levels = (category: string, subcategory: string, name: string, fields: Fields): Fields => ({
  category,
  subcategory,
  name,
  ...fields,
})

const hebei = record({
  unit: { code: '612004', name: '云溪县水务局本级' },
  project: { code: '13062424P00012340001X', name: '2024年农村饮水管网维护', leader: '' },
  funding: { unit: '万元', total: '100.30', fiscal: '100.30', special: '', other: '' },
  purpose: '用于全县农村饮水管网的日常维护和更换',
  paymentPlan: ['25.08', '50.15', '75.23', '100.30'],
  goal: { term: '', annual: '1.完成管网巡查和更换；\n2.保障农村供水稳定。' },
  indicators: indicators([
    levels('产出指标', '数量指标', '更换管网长度（米）', {
      description: '更换管网长度（米）',
      target: '≥5200米',
      basis: '工作安排',
    }),
    levels('产出指标', '质量指标', '水质抽检合格率', {
      description: '合格样品数占抽检样品数',
      target: '100百分比',
      basis: '历史依据',
    }),
    levels('效益指标', '社会效益指标', '受益人口', {
      description: '管网覆盖的常住人口',
      target: '3.2万人',
      basis: '工作安排',
    }),
    levels('满意度指标', '服务对象满意度指标', '用水户满意度', {
      description: '问卷调查',
      target: '≥90%',
      basis: '历史依据',
    }),
  ]),
})

const korla = record({
  year: '2023',
  unit: { code: '', name: '沙枣市文化馆' },
  project: { code: '', name: '部门专项-公共文化场馆免费开放经费', leader: '负责人子' },
  funding: { unit: '万元', total: '7.5', fiscal: '7.5', special: '', other: '0' },
  goal: { term: '', annual: '目标1：全年开放300天，举办培训24次。\n目标2：群众文化生活更加丰富。' },
  indicators: indicators([
    levels('产出指标', '数量指标', '全年开放天数', {
      target: '>=300天',
      basis: '历史标准',
      lastActual: '302天',
      weight: '20',
      scoring: '按照正常比例赋分',
      evidence: '工作资料',
    }),
    levels('产出指标', '数量指标', '举办培训次数', {
      target: '≥24次',
      basis: '计划标准',
      lastActual: '24次',
      weight: '10',
      scoring: '按照正常比例赋分',
      evidence: '工作资料',
    }),
    levels('产出指标', '质量指标', '设备完好率', {
      target: '=100%',
      basis: '历史标准',
      lastActual: '100%',
      weight: '10',
      scoring: '直接赋分',
      evidence: '工作资料',
    }),
    levels('成本指标', '经济成本指标', '培训成本', {
      target: '≤2500元/次',
      basis: '预算支出标准',
      lastActual: '无',
      weight: '20',
      scoring: '按照正常比例赋分',
      evidence: '原始凭证',
    }),
    levels('效益指标', '社会效益指标', '群众文化生活丰富程度', {
      target: '有效提高',
      basis: '历史标准',
      lastActual: '达成目标',
      weight: '20',
      scoring: '按评判等级赋分',
      evidence: '工作资料',
    }),
    levels('满意度指标', '满意度指标', '参观群众满意度', {
      target: '≥95%',
      basis: '历史标准',
      lastActual: '96%',
      weight: '10',
      scoring: '满意度赋分',
      evidence: '说明材料',
    }),
  ]),
})

const guangzhouProject = (name: string, total: string, rows: Fields[]): ProjectRecord =>
  record({
    unit: { code: '', name: '榕湾区公园管理中心' },
    project: { code: '', name, leader: '' },
    funding: { unit: '万元', total, fiscal: total, special: '', other: '' },
    goal: { term: '', annual: `通过${name}的实施，保持公园整洁开放。` },
    indicators: indicators(rows),
  })

const central = record({
  year: '2025',
  unit: { code: '', name: '某某研究所' },
  project: { code: '', name: '科研设施运行维护', leader: '' },
  funding: { unit: '万元', total: '320', fiscal: '300', special: '', other: '20' },
  termFunding: { total: '960', fiscal: '900', special: '', other: '60' },
  goal: { term: '三年内设施稳定运行。', annual: '全年设施运行不少于300天。' },
  extra: { 主管部门及代码: '某某部 123', 项目属性: '延续项目', 项目期: '3年', 中期目标年份: '2025年—2027年' },
  indicators: indicators([
    levels('产出指标', '数量指标', '运行天数', { termTarget: '≥900天', target: '≥300天' }),
    levels('产出指标', '数量指标', '升级改造设备数', { termTarget: '6台' }),
    levels('产出指标', '数量指标', '完成年度检修', { target: '2次' }),
    levels('效益指标', '社会效益指标', '开放共享机时', { termTarget: '≥3000小时', target: '≥1000小时' }),
    levels('满意度指标', '服务对象满意度指标', '用户满意度', { target: '≥90%' }),
  ]),
})

export const formExamples: Record<string, ProjectRecord[]> = {
  'hebei-xinle-2024': [hebei],
  'xinjiang-korla-2023': [korla],
  'guangzhou-panyu-2024': [
    guangzhouProject('绿化养护经费', '120.50', [
      levels('产出指标', '数量指标', '养护绿地面积', { termTarget: '约12万平方米', target: '约12万平方米' }),
      levels('效益指标', '社会效益', '公园整洁程度', { termTarget: '保持', target: '保持' }),
    ]),
    guangzhouProject('厕所保洁经费', '32.00', [
      levels('产出指标', '时效指标', '清洁及时性', { termTarget: '2-4小时内', target: '2-4小时内' }),
    ]),
  ],
  'central-2021': [central],
}
