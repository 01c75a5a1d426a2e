/**
 * A number too wide for its column: Excel shows and copies `######`. Where the plain text beside the HTML has the number
 * in that cell, it is taken from there; else the cell stays as it was copied, and the person sees it.
 */
import { pastedRows } from './clipboard-html.ts'
import type { HtmlClipboard } from './clipboard-html.ts'
import { parseSeparatedText } from './clipboard.ts'

const isHiddenNumber = (text: string): boolean => /^#{2,}$/.test(text)

export function withHiddenNumbers(content: HtmlClipboard, plain: string): HtmlClipboard {
  const { grid } = content
  if (plain === '' || content.outside.length > 0 || !grid.cells.some(({ text }) => isHiddenNumber(text))) return content
  const texts = parseSeparatedText(plain)
  if (texts.length !== grid.rows) return content // not the same rows: nothing says which belongs to which
  const cells = grid.cells.map((cell) =>
    isHiddenNumber(cell.text) ? { ...cell, text: texts[cell.row]?.[cell.column]?.text ?? cell.text } : cell,
  )
  const found = { ...grid, cells }
  return { ...content, rows: pastedRows(found), grid: found }
}
