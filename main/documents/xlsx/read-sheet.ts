/**
 * The cells of one worksheet part: text as shown, merges, hidden rows. Rows and columns from 0, as in the sheet. The
 * declared used range is not looked at: it may say a million rows.
 */
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'
import { isOn, readXml } from '../xml/read-xml.ts'
import type { Attributes } from '../xml/read-xml.ts'
import { parseAddress, parseBlock } from './cell-address.ts'
import type { Block } from './cell-address.ts'
import { unescapeText } from './escaped-text.ts'
import { formatNumberValue, formatTextValue } from './number-format/format-value.ts'
import type { Workbook } from './read-workbook.ts'

interface SheetCell {
  row: number
  column: number
  text: string
}

export interface Sheet {
  /** Cells that show text, in file order. */
  cells: SheetCell[]
  merges: Block[]
  hiddenRows: Set<number>
  /** Formulas whose result the file does not hold; what they show is not known. */
  unread: { row: number; column: number }[]
}

export function readSheet(bytes: Uint8Array, workbook: Workbook): Sheet {
  const sheet: Sheet = { cells: [], merges: [], hiddenRows: new Set(), unread: [] }
  const cell = { row: -1, column: -1, type: 'n', style: 0, isReckoned: false, hasValue: false }
  let value = ''
  let collecting = false
  let phonetic = 0

  function openCell(attributes: Attributes): void {
    const address = attributes['r'] === undefined ? null : parseAddress(attributes['r'])
    if (address) {
      cell.row = address.row
      cell.column = address.column
    } else cell.column++
    cell.type = attributes['t'] ?? 'n'
    cell.style = Number(attributes['s'] ?? 0)
    cell.isReckoned = false
    cell.hasValue = false
    value = ''
  }

  function closeCell(): void {
    // A text that a formula made may be blank; a number may not, and no result at all is none.
    if (value === '' && cell.isReckoned && !(cell.type === 'str' && cell.hasValue))
      sheet.unread.push({ row: cell.row, column: cell.column })
    if (value === '') return
    const format = workbook.formats[cell.style] ?? 'General'
    // what was typed into a form of ours counts as typed; a formula's result as it is shown
    const decimals = workbook.isMadeHere && !cell.isReckoned ? 'whole' : 'cut'
    const text = shownText(value, cell.type, format, workbook, decimals)
    if (text === '') return
    if (sheet.cells.length >= limits.gridCells) {
      throw new FileProblem(
        'F-LARGE',
        `的一个工作表里有内容的单元格超过 ${limits.gridCells} 个，超出读取上限。请拆分成几个文件再试。`,
      )
    }
    sheet.cells.push({ row: cell.row, column: cell.column, text })
  }

  readXml(bytes, {
    open(name, attributes) {
      switch (name) {
        case 'c':
          openCell(attributes)
          break
        case 'v':
          collecting = true
          cell.hasValue = true
          break
        case 't':
          collecting = cell.type === 'inlineStr' && phonetic === 0
          break
        case 'f':
          cell.isReckoned = true
          break
        case 'rPh':
          phonetic++
          break
        case 'row': {
          const row = Number(attributes['r'] ?? cell.row + 2) - 1
          cell.row = Number.isInteger(row) && row >= 0 ? row : cell.row + 1
          cell.column = -1
          if (attributes['hidden'] !== undefined && isOn(attributes['hidden'])) sheet.hiddenRows.add(cell.row)
          break
        }
        case 'mergeCell': {
          const block = parseBlock(attributes['ref'] ?? '')
          if (block) sheet.merges.push(block)
          break
        }
      }
    },
    close(name) {
      collecting = false
      if (name === 'c') closeCell()
      else if (name === 'rPh') phonetic--
    },
    text(text) {
      if (collecting) value += text
    },
  })
  return sheet
}

function shownText(value: string, type: string, format: string, workbook: Workbook, decimals: 'cut' | 'whole'): string {
  switch (type) {
    case 's':
      return formatTextValue(sharedString(value, workbook), format)
    case 'inlineStr':
    case 'str':
      return formatTextValue(unescapeText(value), format)
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return value
    case 'd':
      return formatIsoDate(value, format)
    default: {
      const number = Number(value)
      return Number.isFinite(number) && value.trim() !== ''
        ? formatNumberValue(number, format, workbook.date1904, decimals)
        : value
    }
  }
}

/** Excel repairs a file whose cells point beyond its strings; read without them, cells would be missing unseen. */
function sharedString(index: string, workbook: Workbook): string {
  const text = workbook.strings[Number(index)]
  if (text !== undefined) return text
  throw new FileProblem('F-DAMAGED', '里有单元格的文字丢失，文件已损坏。请用 Excel 或 WPS 打开修复后另存一份再试。')
}

/** Type `d` (strict files): an ISO 8601 date instead of a serial. */
function formatIsoDate(value: string, format: string): string {
  const time = Date.parse(value.includes('T') && !/[Z+]/.test(value) ? `${value}Z` : value)
  if (Number.isNaN(time)) return value
  return formatNumberValue(time / 86_400_000 + 25_569, format === 'General' ? 'yyyy/m/d' : format, false)
}
