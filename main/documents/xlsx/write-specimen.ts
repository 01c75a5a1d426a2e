/**
 * The library's part of a workbook: exceljs writes a small specimen with one cell for each style; every part but the
 * sheets is taken from it. Made once for a list of styles and kept, since it costs more than a whole form.
 */
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { CellStyle } from '../../../shared/templates/template.ts'
import { deflatePart } from '../package/zip.ts'
import type { ZipPart } from '../package/zip.ts'
import { applicationName } from '../zip/own-origin.ts'
import { appPropertiesXml } from '../package/properties.ts'

/**
 * A style with its number format; `link` draws it as a link. Texts wrap; a number never does, and would be shown as ####
 * where its column is too narrow: `shrinks` draws it smaller.
 */
export interface SheetStyle {
  style: CellStyle
  format: string
  link?: boolean
  shrinks?: boolean
}

export interface XlsxSpecimen {
  /** Parts that are alike in every workbook: styles, theme, package relations, app properties. */
  fixedParts: ZipPart[]
  /** Parts to be filled in: no sheet is named in them. */
  contentTypesXml: string
  workbookRelationsXml: string
  workbookXml: string
  coreXml: string
}

export const styleKey = ({ style, format, link = false, shrinks = false }: SheetStyle): string =>
  `${style.font}|${style.sizePt}|${style.bold}|${style.align}|${style.valign}|${style.border}|${format}|${link}|${shrinks}`

const kept = new Map<string, Promise<XlsxSpecimen>>()
const maxKept = 16

/** The first style becomes the cell format 1, the second 2 and so on; no two are equal. */
export function xlsxSpecimen(styles: readonly SheetStyle[]): Promise<XlsxSpecimen> {
  const key = styles.map(styleKey).join('\n')
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = makeSpecimen(styles)
  if (kept.size >= maxKept) kept.clear()
  kept.set(key, made)
  return made
}

async function makeSpecimen(styles: readonly SheetStyle[]): Promise<XlsxSpecimen> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = applicationName
  workbook.lastModifiedBy = applicationName
  workbook.title = applicationName
  workbook.created = new Date(0)
  workbook.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  const sheet = workbook.addWorksheet('s')
  styles.forEach((style, index) => {
    const cell = sheet.getCell(index + 1, 1)
    // The library lists the part of shared texts only when there is one.
    cell.value = 'x'
    cell.style = cellStyle(style)
  })
  const files = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()))
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  const indexes = [...text('xl/worksheets/sheet1.xml').matchAll(/<c r="A\d+" s="(\d+)"/g)].map(([, index]) =>
    Number(index),
  )
  if (indexes.length !== styles.length || indexes.some((index, place) => index !== place + 1)) {
    throw new Error(`exceljs numbered the styles ${indexes.join(' ')}`)
  }
  return {
    fixedParts: [
      deflatePart('_rels/.rels', text('_rels/.rels')),
      deflatePart('docProps/app.xml', appPropertiesXml),
      deflatePart('xl/theme/theme1.xml', text('xl/theme/theme1.xml')),
      deflatePart('xl/styles.xml', defaultFont(strictXml(text('xl/styles.xml')))),
    ],
    contentTypesXml: text('[Content_Types].xml')
      .replace(/<Override PartName="\/xl\/worksheets\/[^>]*>/g, '')
      .replace(/<Default Extension="vml"[^>]*>/, ''),
    workbookRelationsXml: text('xl/_rels/workbook.xml.rels').replace(/<Relationship [^>]*worksheets\/[^>]*>/g, ''),
    workbookXml: strictXml(text('xl/workbook.xml')).replace(/<sheets>.*<\/sheets>/s, '<sheets></sheets>'),
    coreXml: text('docProps/core.xml'),
  }
}

function cellStyle({ style, format, link = false, shrinks = false }: SheetStyle): Partial<ExcelJS.Style> {
  const line = { style: 'thin' } as const
  return {
    font: {
      name: style.font,
      size: style.sizePt,
      bold: style.bold,
      charset: 134,
      family: 3,
      ...(link ? { underline: true, color: { argb: 'FF0563C1' } } : {}),
    },
    alignment: {
      horizontal: style.align,
      vertical: style.valign,
      ...(shrinks ? { shrinkToFit: true } : { wrapText: true }),
    },
    ...(style.border ? { border: { top: line, right: line, bottom: line, left: line } } : {}),
    ...(format === 'General' ? {} : { numFmt: format }),
  }
}

/** Without the extensions of newer programs that the library writes, which the ISO schema does not know. */
function strictXml(xml: string): string {
  return xml
    .replace(/ mc:Ignorable="[^"]*"/, '')
    .replace(/ xmlns:(?:mc|x14ac|x15|x16r2)="[^"]*"/g, '')
    .replace(/ x14ac:\w+="[^"]*"/g, '')
    .replace(/<extLst>.*<\/extLst>/s, '')
}

/** The library's default font is Calibri; column widths count in digits of ours (column-width.ts). */
function defaultFont(stylesXml: string): string {
  return stylesXml.replace(
    /<font>.*?<\/font>/s,
    '<font><sz val="12"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  )
}
