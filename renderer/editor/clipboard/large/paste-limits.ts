/** How much one paste takes, and what the person is told where it is more. Far above any form, low enough to stay usable. */
import type { PastedRows } from '../read/clipboard.ts'

/** More rows at once are no table of a form. */
export const mostRows = 2000
export const mostCells = 200_000
/** UTF-16 units of HTML and plain text together: a spreadsheet's HTML has a hundred and more for each cell. */
const mostCharacters = 40_000_000
/** Up to here a paste is done at once; more is read off the page's thread, with a bar and a way to give it up. */
const atOnceCharacters = 200_000

export const isAtOnce = (html: string, plain: string): boolean => html.length + plain.length <= atOnceCharacters

/** Why a clipboard is not read; null: it is. */
export function tooMuch(html: string, plain: string): string | null {
  const characters = html.length + plain.length
  if (characters <= mostCharacters) return null
  return `剪贴板里有 ${Math.round(characters / 10_000)} 万字，一次最多粘贴 ${mostCharacters / 10_000} 万字，没有粘贴。请分几次复制。`
}

/** Why what was read is not pasted; null: it is. */
export function refusal(rows: PastedRows | undefined): string | null {
  if (!rows) return '剪贴板里没有文字，没有粘贴。'
  if (rows.length > mostRows) return `剪贴板里有 ${rows.length} 行，一次最多粘贴 ${mostRows} 行，没有粘贴。`
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  return cells > mostCells ? `剪贴板里有 ${cells} 格，一次最多粘贴 ${mostCells} 格，没有粘贴。` : null
}
