/** What build prints, readGrid reads back: exactly from our own files, and the same after other programs had them. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { build } from '../../../shared/layout/build.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'
import { readField, writeField } from '../../../shared/model/field-path.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import type { FieldBinding, Template } from '../../../shared/templates/template.ts'
import { gridOfLayout, shifted, stacked, withoutSpans } from '../../support/layout-grid.ts'

const words = [
  '参保人数',
  '补助标准',
  '白河镇',
  '宣传场次',
  '及时拨付',
  '持续改善',
  '2024年',
  '≥95%',
  '100.50',
  '用于云溪县医疗救助',
  '目标1：完成任务；\n目标2：群众满意。',
]
const tame = fc
  .array(fc.constantFrom(...words.slice(0, 6)), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''))
const wild = fc.oneof(
  tame,
  fc.constantFrom('', ...words, '合计', '注：说明', '一级指标', '项目名称', '指标1：', '<p>文</p>', ' x '),
  fc.string({ maxLength: 12 }),
)

/** The fields a form prints: everything else of a record cannot come back. */
function bindings(template: Template): FieldBinding[] {
  return template.blocks.flatMap((block) => {
    if (block.type === 'rows')
      return block.rows.flatMap((row) =>
        row.cells.flatMap(({ content }) => ('path' in content && !content.repeated ? [content] : [])),
      )
    return block.type === 'projects' ? block.columns : []
  })
}

function indicatorPaths(template: Template): string[] {
  return [
    ...new Set(
      template.blocks.flatMap((block) =>
        block.type === 'indicators' ? block.columns.map((column) => column.path) : [],
      ),
    ),
  ]
}

interface Texts {
  field: fc.Arbitrary<string>
  name: fc.Arbitrary<string>
  level: fc.Arbitrary<string>
}

function fieldText(binding: FieldBinding, texts: Texts): fc.Arbitrary<string> {
  if (binding.kind === 'year') return fc.constantFrom('2023', '2024', '2025')
  if (binding.kind === 'currency-unit') return fc.constantFrom('万元', '元')
  if (binding.kind === 'money' || binding.kind === 'plan') return fc.constantFrom('0', '7.5', '5646.60', '100.30')
  if (binding.kind === 'code') return fc.constantFrom('13099924P000019100021', '13099924P00371210001K')
  if (binding.path === 'project.name') return texts.name
  return texts.field
}

function recordOf(template: Template, texts: Texts): fc.Arbitrary<ProjectRecord> {
  const fields = bindings(template).filter(
    (binding) => binding.kind !== 'unit-line' && binding.kind !== 'indicator-list',
  )
  const values = fc.tuple(...fields.map((binding) => fieldText(binding, texts)))
  const unit = fc.constantFrom({ code: '130999', name: '云溪县医疗保障局' }, { code: '', name: '云溪县民政局' })
  const packed = bindings(template).some((binding) => binding.kind === 'indicator-list')
  const indicators = packed ? packedIndicators : fc.array(indicatorOf(template, texts), { minLength: 0, maxLength: 12 })
  const hasUnit = bindings(template).some((binding) => binding.kind === 'unit-line')
  return fc.tuple(values, unit, indicators).map(([list, unitName, rows]) => {
    let record = emptyRecord()
    fields.forEach((binding, index) => {
      record = list[index] === '' ? record : writeField(record, binding.path, list[index] ?? '')
    })
    if (record.paymentPlan.length > 0) while (record.paymentPlan.length < 4) record.paymentPlan.push('')
    if (hasUnit) record.unit = unitName
    return { ...record, indicators: rows }
  })
}

function indicatorOf(template: Template, texts: Texts): fc.Arbitrary<Indicator> {
  const level = fc.constantFrom(...template.vocabulary.levels)
  const paths = indicatorPaths(template)
  return level.chain(({ name: category, subcategories }) =>
    fc
      .tuple(
        fc.constantFrom(...subcategories.map((sub) => sub.name)),
        fc.tuple(...paths.map(() => texts.level)),
        texts.name,
      )
      .map(([subcategory, list, name]) => {
        let record: ProjectRecord = { ...emptyRecord(), indicators: [emptyIndicator()] }
        paths.forEach((path, index) => {
          if (list[index] !== '') record = writeField(record, `indicators[0].${path}`, list[index] ?? '')
        })
        return { ...(record.indicators[0] ?? emptyIndicator()), category, subcategory, name }
      }),
  )
}

const packedIndicators = fc.array(
  fc.tuple(tame, tame).map(([name, target]) => ({
    ...emptyIndicator(),
    category: '产出指标',
    subcategory: '质量指标',
    name,
    termTarget: target,
    target,
  })),
  { maxLength: 5 },
)

const tameTexts: Texts = { field: tame, name: tame, level: fc.constantFrom('≥95%', '12次', '工作资料', '持续改善') }
const wildTexts: Texts = { field: wild, name: wild, level: wild }

/** Indicators stand in the order of their levels, as the forms have them: equal levels together. */
function sorted(template: Template, record: ProjectRecord): ProjectRecord {
  const order = template.vocabulary.levels.flatMap((level) =>
    level.subcategories.map((sub) => `${level.name}/${sub.name}`),
  )
  const rank = (indicator: Indicator) => order.indexOf(`${indicator.category}/${indicator.subcategory}`)
  const seen = new Set<string>()
  const indicators = record.indicators
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((one) => {
      const key = `${rank(one)}${one.name}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  return { ...record, indicators }
}

const isBlank = (one: Indicator | undefined) =>
  one !== undefined && Object.entries(one).every(([key, text]) => key === 'extra' || text === '')

function exactIndicators(record: ProjectRecord): ProjectRecord {
  const indicators = [...record.indicators]
  while (isBlank(indicators.at(-1))) indicators.pop()
  return { ...record, indicators }
}

describe.each(builtIn.all.map((template) => [template.id, template] as const))('%s', (id, template) => {
  const tables = (records: readonly ProjectRecord[]) => readGrid(gridOfLayout(build(template, records)), builtIn.all)

  test('our own file reads back exactly, whatever was typed', () => {
    fc.assert(
      fc.property(recordOf(template, wildTexts), (typed) => {
        const record = exactIndicators(typed)
        const [table, ...more] = tables([record])
        expect(more).toEqual([])
        expect(table?.template).toBe(id)
        expect(table?.record).toEqual(record)
        expect(table?.problems).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('the same through other programs: foreign, without spans, moved, two below each other', () => {
    fc.assert(
      fc.property(recordOf(template, tameTexts), (typed) => {
        const record = sorted(template, typed)
        const own = gridOfLayout(build(template, [record]))
        const foreign = { ...own, origin: 'foreign' as const }
        for (const grid of [foreign, withoutSpans(own), shifted(own, 2, 1), withoutSpans(shifted(own, 1, 0))]) {
          const found = readGrid(grid, builtIn.all)
          expect(found.map((table) => table.template)).toEqual([id])
          expect(found[0]?.record).toEqual(record)
        }
        const twice = readGrid(stacked([foreign, foreign], 1), builtIn.all)
        expect(twice.map((table) => table.record)).toEqual([record, record])
      }),
      { numRuns: 60 },
    )
  })

  test('a blank form is one target table with an empty record', () => {
    const blank = emptyRecord()
    const own = gridOfLayout(build(template, [blank]))
    for (const grid of [own, { ...own, origin: 'foreign' as const }, withoutSpans(own)]) {
      const found = readGrid(grid, builtIn.all)
      expect(found.map((table) => [table.template, table.kind])).toEqual([[id, 'target']])
      expect(found[0]?.record).toEqual(blank)
    }
  })
})

test('readField and the fields a form prints agree', () => {
  for (const template of builtIn.all) {
    for (const binding of bindings(template)) {
      if (binding.kind === 'unit-line' || binding.kind === 'indicator-list') continue
      expect(readField(emptyRecord(), binding.path)).toBe('')
    }
  }
})
