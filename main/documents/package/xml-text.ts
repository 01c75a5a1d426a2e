/**
 * Text for XML: what the person typed, escaped, without the characters XML 1.0 forbids, with lone surrogates replaced
 * by U+FFFD and line ends as \n. The result serves as element text and inside double-quoted attributes alike.
 */
// eslint-disable-next-line no-control-regex -- these are the characters XML forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// eslint-disable-next-line no-control-regex -- the quick test for all that needs work
const special = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff&<>"]/

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  if (!special.test(text)) return text
  return cleanText(text).replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** The text as a reader gets it back: no forbidden characters, no lone surrogates, \n line ends. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '').toWellFormed()
}
