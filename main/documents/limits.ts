/**
 * How much of a foreign file is read before it is refused. Bytes, or counts. Far above any real form (a table has 60
 * rows), low enough that a hostile file costs under 10 s and 300 MB.
 */
export const limits = {
  /** A file is refused by its size before it is opened. */
  fileBytes: 20 * 1024 * 1024,
  /** Text files (txt, csv, html, json) are decoded whole. */
  textBytes: 20 * 1024 * 1024,
  zipEntries: 2_000,
  /** One unpacked part, and all unpacked parts of a file together. */
  partBytes: 50 * 1024 * 1024,
  partsBytes: 100 * 1024 * 1024,
  /** Sheets are unpacked in batches of about this size, so that memory stays flat. */
  batchBytes: 8 * 1024 * 1024,
  xmlDepth: 256,
  jsonDepth: 64,
  /** Elements of one XML part. */
  xmlElements: 4_000_000,
  /** Tables on one .html page. */
  htmlTables: 50_000,
  /** Cells with text in one grid (a sheet; the whole of another file), and in all sheets of a workbook. */
  gridCells: 250_000,
  cells: 1_000_000,
  /** Rows × columns of one grid. */
  positions: 4_000_000,
  /** Steps spent on claiming merged cells in one grid: only overlapping merges need more. */
  mergeSteps: 20_000_000,
  /** A span of an .html or .docx cell. */
  span: 1_000,
} as const

/** `12 MB`, for messages. */
export function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`
}
