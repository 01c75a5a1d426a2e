/** Characters of symbol fonts (`w:sym`) that stand for check boxes and ticks: font → code → Unicode. Others are left out. */
const symbols: Record<string, Record<string, string>> = {
  wingdings: { '6f': '☐', a8: '☐', '71': '☐', fe: '☑', fd: '☒', fc: '✓', fb: '✗', '6c': '●', '6e': '■' },
  'wingdings 2': { a3: '☐', '52': '☑', '54': '☒', '50': '✓', '4f': '✗', '51': '☒', '2a': '☐' },
  symbol: { b3: '≥', a3: '≤', b1: '±', b4: '×', b8: '÷', bb: '≈', b9: '≠' },
}

export function symbolText(font: string, code: string): string {
  const known = symbols[font.toLowerCase()]?.[code.toLowerCase().replace(/^f0|^00/, '')]
  if (known !== undefined) return known
  const point = Number.parseInt(code, 16)
  const isPrivate = point >= 0xe000 && point <= 0xf8ff
  return point >= 0x20 && !isPrivate && point <= 0xd7ff ? String.fromCharCode(point) : ''
}
