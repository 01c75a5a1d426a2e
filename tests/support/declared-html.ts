/**
 * A declared file as a web page, in two hands: as Excel saves one (bare attributes, classes, a hidden row of widths,
 * soft line ends inside text) and as a government portal writes one (paragraphs, inline styles, &nbsp; for emptiness).
 */
import { placeCells, widthOf } from './declared-table.ts'
import type { DeclaredFile, DeclaredTable, PlacedCell } from './declared-table.ts'

export function declaredExcelHtml({ sheets }: DeclaredFile): string {
  const body = sheets
    .filter(({ state }) => state === undefined)
    .map(({ parts }) => {
      const width = Math.max(1, ...parts.map((part) => (typeof part === 'string' ? 1 : widthOf(part.rows))))
      const rows = parts.map((part) =>
        typeof part === 'string'
          ? ` <tr height=19 style='height:14.25pt'>\n  <td colspan=${width} height=19 class=xl66 style='height:14.25pt'>${excelText(part)}</td>\n </tr>`
          : excelRows(part),
      )
      return `<table border=0 cellpadding=0 cellspacing=0 width=${width * 72} style='border-collapse:collapse'>
 <col width=72 span=${width} style='width:54pt'>
${rows.join('\n')}
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
${Array.from({ length: width }, () => `  <td width=72 style='width:54pt'></td>`).join('\n')}
 </tr>
 <![endif]>
</table>`
    })
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\@"; border:.5pt solid windowtext;}--></style>
</head>
<body link="#0563C1">
${body.join('\n')}
</body></html>`
}

function excelRows(table: DeclaredTable): string {
  const cells = placeCells(table)
  return table.rows
    .map((_, row) => {
      const hidden = table.hiddenRows?.includes(row) ? ';display:none' : ''
      const line = cells
        .filter((cell) => cell.row === row)
        .map((cell) => `  <td${bareSpans(cell)} class=xl65 style='border-left:none'>${excelText(cell.cell.shown)}</td>`)
      return ` <tr height=24 style='height:18.0pt${hidden}'>\n${line.join('\n')}\n </tr>`
    })
    .join('\n')
}

const bareSpans = ({ rowSpan, colSpan }: PlacedCell) =>
  `${colSpan > 1 ? ` colspan=${colSpan}` : ''}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}`

/** Excel writes a space at the border of a run of two as &nbsp; and breaks lines by <br> with a soft line end behind. */
function excelText(text: string): string {
  return escapeHtml(text).replaceAll('  ', ' &nbsp;').replaceAll('\n', '<br>\n    ')
}

export function declaredPortalHtml({ sheets }: DeclaredFile): string {
  const body = sheets
    .filter(({ state }) => state === undefined)
    .flatMap(({ parts }) => parts)
    .map((part) => (typeof part === 'string' ? portalLine(part, 'text-align:center') : portalTable(part)))
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="UTF-8"><title>部门预算公开</title><style>.TRS_Editor P{line-height:2}</style></head>
<body><div class="TRS_Editor"><div class="view TRS_UEDITOR trs_paper_default">
${body.join('\n')}
</div></div></body></html>`
}

function portalTable(table: DeclaredTable): string {
  const cells = placeCells(table)
  const rows = table.rows.map((_, row) => {
    const line = cells
      .filter((cell) => cell.row === row)
      .map(
        ({ rowSpan, colSpan, cell }) =>
          `<td colspan="${colSpan}" rowspan="${rowSpan}" style="border: 1px solid rgb(0, 0, 0); padding: 0px 7px; word-break: break-all;" valign="center">${cell.shown
            .split('\n')
            .map((text) => portalLine(text, 'text-indent: 0em; margin: 0px'))
            .join('')}</td>`,
      )
    return `<tr style="height:32px" class="firstRow">${line.join('')}</tr>`
  })
  return `<table width="637" cellspacing="0" cellpadding="0" style="border-collapse:collapse"><tbody>${rows.join('')}</tbody></table><p>&nbsp;</p>`
}

const portalLine = (text: string, style: string) =>
  `<p style="${style}"><span style="font-family: 仿宋_GB2312; font-size: 14px;">${text === '' ? '&nbsp;' : escapeHtml(text).replaceAll('  ', '&nbsp; ')}</span></p>`

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
