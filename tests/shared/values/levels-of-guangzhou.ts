/** The level vocabulary of the packed indicator cell, as test data. */
export const guangzhouLevels = [
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
      { name: '经济效益', code: '21' },
      { name: '社会效益', code: '22' },
      { name: '生态效益', code: '23' },
      { name: '可持续影响', code: '24' },
    ],
  },
  { name: '满意度指标', code: '3', subcategories: [{ name: '服务对象满意度', code: '31' }] },
]
