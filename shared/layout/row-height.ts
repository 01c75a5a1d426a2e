/**
 * How high a row must be so that no Chinese text is cut off. Text is measured in em of the cell's font size: East-Asian
 * wide and ambiguous characters 1 em (≥, ×, “ ” are wide in Chinese fonts), capitals 0.75, other characters 0.56; both
 * generous, because fonts differ between machines. Lines break like Word and Excel do: between Chinese characters, at
 * spaces between Latin words, never with a closing mark at the start of a line or an opening one at its end.
 * Widths in millimetres, sizes and heights in points (1 pt = 0.3528 mm).
 */
import { eastAsianWidth } from 'get-east-asian-width'

export const pointsPerMm = 72 / 25.4

/** Blank between a cell's text and its left and right border, each side; every writer uses the same. */
export const cellPaddingMm = 1

/** Height of one line as a multiple of the font size; Noto CJK, the widest-set substitute, needs 1.448. */
export const lineHeight = 1.45

/** Blank above and below the text of a cell together. */
export const verticalPaddingPt = 4

const opening = new Set('（《【〔「『“‘([{<')
const closing = new Set('，。、；：？！）》】〕」』”’…—,.;:?!)]}>%％‰℃')

function characterEm(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x4e00 && code <= 0x9fff) return 1
  if (code === 0x09) return 4
  if (code < 0x20) return 0
  if (code < 0x7f) return code >= 0x41 && code <= 0x5a ? 0.75 : 0.56
  return eastAsianWidth(code, { ambiguousAsWide: true }) === 2 ? 1 : 0.62
}

/** Width of a text on one line in em. */
export function textEm(text: string): number {
  let sum = 0
  for (const character of text) sum += characterEm(character)
  return sum
}

const isLatin = (character: string) => /[\w.@/-]/.test(character)

/**
 * The lines a text takes in a cell of `widthMm` (with its padding). Joined they are the text again: a line that ends
 * with a typed break keeps its '\n', a line broken by width ends without. An empty text is one empty line.
 */
export function wrapLines(text: string, widthMm: number, sizePt: number): string[] {
  const limit = Math.max(1, ((widthMm - 2 * cellPaddingMm) * pointsPerMm) / sizePt)
  if (!text.includes('\n') && text.length <= limit * 0.9) return [text]
  const paragraphs = text.split('\n')
  return paragraphs.flatMap((paragraph, index) => {
    const lines = wrapParagraph(paragraph, limit)
    if (index < paragraphs.length - 1) lines[lines.length - 1] += '\n'
    return lines
  })
}

function wrapParagraph(paragraph: string, limit: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of words(paragraph)) {
    const width = textEm(word)
    if (line !== '' && used + width > limit && word !== ' ') {
      lines.push(line)
      line = ''
      used = 0
    }
    if (width <= limit) {
      line += word
      used += width
      continue
    }
    for (const character of word) {
      const em = characterEm(character)
      if (line !== '' && used + em > limit) {
        lines.push(line)
        line = ''
        used = 0
      }
      line += character
      used += em
    }
  }
  lines.push(line)
  return lines
}

/** The pieces between which a line may break: a Latin word, a space, or a character with the marks that belong to it. */
function words(paragraph: string): string[] {
  const pieces: string[] = []
  let before = ''
  for (const character of paragraph) {
    const belongs =
      (isLatin(before) && isLatin(character)) || (closing.has(character) && before !== ' ') || opening.has(before)
    if (pieces.length > 0 && belongs) pieces[pieces.length - 1] += character
    else pieces.push(character)
    before = character
  }
  return pieces
}

/** Height in points of a cell that holds the text whole. */
export function textHeightPt(text: string, widthMm: number, sizePt: number): number {
  return wrapLines(text, widthMm, sizePt).length * sizePt * lineHeight + verticalPaddingPt
}
