/**
 * What stands on a clipboard beside its text. LibreOffice ends Writer's HTML with U+0000 and writes U+0001 for a tab in
 * Calc; Windows puts a header with offsets before HTML, which a program may hand over with it, and WPS counts the offset
 * of the beginning one too far, so that the first `<` is missing.
 */

/** Line ends, tabs and Word's vertical tab (a line break in a paragraph) stay. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0001-\u0008\u000E-\u001F\u007F]/g

export const withoutControls = (text: string): string => text.replaceAll(/[\0\uFEFF]/g, '').replaceAll(controls, ' ')

const offsets = /^Version:[\d.]+\s+(?:(?:Start|End)\w+:-?\d+\s+|SourceURL:\S*\s+)*/
const beheaded = /^\s*html(?:\s[^<>]*)?>/i

export const withoutHeader = (html: string): string => html.replace(offsets, '').replace(beheaded, '')
