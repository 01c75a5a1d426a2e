/** Text as the XML of a run: line breaks and tabs are elements of their own in Word. */
import { escapeXml } from '../package/xml-text.ts'

/** `<w:r>…</w:r>`; '' for no text. */
export function runXml(text: string): string {
  if (text === '') return ''
  const escaped = escapeXml(text)
  if (!/[\n\t]/.test(escaped)) return `<w:r>${textXml(escaped)}</w:r>`
  const pieces = escaped.split(/([\n\t])/).map((piece) => {
    if (piece === '\n') return '<w:br/>'
    return piece === '\t' ? '<w:tab/>' : textXml(piece)
  })
  return `<w:r>${pieces.join('')}</w:r>`
}

function textXml(escaped: string): string {
  if (escaped === '') return ''
  return /^\s|\s$|\s\s/.test(escaped) ? `<w:t xml:space="preserve">${escaped}</w:t>` : `<w:t>${escaped}</w:t>`
}

export function paragraphXml(styleId: string, content: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${styleId}"/>${properties}</w:pPr>${content}</w:p>`
}
