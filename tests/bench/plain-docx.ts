/** A plain docx program that draws Layouts: what anyone would write with the library's documentation beside them. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { LayoutList } from '../../main/documents/volume.ts'
import type { Layout, LayoutCell } from '../../shared/layout/layout.ts'
import type { CellStyle } from '../../shared/templates/template.ts'

const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)
const aligns = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }
const valigns = { top: VerticalAlign.TOP, middle: VerticalAlign.CENTER, bottom: VerticalAlign.BOTTOM }
const noLine = { style: BorderStyle.NONE, size: 0 }

export async function plainDocx(layouts: LayoutList): Promise<Uint8Array> {
  const first = layouts.at(0)
  if (first === undefined) throw new Error('nothing to write')
  const { top, right, bottom, left } = first.page.marginsMm
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: {
              width: twips(210),
              height: twips(297),
              orientation: PageOrientation[first.page.orientation === 'landscape' ? 'LANDSCAPE' : 'PORTRAIT'],
            },
            margin: { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] }),
                ],
              }),
            ],
          }),
        },
        children: Array.from({ length: layouts.length }, (_, index) => [
          ...(index === 0 ? [] : [new Paragraph({ pageBreakBefore: true })]),
          drawTable(layouts.at(index) ?? first),
        ]).flat(),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function drawTable(layout: Layout): Table {
  const widths = layout.columnsMm.map(twips)
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: layout.rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          height: { value: Math.round(row.heightPt * 20), rule: HeightRule.ATLEAST },
          children: layout.cells.filter((cell) => cell.row === index).map((cell) => drawCell(layout, cell, widths)),
        }),
    ),
  })
}

function drawCell(layout: Layout, cell: LayoutCell, widths: readonly number[]): TableCell {
  const style = layout.styles[cell.style]
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, part) => sum + part, 0)
  return new TableCell({
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: valigns[style?.valign ?? 'top'],
    ...(style?.border === false ? { borders: { top: noLine, left: noLine, bottom: noLine, right: noLine } } : {}),
    children: cell.text.split('\n').map((line) => drawLine(line, style)),
  })
}

function drawLine(text: string, style: CellStyle | undefined): Paragraph {
  const font = style?.font ?? '宋体'
  return new Paragraph({
    alignment: aligns[style?.align ?? 'left'],
    children: [
      new TextRun({
        text,
        bold: style?.bold ?? false,
        size: Math.round((style?.sizePt ?? 10.5) * 2),
        font: { ascii: font, hAnsi: font, eastAsia: font },
      }),
    ],
  })
}
