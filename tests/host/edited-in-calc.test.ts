/**
 * An exported workbook sent to a colleague, who types over amounts and weights in LibreOffice Calc and saves: what the
 * cells show there, what Calc's sums count, and what is read when the file comes back.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../main/documents/read.ts'
import { writeXlsx } from '../../main/documents/xlsx/write.ts'
import { build } from '../../shared/layout/build.ts'
import type { Layout } from '../../shared/layout/layout.ts'
import { readGrid } from '../../shared/reading/read-grid.ts'
import { emptyRecord } from '../../shared/model/project.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { columnName } from '../../shared/layout/grid.ts'
import { calcObstacle, openCalc } from '../support/calc.ts'
import type { Calc } from '../support/calc.ts'
import { inventedRecord } from '../support/invented-records.ts'

if (calcObstacle !== null) console.info(`改过的工作簿的测试没有运行：${calcObstacle}`)

const options = { title: '云溪县', contents: false, createdAt: '2024-03-01T08:00:00Z' }

const form = (id: string) => {
  const template = builtIn.find(id)
  if (!template) throw new Error(`no form ${id}`)
  return template
}

/** [exported, typed, shown in Calc and read back] */
const amounts: [string, string, string][] = [
  ['386.5', '400.25', '400.25'],
  ['386.50', '400.25', '400.25'],
  ['386.5', '400', '400'],
  ['386.50', '400', '400.00'],
  ['386', '0.000001', '0.000001'],
  ['386', '1234567.8901', '1234567.8901'],
  ['386', '123456789012', '123456789012'],
  ['123456789012', '7.5', '7.5'],
  ['786,000.00', '1234567.5', '1,234,567.50'],
  ['786,000', '820', '820'],
  ['-12.5', '-7', '-7'],
  ['', '55.5', '55.5'],
  ['820万元', '8200000', '8200000'],
  ['待定', '3.25', '3.25'],
  ['5646.60', '', '5646.60'],
  ['5646.6', '', '5646.6'],
  ['786,000', '', '786,000'],
]

describe.skipIf(calcObstacle !== null)('a workbook edited in Calc', () => {
  let calc: Calc
  beforeAll(() => {
    calc = openCalc()
  })
  afterAll(() => calc.close())

  const read = (file: Uint8Array): ProjectRecord[] =>
    readDocument('回来.xlsx', file).grids.flatMap((grid) => readGrid(grid, builtIn.all).map(({ record }) => record))

  test('amounts of a list: shown, summed and read as typed', async () => {
    const records = amounts.map(([total], index): ProjectRecord => {
      const record = emptyRecord()
      record.unit.name = '云溪县公园管理所'
      record.project.name = `项目${index + 1}`
      record.funding = { ...record.funding, unit: '元', total }
      return record
    })
    const layout = build(form('guangzhou-panyu-2024'), records)
    const rows = records.map((_, index) => layout.rows.findIndex(({ item }) => item?.index === index) + 1)
    const typed = amounts.flatMap(([, text], index) => (text === '' ? [] : [[`B${rows[index] ?? 0}`, text] as const]))
    const sums = typed.map(([cell], index) => [`I${index + 1}`, `=SUM(${cell})`] as const)
    const edited = calc.edit(await writeXlsx([layout], options), Object.fromEntries([...typed, ...sums]))
    const shown = calc.shown(edited)
    expect(rows.map((row) => shown[row - 1]?.[1])).toEqual(amounts.map(([, , text]) => text))
    expect(typed.map((_, index) => Number(shown[index]?.[8]))).toEqual(typed.map(([, text]) => Number(text)))
    expect(read(edited).map(({ funding }) => funding.total)).toEqual(amounts.map(([, , text]) => text))
  })

  test('weights, and texts that begin with “=”', async () => {
    const record = inventedRecord(0, 6)
    const weights = ['10', '', '7.5', '12.50', '20', '']
    record.indicators.forEach((indicator, index) => (indicator.weight = weights[index] ?? ''))
    const layout = build(form('xinjiang-korla-2023'), [record])
    const cellAt = (path: string) => nameOf(layout, path)
    const typed = ['7.5', '2.25', '10', '12.5', '22.75', '5']
    const edited = calc.edit(await writeXlsx([layout], options), {
      ...Object.fromEntries(typed.map((text, index) => [cellAt(`indicators[${index}].weight`), text])),
      [cellAt('indicators[0].target')]: '=3人',
      [cellAt('funding.total')]: '400.25',
    })
    const [back] = read(edited)
    expect(back?.indicators.map(({ weight }) => weight)).toEqual(['7.5', '2.25', '10', '12.50', '22.75', '5'])
    expect(back?.indicators[0]?.target).toBe('=3人')
    expect(back?.funding.total).toBe('400.25')
    expect(back?.indicators.slice(1)).toEqual(
      record.indicators.slice(1).map((indicator, index) => ({
        ...indicator,
        description: '',
        termTarget: '',
        weight: ['2.25', '10', '12.50', '22.75', '5'][index],
      })),
    )
  })
})

function nameOf(layout: Layout, path: string): string {
  const cell = layout.cells.find(({ binding }) => binding?.path === path)
  if (!cell) throw new Error(`no cell for ${path}`)
  return `${columnName(cell.column)}${cell.row + 1}`
}
