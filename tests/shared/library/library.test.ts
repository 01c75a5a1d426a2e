/** The common indicators as data, and as rows of every form. */
import { describe, expect, test } from 'vitest'
import { commonIndicators } from '../../../shared/library/common-indicators.ts'
import { exampleValue } from '../../../shared/library/common-indicator.ts'
import { levelOnForm } from '../../../shared/library/level-on-form.ts'
import { toIndicator } from '../../../shared/library/to-indicator.ts'
import { commonTexts } from '../../../shared/library/library-items.ts'
import { emptyRecord } from '../../../shared/model/project.ts'
import { checkRecordRules } from '../../../shared/rules/check.ts'
import { printedFields } from '../../../shared/rules/printed-fields.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { parseMeasure } from '../../../shared/values/measure.ts'
import { normalizeForMatch } from '../../../shared/values/text/normalize.ts'

const form = (id: string): Template => {
  const found = builtIn.find(id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}
const hebei = form('hebei-xinle-2024')
const guangzhou = form('guangzhou-panyu-2024')
const korla = form('xinjiang-korla-2023')

const texts = (subcategory: string, more: Partial<Parameters<typeof toIndicator>[1]> = {}) => ({
  subcategory,
  name: '完好率',
  description: '完好的占全部的比例',
  termTarget: '≥90%',
  target: '≥95%',
  basis: '',
  scoring: '',
  evidence: '',
  ...more,
})
const row = (template: Template, ...more: Parameters<typeof texts>) =>
  toIndicator(template, texts(...more), printedFields(template))

describe('the data', () => {
  test('every second level of the forms has some, none stands there twice', () => {
    const offered = (template: Template) =>
      new Set(commonIndicators.flatMap(({ subcategory }) => levelOnForm(template, subcategory)?.subcategory ?? []))
    for (const template of builtIn.all) {
      const all = template.vocabulary.levels.flatMap((level) => level.subcategories.map(({ name }) => name))
      expect([...offered(template)].toSorted(), template.id).toEqual(all.toSorted())
    }
    const keys = commonIndicators.map(({ subcategory, name }) => normalizeForMatch(subcategory + name))
    expect(new Set(keys).size).toBe(keys.length)
    expect(commonIndicators.length).toBeGreaterThanOrEqual(60)
  })

  test.each(commonIndicators.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { name, description, keywords, target, measure } = one
    for (const text of [name, description, keywords, target]) expect(text).toBe(text.trim())
    expect(normalizeForMatch(description)).not.toBe(normalizeForMatch(name))
    expect(name.length).toBeLessThanOrEqual(20)
    expect(keywords.split(' ').length).toBeGreaterThanOrEqual(2)
    if (target !== '') {
      expect('unit' in measure).toBe(true)
      expect(parseMeasure(target)).toMatchObject({ kind: 'quantity', ...('unit' in measure ? measure : {}) })
    }
    if (one.subcategory.includes('成本')) expect(exampleValue(one)).toMatch(/^≤/)
  })

  test('an example is no value: the number stays open', () => {
    expect(
      commonIndicators
        .filter((one) => 'unit' in one.measure)
        .map(exampleValue)
        .filter((text) => /\d/.test(text)),
    ).toEqual([])
    expect(exampleValue(commonIndicators.find(({ name }) => name === '培训人次') ?? fail())).toBe('≥…人次')
  })
})

const fail = (): never => {
  throw new Error('not in the library')
}

describe('levels in the words of the form', () => {
  test.each<[string, Template, [string, string] | null]>([
    ['服务对象满意度指标', korla, ['满意度指标', '满意度指标']],
    ['服务对象满意度指标', hebei, ['满意度指标', '服务对象满意度指标']],
    ['满意度指标', hebei, ['满意度指标', '服务对象满意度指标']],
    ['经济成本指标', korla, ['成本指标', '经济成本指标']],
    ['经济成本指标', hebei, ['产出指标', '成本指标']],
    ['成本指标', korla, ['成本指标', '经济成本指标']],
    ['社会成本指标', hebei, null],
    ['社会效益指标', guangzhou, ['效益指标', '社会效益']],
    ['22-社会效益', hebei, ['效益指标', '社会效益指标']],
    ['可持续影响指标', korla, null],
    ['可持续影响指标', guangzhou, ['效益指标', '可持续影响']],
    ['产出指标', hebei, null],
    ['别的', hebei, null],
    ['', hebei, null],
  ])('%s', (subcategory, template, expected) => {
    const found = levelOnForm(template, subcategory)
    expect(found && [found.category, found.subcategory]).toEqual(expected)
  })
})

describe('an indicator as a row', () => {
  test('of the form with choices: what it prints, the usual choices where the value is known', () => {
    expect(row(korla, '质量指标')).toMatchObject({
      category: '产出指标',
      subcategory: '质量指标',
      name: '完好率',
      description: '',
      termTarget: '',
      target: '≥95%',
      basis: '历史标准',
      scoring: '按照正常比例赋分',
      evidence: '工作资料',
      weight: '',
    })
    expect(row(korla, '服务对象满意度指标')).toMatchObject({ scoring: '满意度赋分', evidence: '说明材料' })
    expect(row(korla, '质量指标', { target: '' })).toMatchObject({ basis: '', scoring: '', evidence: '' })
  })

  test('what was chosen before stands, unless this form does not offer it', () => {
    const chosen = { basis: '计划标准', scoring: '一刀切', evidence: '正式资料' }
    expect(row(korla, '质量指标', chosen)).toMatchObject({ ...chosen, scoring: '按照正常比例赋分' })
    expect(row(hebei, '质量指标', { basis: '计划标准' })).toMatchObject({ basis: '', scoring: '', evidence: '' })
    expect(row(hebei, '质量指标', { basis: '行业标准' })).toMatchObject({ basis: '行业标准' })
  })

  test('the description where the form has a column for it, both values where it has two', () => {
    expect(row(hebei, '质量指标')).toMatchObject({ description: '完好的占全部的比例', termTarget: '', target: '≥95%' })
    expect(row(guangzhou, '质量指标')).toMatchObject({ description: '', termTarget: '≥90%', target: '≥95%' })
  })

  test('a placeholder is no value', () => {
    expect(row(korla, '质量指标', { target: '≥XX%' })).toMatchObject({ target: '', basis: '' })
  })

  test.each(builtIn.all.map((template) => [template.id, template] as const))(
    'all common ones on %s: nothing wrong but what is still to fill',
    (_, template) => {
      const printed = printedFields(template)
      const rows = commonIndicators.flatMap((one) => toIndicator(template, commonTexts(one), printed) ?? [])
      expect(rows.length).toBeGreaterThan(60)
      const found = checkRecordRules(template, { ...emptyRecord(), indicators: rows }).filter(({ path }) => {
        const [, index = '', field = ''] = /^indicators\[(\d+)\]\.(\w+)$/.exec(path) ?? []
        const text: unknown = { ...rows[Number(index)] }[field as 'name']
        return index !== '' && text !== ''
      })
      expect(found).toEqual([])
    },
  )
})
