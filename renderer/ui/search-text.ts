/** Whether a text answers a search: literally, by pinyin or by pinyin initials (yb, yibao → 医保). Every word must be found. */
import pinyin from 'pinyin-match'

/** Width and case are ignored (ＡＢ１ = ab1). */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase()

export function answersSearch(text: string, search: string): boolean {
  const plain = normal(text)
  return normal(search)
    .split(/\s+/)
    .every(
      (word) => word === '' || plain.includes(word) || (/^[a-z]+$/.test(word) && pinyin.match(plain, word) !== false),
    )
}
