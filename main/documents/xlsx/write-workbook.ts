/** The parts of a workbook that name its sheets: workbook.xml, its relations and the list of content types. */
import { escapeXml } from '../package/xml-text.ts'
import { deflatePart } from '../package/zip.ts'
import type { ZipPart } from '../package/zip.ts'
import { quotedSheetName } from './sheet-name.ts'
import type { XlsxSpecimen } from './write-specimen.ts'

export interface SheetEntry {
  name: string
  hidden: boolean
  /** As in `$A$1:$I$19`; '' prints everything. */
  printArea: string
  /** As in `$5:$6`; '' repeats nothing. */
  repeatedRows: string
}

/** Path of the sheet at this index, counted from 0. */
export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

export function workbookParts(specimen: XlsxSpecimen, sheets: readonly SheetEntry[]): ZipPart[] {
  return [
    deflatePart('[Content_Types].xml', contentTypesXml(specimen, sheets)),
    deflatePart('xl/workbook.xml', workbookXml(specimen, sheets)),
    deflatePart('xl/_rels/workbook.xml.rels', relationsXml(specimen, sheets)),
  ]
}

function contentTypesXml(specimen: XlsxSpecimen, sheets: readonly SheetEntry[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
  const overrides = sheets.map((_, index) => `<Override PartName="/${sheetPath(index)}" ContentType="${type}"/>`)
  return specimen.contentTypesXml.replace('</Types>', `${overrides.join('')}</Types>`)
}

function relationsXml(specimen: XlsxSpecimen, sheets: readonly SheetEntry[]): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'
  const relations = sheets.map(
    (_, index) => `<Relationship Id="sheet${index + 1}" Type="${type}" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return specimen.workbookRelationsXml.replace('</Relationships>', `${relations.join('')}</Relationships>`)
}

function workbookXml(specimen: XlsxSpecimen, sheets: readonly SheetEntry[]): string {
  const entries = sheets.map(({ name, hidden }, index) => {
    const state = hidden ? ' state="hidden"' : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="sheet${index + 1}"/>`
  })
  const names = sheets.flatMap(({ name, printArea, repeatedRows }, index) => [
    ...definedName('_xlnm.Print_Area', index, name, printArea),
    ...definedName('_xlnm.Print_Titles', index, name, repeatedRows),
  ])
  const namesXml = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
  return specimen.workbookXml.replace('<sheets></sheets>', () => `<sheets>${entries.join('')}</sheets>${namesXml}`)
}

function definedName(kind: string, sheet: number, sheetName: string, range: string): string[] {
  if (range === '') return []
  const reference = escapeXml(`${quotedSheetName(sheetName)}!${range}`)
  return [`<definedName name="${kind}" localSheetId="${sheet}">${reference}</definedName>`]
}
