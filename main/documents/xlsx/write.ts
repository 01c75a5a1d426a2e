/**
 * Layouts → one .xlsx. One Layout makes a workbook of one sheet; several make one sheet each, after a contents sheet
 * with links where wanted. exceljs makes the package and the styles (write-specimen.ts), the sheets are stamped from
 * the Layouts (write-sheet.ts) and compressed one by one, so that a thousand of them never stand in memory as text.
 */
import { columnName } from '../../../shared/layout/grid.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { corePropertiesXml } from '../package/properties.ts'
import { deflatePart, zipParts } from '../package/zip.ts'
import type { ZipPart } from '../package/zip.ts'
import { forEachTable } from '../volume.ts'
import type { VolumeOptions } from '../volume.ts'
import { collectCellStyles } from './cell-styles.ts'
import { createSharedStrings, sharedStringsXml } from './shared-strings.ts'
import { sheetName } from './sheet-name.ts'
import { splitTallRows } from './tall-rows.ts'
import { contentsPage, contentsSheetName, contentsSheetXml, contentsStyles } from './write-contents.ts'
import { listsSheetName, listsSheetXml } from './write-contents.ts'
import type { HiddenLists } from './write-lists.ts'
import { maxCellText, sheetXml } from './write-sheet.ts'
import { pageKey, styleKey, xlsxSpecimen } from './write-specimen.ts'
import { sheetPath, workbookParts } from './write-workbook.ts'
import type { SheetEntry } from './write-workbook.ts'

/** `layouts` is not empty. Rejects with code `cancelled` when the signal is aborted. */
export async function writeXlsx(layouts: readonly Layout[], options: VolumeOptions): Promise<Uint8Array> {
  const withContents = options.contents && layouts.length > 1
  const { styles, cells } = collectCellStyles(layouts)
  const pages = new Map(layouts.map(({ page }) => [pageKey(page), page]))
  if (withContents) {
    pages.set(pageKey(contentsPage), contentsPage)
    for (const style of Object.values(contentsStyles)) styles.set(styleKey(style), style)
  }
  const specimen = await xlsxSpecimen(styles, pages)
  const indexOf = (key: string | undefined): number => specimen.styleIndexes.get(key ?? '') ?? 0
  const pageXmlOf = (key: string): string => specimen.pageXml.get(key) ?? ''

  const strings = createSharedStrings()
  const taken = new Set<string>()
  const entries: SheetEntry[] = []
  const parts: ZipPart[] = []
  const addSheet = (entry: SheetEntry, xml: string): void => {
    parts.push(deflatePart(sheetPath(entries.length), xml))
    entries.push(entry)
  }
  if (withContents) sheetName(contentsSheetName, taken)
  const names = layouts.map(({ title }, index) => sheetName(numbered(title, index, layouts.length), taken))
  const hiddenLists: HiddenLists = { sheetName: sheetName(listsSheetName, taken), columns: new Map() }

  if (withContents) {
    const xml = contentsSheetXml({
      title: options.title,
      tables: layouts.map(({ title }, index) => ({ title, sheetName: names[index] ?? '' })),
      styleIndex: (style) => indexOf(styleKey(contentsStyles[style])),
      strings,
      pageXml: pageXmlOf(pageKey(contentsPage)),
    })
    addSheet({ name: contentsSheetName, hidden: false, printArea: '', repeatedRows: '$2:$2' }, xml)
  }
  await forEachTable(layouts, options, (original, index) => {
    const layout = splitTallRows(original)
    const formats = cells.get(layout.styles)
    const xml = sheetXml(layout, {
      styleIndex: (style, format) => indexOf(formats?.get(format)?.get(style)),
      strings,
      hiddenLists,
      pageXml: pageXmlOf(pageKey(layout.page)),
      selected: index === 0 && !withContents,
      onCut: (cell) =>
        options.onProblem?.({
          table: index,
          title: layout.title,
          cell,
          message: `“${layout.title}”的单元格 ${cell} 超过 Excel 的上限 ${maxCellText} 字，超出的部分没有写入。请缩短这一格。`,
        }),
    })
    addSheet({ name: names[index] ?? '', hidden: false, ...printRanges(layout) }, xml)
  })
  if (hiddenLists.columns.size > 0) {
    const entry = { name: hiddenLists.sheetName, hidden: true, printArea: '', repeatedRows: '' }
    addSheet(entry, listsSheetXml(hiddenLists, strings))
  }
  return zipParts(
    [
      ...workbookParts(specimen, entries),
      ...specimen.fixedParts,
      deflatePart('docProps/core.xml', corePropertiesXml(specimen.coreXml, options.title, options.createdAt)),
      deflatePart('xl/sharedStrings.xml', sharedStringsXml(strings)),
      ...parts,
    ],
    options.createdAt,
  )
}

/** `07_项目名` among several, the name alone for one. */
function numbered(title: string, index: number, count: number): string {
  if (count === 1) return title
  return `${String(index + 1).padStart(Math.max(2, String(count).length), '0')}_${title}`
}

function printRanges({ rows, columnsMm, repeatedRows: { first, count } }: Layout): {
  printArea: string
  repeatedRows: string
} {
  return {
    printArea: `$A$1:$${columnName(columnsMm.length - 1)}$${rows.length}`,
    repeatedRows: count === 0 ? '' : `$${first + 1}:$${first + count}`,
  }
}
