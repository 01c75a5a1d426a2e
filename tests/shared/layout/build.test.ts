import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { build } from '../../../shared/layout/build.ts'
import { ownerMap } from '../../../shared/layout/grid.ts'
import { indicatorRows } from '../../../shared/layout/indicator-rows.ts'
import { mergeRuns } from '../../../shared/layout/merge-runs.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { textHeightPt } from '../../../shared/layout/row-height.ts'
import { groupTables } from '../../../shared/layout/tables.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { formExamples } from '../../forms/form-examples.ts'
import { gridOfLayout } from '../../support/layout-grid.ts'

const runs = (texts: string[], outer = [{ first: 0, end: texts.length }]) =>
  mergeRuns(texts, outer).map(({ first, end }) => texts.slice(first, end).join(''))

describe('merged levels', () => {
  test('equal neighbours merge, blanks do not, and no run leaves the run around it', () => {
    expect(runs(['a', 'a', 'b', 'a'])).toEqual(['aa', 'b', 'a'])
    expect(mergeRuns(['', '', 'a'], [{ first: 0, end: 3 }])).toHaveLength(3)
    expect(
      runs(
        ['a', 'a', 'a'],
        [
          { first: 0, end: 1 },
          { first: 1, end: 3 },
        ],
      ),
    ).toEqual(['a', 'aa'])
  })
})

const indicator = (name: string, termTarget: string, target: string) => ({
  ...emptyIndicator(),
  category: '产出指标',
  name,
  termTarget,
  target,
})

describe('parallel blocks', () => {
  test('a term-only indicator and the annual-only one behind it share a row', () => {
    const rows = indicatorRows(
      [indicator('甲', '1', '1'), indicator('乙', '2', ''), indicator('丙', '', '3'), indicator('丁', '', '4')],
      true,
    )
    expect(rows).toEqual([
      { term: 0, annual: 0 },
      { term: 1, annual: 2 },
      { term: null, annual: 3 },
    ])
  })
  test('never when the reader would take them for one', () => {
    expect(indicatorRows([indicator('甲', '1', ''), indicator('甲', '', '2')], true)).toHaveLength(2)
  })
})

const anyText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('', '产出指标', '数量指标', '一\n二', '100.30', '服务对象满意度指标'.repeat(20)),
)
const anyIndicator = fc
  .record({
    category: anyText,
    subcategory: anyText,
    name: anyText,
    target: anyText,
    termTarget: anyText,
    weight: anyText,
  })
  .map((fields) => ({ ...emptyIndicator(), ...fields }))
const anyRecord = fc
  .record({ name: anyText, total: anyText, goal: anyText, indicators: fc.array(anyIndicator, { maxLength: 20 }) })
  .map(({ name, total, goal, indicators }) => {
    const record = emptyRecord()
    return {
      ...record,
      project: { ...record.project, name },
      funding: { ...record.funding, total },
      goal: { term: goal, annual: goal },
      indicators,
    }
  })

describe('any record on any form', () => {
  test('builds, every position belongs to exactly one cell, and every text fits its cell', () => {
    for (const template of builtIn.all) {
      fc.assert(
        fc.property(anyRecord, (record) => {
          const layout = build(template, [record])
          const { owner } = ownerMap(layout.rows.length, layout.columnsMm.length, layout.cells)
          expect(owner).not.toContain(-1)
          expect(layout.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)).toBe(owner.length)
          for (const cell of layout.cells) {
            const heightPt = layout.rows
              .slice(cell.row, cell.row + cell.rowSpan)
              .reduce((sum, row) => sum + row.heightPt, 0)
            const widthMm = layout.columnsMm
              .slice(cell.column, cell.column + cell.colSpan)
              .reduce((sum, mm) => sum + mm, 0)
            expect(heightPt + 0.001).toBeGreaterThanOrEqual(
              textHeightPt(cell.text, widthMm, layout.styles[cell.style]?.sizePt ?? 0),
            )
          }
        }),
        { numRuns: 40 },
      )
    }
  })

  test('columns fill the paper between the margins', () => {
    for (const template of builtIn.all) {
      const paper = template.page.orientation === 'landscape' ? 297 : 210
      const { left, right } = template.page.marginsMm
      expect(
        template.columnsMm.reduce((sum, mm) => sum + mm, 0),
        template.id,
      ).toBe(paper - left - right)
    }
  })
})

describe('what writers are told', () => {
  test('an amount is a number in Excel only where the number prints as typed', () => {
    const record = emptyRecord()
    record.funding = { unit: '万元', total: '786,000.00', fiscal: '820万元', special: '', other: '015' }
    const template = builtIn.find('hebei-xinle-2024')
    if (!template) throw new Error('no template')
    const numbers = build(template, [record])
      .cells.filter((cell) => cell.binding?.path.startsWith('funding.'))
      .map((cell) => [cell.text, cell.number])
    expect(numbers).toEqual([
      ['单位：万元', undefined],
      ['786,000.00', { value: '786000.00', format: '#,##0.00####' }],
      ['820万元', { value: '', format: 'General' }],
      ['015', undefined],
    ])
  })

  test('a blank amount or weight waits for a number; a blank text does not', () => {
    const template = builtIn.find('xinjiang-korla-2023')
    if (!template) throw new Error('no template')
    const blanks = build(template, [emptyRecord()]).cells.filter(({ role, text }) => role === 'input' && text === '')
    const kinds = (waits: boolean) =>
      new Set(blanks.filter(({ number }) => (number?.value === '') === waits).map(({ binding }) => binding?.kind))
    expect([...kinds(true)]).toEqual(['money', 'weight'])
    expect(kinds(false)).toContain('measure')
  })

  test('second levels are offered for the first level of their row', () => {
    const template = builtIn.find('xinjiang-korla-2023')
    const records = formExamples['xinjiang-korla-2023'] ?? []
    if (!template) throw new Error('no template')
    const layout = build(template, records)
    const cell = layout.cells.find((one) => one.binding?.path === 'indicators[3].subcategory')
    expect(layout.lists[cell?.list ?? '']).toEqual(['经济成本指标', '社会成本指标', '生态环境成本指标'])
  })
})

describe('a list with amounts in 万元 and 元', () => {
  const template = builtIn.find('guangzhou-panyu-2024')
  if (!template) throw new Error('no template')
  const project = (total: string, unit: string, name = total) => {
    const record = emptyRecord()
    record.unit.name = '云溪县公园管理所'
    record.project.name = name
    record.funding = { ...record.funding, unit, total, fiscal: total }
    return record
  }
  const amounts = (records: ProjectRecord[]) => {
    const { cells } = build(template, records)
    return cells.filter(({ row, column }) => column === 1 && row > 2).map(({ text }) => text)
  }

  test.each([
    [
      [project('10', '万元'), project('100000元', '万元')],
      ['20', '20', '10', '100000元'],
    ],
    [
      [project('10', '万元'), project('100000', '元')],
      ['20', '20', '10', '100000(元)'],
    ],
    [
      [project('100000', '元'), project('10', '万元')],
      ['200000', '200000', '100000', '10(万元)'],
    ],
    [
      [project('1000000', '元'), project('820万元', '元'), project('500000', '元')],
      ['9700000', '9700000', '1000000', '820万元', '500000'],
    ],
    [
      [project('10', '万元'), project('820万元', '元')],
      ['830', '830', '10', '820万元'],
    ],
    [
      [project('10', '万元'), project('待定', '元')],
      ['10', '10', '10', '待定'],
    ],
    [
      [project('5000元', ''), project('3000元', '')],
      ['8000元', '8000元', '5000元', '3000元'],
    ],
    [
      [project('5', ''), project('3', '')],
      ['8', '8', '5', '3'],
    ],
    [[project('', '万元')], ['', '', '']],
  ])('%#: the sum is in the unit the form prints', (records, texts) => expect(amounts(records)).toEqual(texts))

  test('is one table, and each project reads back in its own unit', () => {
    const records = [
      project('10', '万元', '甲'),
      project('100000', '元', '乙'),
      project('5元', '万元', '丙'),
      project('8万元', '元', '丁'), // all its amounts say their unit: nothing tells the form's
    ]
    const entries = records.map((record) => ({ template: template.id, record }))
    const [table, ...more] = groupTables(entries, builtIn.find)
    expect(more).toEqual([])
    const grid = gridOfLayout(build(template, table?.records ?? []))
    for (const origin of ['own', 'foreign'] as const)
      expect(
        readGrid({ ...grid, origin }, builtIn.all).map(({ record }) => [record.project.name, record.funding]),
      ).toEqual(
        records.map(({ project: { name }, funding }) => [name, name === '丁' ? { ...funding, unit: '万元' } : funding]),
      )
  })
})

describe('tables', () => {
  test('a list form has one table a unit, the others one a project; unknown forms are left out', () => {
    const records = formExamples['guangzhou-panyu-2024'] ?? []
    const entries = [
      ...records.map((record) => ({ template: 'guangzhou-panyu-2024', record })),
      { template: null, record: emptyRecord() },
      { template: 'xinjiang-korla-2023', record: emptyRecord() },
      { template: 'guangzhou-panyu-2024', record: { ...emptyRecord(), unit: { code: '', name: '别的单位' } } },
    ]
    const tables = groupTables(entries, builtIn.find)
    expect(tables.map((table) => [table.template.id, table.sources])).toEqual([
      ['guangzhou-panyu-2024', [0, 1]],
      ['xinjiang-korla-2023', [3]],
      ['guangzhou-panyu-2024', [4]],
    ])
  })

  test('one unit has one table however its name is spelled, and where only one of its projects gives its code', () => {
    const entry = (code: string, name: string, year = '') => ({
      template: 'guangzhou-panyu-2024',
      record: { ...emptyRecord(), year, unit: { code, name } },
    })
    const entries = [
      entry('712001', '甲（镇）中心'),
      entry('', '甲(镇)中 心'),
      entry('712002', '甲（镇）中心2'),
      entry('712001', '甲（镇）中心', '2024'),
    ]
    expect(groupTables(entries, builtIn.find).map(({ sources }) => sources)).toEqual([[0, 1], [2], [3]])
  })
})
