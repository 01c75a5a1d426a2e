/**
 * The two level vocabularies in use (forms.md 4): before and after 财预〔2021〕101号 (待核对). Codes as Guangdong prints
 * them; a form that prints none ignores them.
 */
import type { Level } from './template.ts'

/** 2015–2021, still in Hebei, Guangdong and Sichuan: cost stands inside 产出指标. */
export const levelsWithCostAsOutput: Level[] = [
  {
    name: '产出指标',
    code: '1',
    subcategories: [
      { name: '数量指标', code: '11' },
      { name: '质量指标', code: '12' },
      { name: '时效指标', code: '13' },
      { name: '成本指标', code: '14' },
    ],
  },
  {
    name: '效益指标',
    code: '2',
    subcategories: [
      { name: '经济效益指标', code: '21' },
      { name: '社会效益指标', code: '22' },
      { name: '生态效益指标', code: '23' },
      { name: '可持续影响指标', code: '24' },
    ],
  },
  { name: '满意度指标', code: '3', subcategories: [{ name: '服务对象满意度指标', code: '31' }] },
]

const plain = (names: string[]) => names.map((name) => ({ name, code: '' }))

/** Since 2021: 成本指标 is a first level of its own. */
export function levelsWithCostFirst(satisfaction: string): Level[] {
  return [
    { name: '产出指标', code: '', subcategories: plain(['数量指标', '质量指标', '时效指标']) },
    { name: '成本指标', code: '', subcategories: plain(['经济成本指标', '社会成本指标', '生态环境成本指标']) },
    { name: '效益指标', code: '', subcategories: plain(['经济效益指标', '社会效益指标', '生态效益指标']) },
    { name: '满意度指标', code: '', subcategories: plain([satisfaction]) },
  ]
}
