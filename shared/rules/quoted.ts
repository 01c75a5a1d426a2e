/** What a person wrote, inside a message: long text is cut, since the cell it stands in is named beside it. */
const longest = 30

/** “原文”, by characters as people count them; what is cut off is marked by …. */
export function quoted(text: string): string {
  const letters = Array.from(text)
  return letters.length > longest ? `“${letters.slice(0, longest).join('')}…”` : `“${text}”`
}
