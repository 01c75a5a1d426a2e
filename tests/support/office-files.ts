/** Small real .xlsx and .docx packages made by hand from the XML a test is about. */
import { strToU8, zipSync } from 'fflate'
import type { Grid } from '../../shared/layout/grid.ts'

const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export interface SheetSource {
  name?: string
  /** Attributes of the sheet in the workbook, e.g. `state="hidden"`. */
  state?: string
  /** Content of `<worksheet>`. */
  xml: string
}

export interface XlsxSource {
  sheets: SheetSource[]
  /** Content of `<sst>`. */
  strings?: string
  /** Format codes of the cell styles 0, 1, 2 …; a number is a built-in id. */
  formats?: (string | number)[]
  workbookPr?: string
  application?: string
  /** Parts added or replaced. */
  parts?: Record<string, Uint8Array | string>
}

export function xlsxFile(source: XlsxSource): Uint8Array<ArrayBuffer> {
  const { sheets, strings = '', formats = [], workbookPr = '', application = '', parts = {} } = source
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${officeDocument}">${workbookPr}<sheets>${sheets
      .map(
        ({ name, state = '' }, index) =>
          `<sheet name="${name ?? `表${index + 1}`}" sheetId="${index + 1}" r:id="rId${index}" ${state}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${spreadsheet}">${strings}</sst>`,
    'xl/styles.xml': stylesXml(formats),
    'docProps/app.xml': `<Properties><Application>${application}</Application></Properties>`,
  }
  sheets.forEach(({ xml }, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${spreadsheet}">${xml}</worksheet>`
  })
  return zipFile({ ...files, ...parts })
}

/** `body`: content of `<w:body>`. */
export function docxFile(body: string, parts: Record<string, string> = {}): Uint8Array<ArrayBuffer> {
  return zipFile({
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

export function zipFile(parts: Record<string, Uint8Array | string>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { level: 1 }) // entries built one line above
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

/** Rows of inline texts: `cells([['甲', '乙'], ['丙']])`. */
export function inlineRows(rows: readonly string[][]): string {
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`
}

/** A grid as lines: `甲[2x1] | 乙`, rows × columns of a span in brackets, `·` for a blank cell, nothing for no cell. */
export function drawGrid(grid: Grid | undefined): string[] {
  if (!grid) return ['(no grid)']
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map(({ column, rowSpan, colSpan, text }) => {
        const span = rowSpan > 1 || colSpan > 1 ? `[${rowSpan}x${colSpan}]` : ''
        return `${column}:${text === '' ? '·' : text.replaceAll('\n', '⏎').replaceAll('\t', '→')}${span}`
      })
      .join(' | '),
  )
}

function relationships(...targets: [string, string][]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index}" Type="${officeDocument}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageRelationships}">${list.join('')}</Relationships>`
}

const escape = (code: string) => code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

function stylesXml(formats: readonly (string | number)[]): string {
  const own = formats.map((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${index + 200}" formatCode="${escape(format)}"/>` : '',
  )
  const styles = formats.map((format, index) => `<xf numFmtId="${typeof format === 'string' ? index + 200 : format}"/>`)
  return `<styleSheet xmlns="${spreadsheet}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}
