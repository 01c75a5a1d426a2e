/**
 * Signs that are typed with two keys (`>=`, `<=`, also full-width) and the one sign the form prints for them. Only offered:
 * the typed text stays until the person accepts.
 */
import { normalizeForMatch } from './text/normalize.ts'

const signs: Record<string, string> = {
  '>=': '≥',
  '=>': '≥',
  '≧': '≥',
  '⩾': '≥',
  '<=': '≤',
  '=<': '≤',
  '≦': '≤',
  '⩽': '≤',
}
const typedSign = /[>＞]\s?[=＝]|[=＝]\s?[>＞]|[<＜]\s?[=＝]|[=＝]\s?[<＜]|[≧⩾≦⩽]/gu

/** The text with ≥ and ≤ for every such sign; null where there is none. Everything else stays as typed. */
export function spellSigns(text: string): string | null {
  const spelled = text.replace(typedSign, (sign) => signs[normalizeForMatch(sign)] ?? sign)
  return spelled === text ? null : spelled
}
