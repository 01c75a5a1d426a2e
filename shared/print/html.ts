/**
 * Tables → one complete HTML document, the source of preview, print and PDF: one section a sheet, optionally with cover
 * and contents. It stands alone: no script, no address, style inline; the document's own policy allows nothing else.
 */
import type { Layout } from '../layout/layout.ts'
import { escapeHtml } from './escape-html.ts'
import { renderContents, renderCover } from './front-pages.ts'
import type { ContentsEntry } from './front-pages.ts'
import { documentCss, pageCss } from './page-css.ts'
import { renderPage } from './page-html.ts'
import { paginate } from './paginate.ts'

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

/** A volume that grows table by table, so that the work on thousands can be shared out. */
export interface SheetVolume {
  /** The sheets of the next table. */
  add: (table: Layout) => Sheet[]
  /** Cover and contents of what was added; they stand before it. */
  front: () => Sheet[]
}

export function startVolume(options: HtmlOptions): SheetVolume {
  const numbered = options.cover || options.contents
  const entries: ContentsEntry[] = []
  let volumeNumber = 0
  return {
    add(layout) {
      const { title } = layout
      const index = entries.length
      entries.push({ table: index + 1, title, page: volumeNumber + 1 })
      return paginate(layout).map((page): Sheet => {
        volumeNumber += 1
        const context = { table: index + 1, outline: title, ...(numbered ? { volumeNumber } : {}) }
        return { orientation: page.orientation, html: renderPage(page, context), table: index }
      })
    },
    front: () =>
      [
        ...(options.cover ? [renderCover(options.title, options.coverLines ?? [])] : []),
        ...(options.contents ? renderContents(entries) : []),
      ].map((html): Sheet => ({ orientation: 'portrait', html, table: -1 })),
  }
}

/** Every sheet of the document in order, for the preview and its thumbnails. */
export function renderSheets(tables: readonly Layout[], options: HtmlOptions): Sheet[] {
  const volume = startVolume(options)
  const body = tables.flatMap((table) => volume.add(table))
  return [...volume.front(), ...body]
}

/** The whole document. Its `<section>`s are its printed pages. */
export function renderHtml(tables: readonly Layout[], options: HtmlOptions): string {
  const sheets = renderSheets(tables, options).map((sheet) => sheet.html)
  return [openDocument(options.title), ...sheets, closeDocument].join('')
}

/** What stands before the sheets in a document of its own. */
export function openDocument(title: string): string {
  return [
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="UTF-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="generator" content="绩表">\n<meta name="viewport" content="width=device-width">\n',
    `<title>${escapeHtml(title)}</title>\n<style>${pageCss}${documentCss}</style>\n</head>\n<body>\n`,
  ].join('')
}

export const closeDocument = '</body>\n</html>\n'
