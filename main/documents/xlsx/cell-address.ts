/** `B12` → row 11, column 1; `A1:I19` → a block, ends included. null for anything else or beyond a sheet's size. */
const maxRow = 1_048_576
const maxColumn = 16_384

export interface Block {
  row: number
  column: number
  lastRow: number
  lastColumn: number
}

export function parseAddress(address: string): { row: number; column: number } | null {
  let column = 0
  let row = 0
  for (let index = 0; index < address.length; index++) {
    const code = address.charCodeAt(index)
    if (code === 36) continue // $
    if (code >= 65 && code <= 90 && row === 0) column = column * 26 + code - 64
    else if (code >= 97 && code <= 122 && row === 0) column = column * 26 + code - 96
    else if (code >= 48 && code <= 57 && column > 0) row = row * 10 + code - 48
    else return null
    if (row > maxRow || column > maxColumn) return null
  }
  return row > 0 && column > 0 ? { row: row - 1, column: column - 1 } : null
}

export function parseBlock(reference: string): Block | null {
  const [start = '', end = start] = reference.split(':')
  const first = parseAddress(start)
  const last = parseAddress(end)
  if (!first || !last) return null
  return {
    row: Math.min(first.row, last.row),
    column: Math.min(first.column, last.column),
    lastRow: Math.max(first.row, last.row),
    lastColumn: Math.max(first.column, last.column),
  }
}
