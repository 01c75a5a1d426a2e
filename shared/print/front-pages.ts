/** Cover and contents of a volume, as pages of their own: portrait A4, without page numbers. Not tables, so that a reader of the file skips them. */
import { wrapLines } from '../layout/row-height.ts'
import { escapeHtml, linesHtml } from './escape-html.ts'

export interface ContentsEntry {
  /** Which table, from 1. */
  table: number
  title: string
  /** The volume page it begins on. */
  page: number
}

/** Lines of contents on a page, below the heading. */
const linesPerPage = 30
const titleMm = 135
const titlePt = 12

const openPage = '<section class="jibiao-page page portrait">'

/** `lines`: printed one below the other in the lower part (unit, year, date). */
export function renderCover(title: string, lines: readonly string[]): string {
  const below = lines.map((line) => escapeHtml(line)).join('<br>')
  return `${openPage}<h1 class="cover biao">${linesHtml(title)}</h1><p class="cover fang">${below}</p></section>\n`
}

/** As many pages as the entries need. */
export function renderContents(entries: readonly ContentsEntry[]): string[] {
  const pages: string[][] = [[]]
  let used = 0
  for (const entry of entries) {
    const text = `${entry.table}．${entry.title.replaceAll(/\s+/g, ' ')}`
    const lines = wrapLines(text, titleMm, titlePt).length
    if (used > 0 && used + lines > linesPerPage) {
      pages.push([])
      used = 0
    }
    used += lines
    pages.at(-1)?.push(`<a href="#table-${entry.table}"><b>${escapeHtml(text)}</b><i></i><u>${entry.page}</u></a>\n`)
  }
  return pages.map(
    (rows, index) =>
      `${openPage}<div class="contents"><h1 class="hei">目　录${index === 0 ? '' : '（续）'}</h1>\n${rows.join('')}</div></section>\n`,
  )
}
