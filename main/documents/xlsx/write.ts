/**
 * Layouts → one .xlsx. One Layout makes a workbook of one sheet; several make one sheet each, after a contents sheet
 * with links where wanted. exceljs makes the package and the styles (write-specimen.ts), the sheets are stamped from
 * the Layouts (write-sheet.ts) and compressed one by one, so that a thousand of them never stand in memory as text.
 */
import { columnName } from '../../../shared/layout/grid.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { corePropertiesXml } from '../package/properties.ts'
import { deflatePart, growPart, zipParts } from '../package/zip.ts'
import type { ZipPart } from '../package/zip.ts'
import { writableLayout } from '../writable-layout.ts'
import { forEachTable } from '../volume.ts'
import type { LayoutList, VolumeOptions, WriteProblem } from '../volume.ts'
import { createCellStyles, sheetStyleIndex } from './cell-styles.ts'
import { createSharedStrings, sharedStringsEnd, sharedStringsOpening, takeSharedStringsXml } from './shared-strings.ts'
import { sheetName } from './sheet-name.ts'
import { splitTallRows } from './tall-rows.ts'
import { contentsPage, contentsSheetName, contentsSheetXml, contentsStyles } from './write-contents.ts'
import { listsSheetName, listsSheetXml } from './write-contents.ts'
import type { HiddenLists } from './write-lists.ts'
import { maxCellText, sheetXml } from './write-sheet.ts'
import { pageXml } from './write-page.ts'
import { xlsxSpecimen } from './write-specimen.ts'
import { sheetPath, workbookParts } from './write-workbook.ts'
import type { SheetEntry } from './write-workbook.ts'

/** `layouts` is not empty. Rejects with code `cancelled` when the signal is aborted. */
export async function writeXlsx(layouts: LayoutList, options: VolumeOptions): Promise<Uint8Array> {
  const withContents = options.contents && layouts.length > 1
  const styles = createCellStyles()
  const strings = createSharedStrings()
  const stringsPart = growPart('xl/sharedStrings.xml')
  await stringsPart.write(sharedStringsOpening)
  const taken = new Set(withContents ? [contentsSheetName] : [])
  const hiddenLists: HiddenLists = { sheetName: sheetName(listsSheetName, taken), columns: new Map() }
  const titles: { title: string; sheetName: string }[] = []
  const entries: SheetEntry[] = []
  const parts: ZipPart[] = []
  const firstTable = withContents ? 1 : 0

  await forEachTable(layouts, options, async (original, index) => {
    const layout = writableLayout(splitTallRows(original), index, options.onProblem)
    const name = sheetName(numbered(layout.title, index, layouts.length), taken)
    const xml = sheetXml(layout, {
      styles,
      strings,
      hiddenLists,
      pageXml: await pageXml(layout.page),
      selected: index === 0 && !withContents,
      onCut: (cell) => options.onProblem?.(cutProblem(layout.title, index, cell)),
    })
    titles.push({ title: layout.title, sheetName: name })
    entries.push({ name, hidden: false, ...printRanges(layout) })
    parts.push(deflatePart(sheetPath(firstTable + index), xml))
    await stringsPart.write(takeSharedStringsXml(strings))
  })
  if (withContents) {
    const xml = contentsSheetXml({
      title: options.title,
      tables: titles,
      styleIndex: (style) => sheetStyleIndex(styles, contentsStyles[style]),
      strings,
      pageXml: await pageXml(contentsPage),
    })
    entries.unshift({ name: contentsSheetName, hidden: false, printArea: '', repeatedRows: '$2:$2' })
    parts.unshift(deflatePart(sheetPath(0), xml))
  }
  if (hiddenLists.columns.size > 0) {
    parts.push(deflatePart(sheetPath(entries.length), listsSheetXml(hiddenLists, strings)))
    entries.push({ name: hiddenLists.sheetName, hidden: true, printArea: '', repeatedRows: '' })
  }
  await stringsPart.write(takeSharedStringsXml(strings) + sharedStringsEnd)
  const specimen = await xlsxSpecimen([...styles.used.values()])
  return zipParts(
    [
      ...workbookParts(specimen, entries),
      ...specimen.fixedParts,
      deflatePart('docProps/core.xml', corePropertiesXml(specimen.coreXml, options.title, options.createdAt)),
      await stringsPart.finish(),
      ...parts,
    ],
    options.createdAt,
  )
}

function cutProblem(title: string, table: number, cell: string): WriteProblem {
  const message = `“${title}”的单元格 ${cell} 超过 Excel 的上限 ${maxCellText} 字，超出的部分没有写入。请缩短这一格。`
  return { table, title, cell, message }
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
