/**
 * The text of a foreign cell as the record keeps it: tags of the source removed with paragraphs kept as line breaks,
 * the ends trimmed, everything else as typed. `<5分钟且>1分钟` is text: only names of real tags count.
 */

const paragraphTag = /<\/(?:p|div|li|tr|h[1-6])\s*>|<br\s*\/?>/giu
const anyTag = /<\/?([a-z][\w:]*)(?:\s[^<>]*|\/)?>/giu
const tagNames = new Set(
  'p div span br b i u strong em font table thead tbody tr td th ul ol li h1 h2 h3 h4 h5 h6 a img sub sup s o:p section article center'.split(
    ' ',
  ),
)
const isTag = (name: string) => tagNames.has(name) || /^st1:\w/u.test(name)
const entities: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', ldquo: '“', rdquo: '”' }

export interface CleanText {
  text: string
  /** Whether tags were removed (D6). */
  hadTags: boolean
}

export function cleanText(raw: string): CleanText {
  if (!raw.includes('<') && !raw.includes('&nbsp;')) return { text: trimLines(raw), hadTags: false }
  const untagged = raw
    .replace(paragraphTag, '\n')
    .replace(anyTag, (whole, name: string) => (isTag(name.toLowerCase()) ? '' : whole))
  const hadTags = untagged.length < raw.length
  if (!hadTags) return { text: trimLines(raw.replaceAll('&nbsp;', ' ')), hadTags }
  const plain = untagged.replace(
    /&(nbsp|lt|gt|amp|quot|ldquo|rdquo);/gu,
    (whole, name: string) => entities[name] ?? whole,
  )
  const lines = plain.split('\n').map((line) => line.trim())
  return { text: lines.filter((line) => line !== '').join('\n'), hadTags }
}

function trimLines(text: string): string {
  const trimmed = text.trim()
  return trimmed.includes('\r') ? trimmed.replace(/\r\n?/gu, '\n') : trimmed
}
