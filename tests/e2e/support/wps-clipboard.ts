/**
 * What WPS 表格 puts on the clipboard for a block of cells: HTML with its style sheet, unquoted attributes, merged cells
 * as spans, a hidden last row for the widths; and tab-separated text in which a merged cell stands once and texts with
 * line breaks are quoted.
 */
export interface CopiedBlock {
  html: string
  plain: string
}

/** `null`: covered by the merged cell above. */
export function copiedFromWps(rows: readonly (readonly (string | null)[])[]): CopiedBlock {
  return { html: wpsHtml(rows), plain: rows.map((row) => row.map(plainText).join('\t')).join('\r\n') + '\r\n' }
}

const plainText = (text: string | null): string =>
  text === null ? '' : /["\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function wpsHtml(rows: readonly (readonly (string | null)[])[]): string {
  const columns = rows[0]?.length ?? 0
  const body = rows.map((row, at) => {
    const cells = row.flatMap((text, column) => (text === null ? [] : [wpsCell(text, spanOf(rows, at, column))]))
    return `   <tr height="32" style='height:24.00pt;'>\r\n${cells.join('\r\n')}\r\n   </tr>`
  })
  const columnElements = Array.from(
    { length: columns },
    () => `   <col width="96" style='mso-width-source:userset;mso-width-alt:3072;'/>`,
  )
  const widths = Array.from({ length: columns }, () => `     <td width="96" style='width:72;'></td>`)
  return [
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">',
    ' <head>',
    '  <meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>',
    '  <meta name="ProgId" content="Excel.Sheet"/>',
    '  <meta name="Generator" content="WPS Office ET"/>',
    '  <!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets/></x:ExcelWorkbook></xml><![endif]-->',
    '  <style>',
    '<!-- @page {margin:1.00in 0.75in 1.00in 0.75in;}',
    'tr {mso-height-source:auto;mso-ruby-visibility:none;}',
    'br {mso-data-placement:same-cell;}',
    '.et2 {mso-style-parent:style0;text-align:center;white-space:normal;mso-font-charset:134;border:.5pt solid #000000;font-family:宋体;}',
    ' -->  </style>',
    ' </head>',
    ` <body link="blue" vlink="purple" class="">`,
    `  <table width="${columns * 96}" border="0" cellpadding="0" cellspacing="0" style='width:${columns * 72}pt;border-collapse:collapse;table-layout:fixed;'>`,
    ...columnElements,
    '   <!--StartFragment-->',
    ...body,
    '   <!--EndFragment-->',
    `   <![if supportMisalignedColumns]>\r\n    <tr width="0" style='display:none;'>\r\n${widths.join('\r\n')}\r\n    </tr>\r\n   <![endif]>`,
    '  </table>',
    ' </body>',
    '</html>',
  ].join('\r\n')
}

function wpsCell(text: string, rowSpan: number): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br/>')
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(text)
  const span = rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''
  return `    <td class="et2" height="${32 * rowSpan}" width="96"${span} ${isNumber ? `x:num="${text}"` : 'x:str'} style='height:${24 * rowSpan}pt;width:72pt;border:.5pt solid #000000;'>${escaped}</td>`
}

function spanOf(rows: readonly (readonly (string | null)[])[], row: number, column: number): number {
  let span = 1
  while (rows[row + span]?.[column] === null) span += 1
  return span
}
