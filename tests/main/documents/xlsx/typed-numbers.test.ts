/**
 * Amounts and weights typed over an exported workbook whose styles are kept: what the cell shows, and what is read back.
 * The cell's stored number is put into the sheet's XML, as a spreadsheet program does.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumberValue } from '../../../../main/documents/xlsx/number-format/format-value.ts'
import { readDocument } from '../../../../main/documents/read.ts'
import { writeXlsx } from '../../../../main/documents/xlsx/write.ts'
import { build } from '../../../../shared/layout/build.ts'
import { columnName } from '../../../../shared/layout/grid.ts'
import { readGrid } from '../../../../shared/reading/read-grid.ts'
import { emptyIndicator, emptyRecord } from '../../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import { builtIn } from '../../../../shared/templates/built-in.ts'
import { spreadsheetNumber } from '../../../../shared/values/number-format.ts'
import { partsOf } from '../../../support/office-schema.ts'
import { zipFile } from '../../../support/office-files.ts'

const options = { title: '云溪县', contents: false, createdAt: '2024-03-01T08:00:00Z' }

/** A decimal as people type it: no leading zeros, no zero with a minus. */
function decimal(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const plain = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return units < 0n ? `-${plain}` : plain
}

const typedAmount = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat({ max: 8 }), fc.nat({ max: 5 }))
  .map(([units, places, cut]) => decimal(units / 10n ** BigInt(2 * cut), places))
const grouped = (text: string) => {
  const [whole = '', fraction] = text.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}
const exportedAmount = fc.tuple(typedAmount, fc.boolean()).map(([text, group]) => (group ? grouped(text) : text))

/** What a file stores of a typed text: the shortest decimal of its double, or seventeen digits as Excel writes them. */
const stored = (text: string, digits: boolean) => (digits ? Number(text).toPrecision(17) : String(Number(text)))

describe('the number format of an exported amount', () => {
  test('shows the exported text, character by character', () => {
    fc.assert(
      fc.property(exportedAmount, (text) => {
        const number = spreadsheetNumber(text)
        if (!number) throw new Error(`${text} is a number`)
        expect(formatNumberValue(Number(number.value), number.format, false)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  test('shows what is typed over it, whole: as typed where nothing but General made it, else with the zeros it had', () => {
    const typed = fc.tuple(fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }), fc.nat({ max: 6 }))
    fc.assert(
      fc.property(exportedAmount, typed, (text, [units, places]) => {
        const { format } = spreadsheetNumber(text) ?? { format: '' }
        const value = Number(decimal(units, places))
        const shown = formatNumberValue(value, format, false)
        // the one thing no format can show: decimals beside thousands, or beside more digits than General has
        if (/^(?:\[<1000\]General;)?#,##0$|^0$/.test(format)) return
        expect(Number(shown.replaceAll(',', '')), `${value} in ${format}`).toBe(value)
        if (format === 'General') expect(shown).toBe(String(value === 0 ? 0 : value))
      }),
      { numRuns: 500 },
    )
  })
})

/** The list form with one project for each of the amounts, and the same file with other numbers in their cells. */
function listOf(totals: readonly string[]): Promise<Uint8Array> {
  const template = builtIn.find('guangzhou-panyu-2024')
  if (!template) throw new Error('no such form')
  const records = totals.map((total, index): ProjectRecord => {
    const record = emptyRecord()
    return {
      ...record,
      unit: { code: '', name: '云溪县公园管理所' },
      project: { ...record.project, name: `项目${index + 1}` },
      funding: { ...record.funding, unit: '元', total },
    }
  })
  return writeXlsx([build(template, records)], options)
}

function edited(
  file: Uint8Array,
  cells: Readonly<Record<string, string>>,
  changes: [string, string][] = [],
): Uint8Array {
  const parts = partsOf(file)
  let sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  for (const [cell, content] of Object.entries(cells)) {
    const pattern = new RegExp(`(<c r="${cell}" s="\\d+")(?: t="s")?(?:/>|>.*?</c>)`)
    expect(sheet, cell).toMatch(pattern)
    sheet = sheet.replace(pattern, `$1>${content}</c>`)
  }
  parts.set('xl/worksheets/sheet1.xml', sheet)
  for (const [path, xml] of changes) parts.set(path, xml)
  return zipFile(Object.fromEntries(parts))
}

const savedByExcel: [string, string] = [
  'docProps/app.xml',
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>',
]
const madeElsewhere: [string, string] = [
  'docProps/core.xml',
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
]

const read = (file: Uint8Array): ProjectRecord[] =>
  readDocument('送审.xlsx', file).grids.flatMap((grid) => readGrid(grid, builtIn.all).map(({ record }) => record))

const firstRow = 6
const v = (number: string) => `<v>${number}</v>`

describe.each([
  ['nobody saved', []],
  ['Excel saved', [savedByExcel]],
] as const)('a workbook of ours that %s', (_, changes) => {
  const through = (file: Uint8Array, cells: Readonly<Record<string, string>> = {}) =>
    read(edited(file, cells, [...changes])).map(({ funding }) => funding.total)

  test('every amount typed over any other reads back with its own value', async () => {
    const cell = fc.tuple(exportedAmount, typedAmount, fc.boolean())
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 60 }), async (list) => {
        const file = await listOf(list.map(([before]) => before))
        const cells = list.map(([, after, long], index) => [`B${firstRow + index}`, v(stored(after, long))])
        const totals = through(file, Object.fromEntries(cells) as Record<string, string>) // pairs built one line above
        expect(totals.map((total) => Number(total.replaceAll(',', '')))).toEqual(list.map(([, after]) => Number(after)))
      }),
      { numRuns: 12 },
    )
  })

  test('what nobody touched reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(exportedAmount, { minLength: 1, maxLength: 60 }), async (texts) => {
        expect(through(await listOf(texts))).toEqual(texts)
      }),
      { numRuns: 12 },
    )
  })

  test.each([
    ['386.5', '400.25', '400.25'],
    ['386.5', '400', '400'],
    ['10', '7.5', '7.5'],
    ['7.5', '10', '10'],
    ['', '400.25', '400.25'],
    ['', '1234567.8901', '1234567.8901'], // General shows 1234567.89
    ['820万元', '8200000', '8200000'],
    ['待定', '0.000001', '0.000001'],
    ['5646.60', '5646.6', '5646.60'],
    ['5646.60', '0.30000000000000004', '0.30'], // what a double adds is nothing a person typed
    ['5646.60', '5646.123456789', '5646.123456789'],
    ['786,000', '1234567.5', '1,234,567.5'], // the cell shows 1,234,568
    ['786,000.00', '1234567.5', '1,234,567.50'],
    ['12345678901', '400.25', '400.25'],
    ['12345678901', '12345678901.75', '12345678901.75'],
    ['15', '123456789012345', '123456789012345'],
    ['15', '-0.5', '-0.5'],
    ['15', '0', '0'],
  ])('%s → %s', async (before, typed, after) => {
    expect(through(await listOf([before]), { [`B${firstRow}`]: v(typed) })).toEqual([after])
  })

  test('the result of a formula counts as it is shown', async () => {
    const cells = { B6: `<f>100/3</f>${v('33.333333333333336')}`, B7: `<f>C7+D7</f>${v('400.25')}` }
    expect(through(await listOf(['5646.60', '386.5']), cells)).toEqual(['33.333333', '400.25'])
  })

  test('a format of the person’s own hides no decimal of an amount, and makes no other of a date', async () => {
    const file = await listOf(['386.55', '10.00', '12.00', '5.00'])
    const styles = partsOf(file).get('xl/styles.xml') ?? ''
    const formatOf = (code: string): [string, string] => [
      'xl/styles.xml',
      styles.replace('formatCode="0.00####"', `formatCode="${code}"`),
    ]
    const totals = (code: string, numbers: string[]) =>
      read(
        edited(file, Object.fromEntries(numbers.map((number, index) => [`B${firstRow + 1 + index}`, v(number)])), [
          ...changes,
          formatOf(code),
        ]),
      ).map(({ funding }) => funding.total)
    expect(totals('0.0', ['400.25', '3', '7.55'])).toEqual(['386.55', '400.25', '3.0', '7.55'])
    expect(totals('0', ['400.25', '3', '7.55'])).toEqual(['386.55', '400.25', '3', '7.55'])
    expect(totals('0%', ['0.1234', '0.5', '1'])).toEqual(['386.55', '12.34%', '50%', '100%'])
    expect(totals('¥#,##0', ['1400.25', '3', '7.55'])).toEqual(['386.55', '¥1,400.25', '¥3', '¥7.55'])
    expect(totals('yyyy/m/d', ['45292.5', '45293', '45294'])).toEqual(['386.55', '2024/1/1', '2024/1/2', '2024/1/3'])
  })
})

test('a workbook made elsewhere reads as it is shown', async () => {
  const file = await listOf(['386'])
  const styles = partsOf(file).get('xl/styles.xml') ?? ''
  const frozen: [string, string] = ['xl/styles.xml', styles.replaceAll('numFmtId="0"', 'numFmtId="1"')]
  const elsewhere = edited(file, { B6: v('400.25') }, [savedByExcel, madeElsewhere, frozen])
  expect(read(elsewhere).map(({ funding }) => funding.total)).toEqual(['400'])
})

test('weights: every weight typed over any other, and over a blank', async () => {
  const template = builtIn.find('xinjiang-korla-2023')
  if (!template) throw new Error('no such form')
  const weights = ['10', '', '7.5', '12.50', '20分', '5%']
  const record: ProjectRecord = {
    ...emptyRecord(),
    project: { code: '', name: '送戏下乡', leader: '' },
    indicators: weights.map((weight, index) => ({ ...emptyIndicator(), name: `指标${index + 1}`, weight })),
  }
  const layout = build(template, [record])
  const cells = layout.cells.filter(({ binding }) => binding?.kind === 'weight')
  expect(cells.length).toBe(weights.length)
  const typed = ['7.5', '2.25', '10', '12.5', '20', '5']
  const places = cells.map(({ row, column }, index) => [`${columnName(column)}${row + 1}`, v(typed[index] ?? '')])
  const changed = edited(await writeXlsx([layout], options), Object.fromEntries(places) as Record<string, string>) // pairs
  expect(read(changed)[0]?.indicators.map(({ weight }) => weight)).toEqual(['7.5', '2.25', '10', '12.50', '20', '5'])
})
