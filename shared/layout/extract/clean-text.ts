/**
 * The text of a foreign cell as the record keeps it: tags of the source removed with paragraphs kept as line breaks,
 * the ends trimmed, everything else as typed. `<5分钟且>1分钟` is text: only names of real tags count.
 */

const paragraphTag = /<\/(?:p|div|li|tr|h[1-6])\s*>|<br\s*\/?>/giu
const anyTag =
  /<\/?(?:p|div|span|br|b|i|u|strong|em|font|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|a|img|sub|sup|s|o:p|st1:\w+|section|article|center)(?:\s[^<>]*)?\/?>/giu
const entities: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', ldquo: '“', rdquo: '”' }

export interface CleanText {
  text: string
  /** Whether tags were removed (D6). */
  hadTags: boolean
}

export function cleanText(raw: string): CleanText {
  if (!raw.includes('<') && !raw.includes('&nbsp;')) return { text: trimLines(raw), hadTags: false }
  const hadTags = new RegExp(anyTag).test(raw)
  if (!hadTags) return { text: trimLines(raw.replaceAll('&nbsp;', ' ')), hadTags }
  const plain = raw
    .replace(paragraphTag, '\n')
    .replace(anyTag, '')
    .replace(/&(nbsp|lt|gt|amp|quot|ldquo|rdquo);/gu, (whole, name: string) => entities[name] ?? whole)
  const lines = plain.split('\n').map((line) => line.trim())
  return { text: lines.filter((line) => line !== '').join('\n'), hadTags }
}

function trimLines(text: string): string {
  const trimmed = text.trim()
  return trimmed.includes('\r') ? trimmed.replace(/\r\n?/gu, '\n') : trimmed
}
