/** Text as HTML: what is typed comes out as it was, line breaks as `<br>`; control characters that HTML forbids become U+FFFD. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// eslint-disable-next-line no-control-regex -- these are the characters to replace
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** For text and for quoted attributes. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(forbidden, '\ufffd')
    .toWellFormed()

/** The content of a cell: escaped, `\n` (also `\r\n`, `\r`) as `<br>`. */
export const linesHtml = (text: string): string => escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>')
