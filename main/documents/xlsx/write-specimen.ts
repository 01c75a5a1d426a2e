/**
 * The library's part of a workbook: exceljs writes a small specimen with one cell for each style and one sheet for each
 * page set-up; every part but the sheets' cells is taken from it. Made once for a set of styles and pages and kept,
 * since it costs more than a whole form.
 */
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { CellStyle, Page } from '../../../shared/templates/template.ts'
import { deflatePart } from '../package/zip.ts'
import type { ZipPart } from '../package/zip.ts'
import { appPropertiesXml, application } from '../package/properties.ts'

/** A style with its number format; `link` draws it as a link. */
export interface SheetStyle {
  style: CellStyle
  format: string
  link?: boolean
}

export interface XlsxSpecimen {
  /** styleKey → index of the cell format. */
  styleIndexes: Map<string, number>
  /** pageKey → everything of a sheet from `<printOptions` to `</headerFooter>`. */
  pageXml: Map<string, string>
  /** Parts that are alike in every workbook: styles, theme, package relations, app properties. */
  fixedParts: ZipPart[]
  /** Parts to be filled in: no sheet is named in them. */
  contentTypesXml: string
  workbookRelationsXml: string
  workbookXml: string
  coreXml: string
}

export const styleKey = ({ style, format, link = false }: SheetStyle): string =>
  `${style.font}|${style.sizePt}|${style.bold}|${style.align}|${style.valign}|${style.border}|${format}|${link}`

export const pageKey = ({ orientation, marginsMm: { top, right, bottom, left } }: Page): string =>
  `${orientation}|${top}|${right}|${bottom}|${left}`

const kept = new Map<string, Promise<XlsxSpecimen>>()
const maxKept = 16
const a4 = 9

export function xlsxSpecimen(
  styles: ReadonlyMap<string, SheetStyle>,
  pages: ReadonlyMap<string, Page>,
): Promise<XlsxSpecimen> {
  const key = [...[...styles.keys()].toSorted(), ...[...pages.keys()].toSorted()].join('\n')
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = makeSpecimen(styles, pages)
  if (kept.size >= maxKept) kept.clear()
  kept.set(key, made)
  return made
}

async function makeSpecimen(
  styles: ReadonlyMap<string, SheetStyle>,
  pages: ReadonlyMap<string, Page>,
): Promise<XlsxSpecimen> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = application
  workbook.lastModifiedBy = application
  workbook.title = application
  workbook.created = new Date(0)
  workbook.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  const sheets = [...pages.values()].map((page, index) =>
    workbook.addWorksheet(`p${index}`, {
      pageSetup: pageSetup(page),
      headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
    }),
  )
  const keys = [...styles.keys()]
  keys.forEach((key, index) => {
    const style = styles.get(key)
    const cell = sheets[0]?.getCell(index + 1, 1)
    if (style === undefined || cell === undefined) return
    // The library lists the part of shared texts only when there is one.
    cell.value = 'x'
    cell.style = cellStyle(style)
  })
  const files = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()))
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  const formats = [...text('xl/worksheets/sheet1.xml').matchAll(/<c r="A\d+"(?: s="(\d+)")?/g)]
  return {
    styleIndexes: new Map(keys.map((key, index) => [key, Number(formats[index]?.[1] ?? 0)])),
    pageXml: new Map(
      [...pages.keys()].map((key, index) => [key, pageXml(text(`xl/worksheets/sheet${index + 1}.xml`))]),
    ),
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

const inches = (mm: number): number => mm / 25.4

function pageSetup({ orientation, marginsMm }: Page): Partial<ExcelJS.PageSetup> {
  return {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- a const enum, gone when the program runs
    paperSize: a4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(marginsMm.top),
      right: inches(marginsMm.right),
      bottom: inches(marginsMm.bottom),
      left: inches(marginsMm.left),
      header: inches(marginsMm.top / 2),
      footer: inches(marginsMm.bottom / 2),
    },
  }
}

function cellStyle({ style, format, link = false }: SheetStyle): Partial<ExcelJS.Style> {
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
    alignment: { horizontal: style.align, vertical: style.valign, wrapText: true },
    ...(style.border ? { border: { top: line, right: line, bottom: line, left: line } } : {}),
    ...(format === 'General' ? {} : { numFmt: format }),
  }
}

function pageXml(sheetXml: string): string {
  return sheetXml
    .slice(sheetXml.indexOf('<printOptions'), sheetXml.indexOf('</worksheet>'))
    .replace(/ (?:horizontalDpi|verticalDpi|scale)="\d+"/g, '')
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
    '<font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  )
}
