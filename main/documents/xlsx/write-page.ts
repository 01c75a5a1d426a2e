/**
 * The print set-up of a sheet: exceljs writes it for each page set-up once, and it is kept. A4, fitted to the width of the
 * page, as many pages as the rows need, centred, with page numbers.
 */
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '../../../shared/templates/template.ts'

const kept = new Map<string, Promise<string>>()
const a4 = 9

/** Everything of a sheet from `<printOptions` to `</headerFooter>`. */
export function pageXml(page: Page): Promise<string> {
  const key = JSON.stringify(page)
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = makePageXml(page)
  kept.set(key, made)
  return made
}

const inches = (mm: number): number => mm / 25.4

async function makePageXml({ orientation, marginsMm }: Page): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('s', {
    pageSetup: {
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
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  })
  const files = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()))
  const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  return xml
    .slice(xml.indexOf('<printOptions'), xml.indexOf('</worksheet>'))
    .replace(/ (?:horizontalDpi|verticalDpi|scale)="\d+"/g, '')
}
