/**
 * What a paste puts into the open cell while its text is edited: a copied cell's text as it stands in the cell (Excel
 * quotes texts of several lines in its plain text and ends it with a line break), else the plain text, tabs and all.
 */
import { readClipboard } from './read-clipboard.ts'

/** More is no single cell; a page's thread does not read it for that. */
const longestHtml = 1_000_000

export function pastedText(html: string, plain: string): string {
  const rows = html.length > longestHtml ? undefined : readClipboard(html, plain)?.rows
  const only = rows?.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
  return only?.text ?? plain.replaceAll('\r\n', '\n').replace(/\n$/, '')
}
