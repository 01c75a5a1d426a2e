/**
 * What stands on a clipboard beside its text. LibreOffice ends Writer's HTML with U+0000 and writes U+0001 for a tab in
 * Calc; Windows puts a header with offsets before HTML, which a program may hand over with it, and WPS counts the offset
 * of the beginning one too far, so that the first `<` is missing.
 */

import { walk } from '../../../../shared/values/text/walk.ts'

/** Line ends, tabs and Word's vertical tab (a line break in a paragraph) stay. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0001-\u0008\u000E-\u001F\u007F]/g

export const withoutControls = (text: string): string => text.replaceAll(/[\0\uFEFF]/g, '').replaceAll(controls, ' ')

const headerField = /(?:Version:[\d.]+|(?:Start|End)\w+:-?\d+|SourceURL:\S*)\s+/y
const beheaded = /^\s*html(?:\s[^<>]*)?>/i

export function withoutHeader(html: string): string {
  if (!html.startsWith('Version:')) return html.replace(beheaded, '')
  const end = walk(0, html.length, (at) => {
    headerField.lastIndex = at
    return headerField.test(html) ? headerField.lastIndex : null
  })
  return html.slice(end).replace(beheaded, '')
}
