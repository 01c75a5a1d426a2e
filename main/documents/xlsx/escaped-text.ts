/**
 * Text of .xlsx parts: `_x000D_` stands for a character XML cannot hold (ECMA-376 part 1, 22.9.2.19). Only line breaks,
 * tabs and printable characters are decoded; other control characters stay as written. Line breaks become \n.
 */
export function unescapeText(text: string): string {
  const decoded = text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, decode) : text
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
}

function decode(escaped: string, hex: string): string {
  const code = Number.parseInt(hex, 16)
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  return (code >= 0x20 || code === 9 || code === 10 || code === 13) && !isSurrogate
    ? String.fromCharCode(code)
    : escaped
}
