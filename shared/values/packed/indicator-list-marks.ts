/**
 * The marks of the packed indicator cell, and how text that looks like one of them is protected. The official form knows
 * no quotation, so the word joiner U+2060 is used: it has no width and is not printed. A joiner before a mark says that
 * what follows is text. It is written only into cells whose plain text would be read differently (a value that
 * contains `。2、1-产出指标；…` or `；年度指标值:`); everyday texts with ； 。 and numbers go without.
 */

export const joiner = '\u2060'
export const termMark = /[；;]\s*实施周期指标值\s*[:：]/u
export const annualMark = /[；;]\s*年度指标值\s*[:：]/u
export const annualMarkEverywhere = new RegExp(annualMark, 'gu')
/** The same marks at the very beginning, where an entry lacks its name. */
export const termMarkFirst = /^\s*实施周期指标值\s*[:：]/u
export const annualMarkFirst = /^\s*年度指标值\s*[:：]/u
/** A code before a level name: `11-`. */
export const levelCode = /^\s*(\d+)\s*[-－‐–—]\s*/u

const protectedPair = /\u2060([\u2060；;\d\s实年])/gu

/** The text with every protected character (and its joiner) blotted out: same length, so positions can be shared. */
export function maskProtected(text: string): string {
  return text.replace(protectedPair, `${joiner}${joiner}`)
}

/** The typed text of a protected piece. */
export function unprotect(piece: string): string {
  return piece.replace(protectedPair, '$1')
}

/** The piece that reads back as exactly `field` in the place of a name or a value. */
export function protectText(field: string): string {
  return protectEdges(
    field
      .replaceAll(joiner, joiner + joiner)
      .replace(/(?:实施周期|年度)(?=指标值)/gu, `${joiner}$&`)
      .replace(/(^|[。；;\s])(?=\d+\s*[、.．])/gu, `$1${joiner}`),
  )
}

/** The piece that reads back as exactly `field` in the place of a level name. */
export function protectLevel(field: string): string {
  return protectText(field)
    .replace(/[；;]/gu, `${joiner}$&`)
    .replace(/^\s+|^\d+(?=\s*[-－‐–—])/u, (edge) => (edge.trim() === '' ? protectSpaces(edge) : joiner + edge))
}

function protectSpaces(spaces: string): string {
  return spaces.replace(/\s/gu, `${joiner}$&`)
}

/** Line breaks at the edges of a field are taken for the cell's own and dropped when read (trimBreaks), so they are protected. */
function protectEdges(piece: string): string {
  const [start, end] = edges(piece)
  return protectBreaks(piece.slice(0, start)) + piece.slice(start, end) + protectBreaks(piece.slice(end))
}

function protectBreaks(spaces: string): string {
  return /[\r\n]/u.test(spaces) ? protectSpaces(spaces) : spaces
}

/** [start, end) of a piece without white space at its edges that contains a line break. Positions in the masked text. */
export function trimBreaks(masked: string, start: number, end: number): [number, number] {
  const piece = masked.slice(start, end)
  const [from, to] = edges(piece)
  const head = /[\r\n]/u.test(piece.slice(0, from)) ? from : 0
  const tail = /[\r\n]/u.test(piece.slice(to)) ? to : piece.length
  return [start + head, start + tail]
}

/** Where the text of a piece begins and ends between its white space; a blank piece is all head. */
function edges(piece: string): [number, number] {
  const start = piece.length - piece.trimStart().length
  return [start, Math.max(start, piece.trimEnd().length)]
}
