/**
 * Tables → one complete HTML document, the source of preview, print and PDF: one section a sheet, optionally with cover
 * and contents. It stands alone: no script, no address, style inline; the document's own policy allows nothing else.
 */
import type { Layout } from '../layout/layout.ts'
import { escapeHtml } from './escape-html.ts'
import { renderContents, renderCover } from './front-pages.ts'
import { documentCss, pageCss } from './page-css.ts'
import { renderPage } from './page-html.ts'
import { paginate } from './paginate.ts'
import type { PrintPage } from './print-page.ts'

export interface HtmlOptions {
  /** Title of the document and of the cover. */
  title: string
  cover: boolean
  /** A list of the tables with their page numbers; the pages are then numbered through as well. */
  contents: boolean
  /** Lower part of the cover, one below the other: unit, year, date. */
  coverLines?: readonly string[]
}

export interface Sheet {
  orientation: Layout['page']['orientation']
  /** A `<section>`; needs pageCss. */
  html: string
  /** Index of the Layout it shows; -1: cover or contents. */
  table: number
}

/** Every sheet of the document in order, for the preview and its thumbnails. */
export function renderSheets(tables: readonly Layout[], options: HtmlOptions): Sheet[] {
  const paged = tables.map(paginate)
  const numbered = options.cover || options.contents
  let volumeNumber = 0
  const entries: { table: number; title: string; page: number }[] = []
  const body = paged.flatMap((pages, index) => {
    const title = tables[index]?.title ?? ''
    entries.push({ table: index + 1, title, page: volumeNumber + 1 })
    return pages.map((page: PrintPage): Sheet => {
      volumeNumber += 1
      const context = { table: index + 1, outline: title, ...(numbered ? { volumeNumber } : {}) }
      return { orientation: page.orientation, html: renderPage(page, context), table: index }
    })
  })
  const front = [
    ...(options.cover ? [renderCover(options.title, options.coverLines ?? [])] : []),
    ...(options.contents ? renderContents(entries) : []),
  ]
  return [...front.map((html): Sheet => ({ orientation: 'portrait', html, table: -1 })), ...body]
}

/** The whole document. Its `<section>`s are its printed pages. */
export function renderHtml(tables: readonly Layout[], options: HtmlOptions): string {
  return [
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="UTF-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="generator" content="绩表">\n<meta name="viewport" content="width=device-width">\n',
    `<title>${escapeHtml(options.title)}</title>\n<style>${pageCss}${documentCss}</style>\n</head>\n<body>\n`,
    ...renderSheets(tables, options).map((sheet) => sheet.html),
    '</body>\n</html>\n',
  ].join('')
}
