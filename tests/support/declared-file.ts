/** The bytes of a declared file in each format. */
import { declaredDocx } from './declared-docx.ts'
import { declaredExcelHtml, declaredPortalHtml } from './declared-html.ts'
import type { DeclaredFile } from './declared-table.ts'
import { declaredCsv, declaredTabText } from './declared-text.ts'
import { declaredXlsx } from './declared-xlsx.ts'
import type { FixtureFormat } from '../fixtures/elsewhere/fixture.ts'

const utf8 = new TextEncoder()

const writers: Record<FixtureFormat, (file: DeclaredFile) => Uint8Array | Promise<Uint8Array>> = {
  xlsx: declaredXlsx,
  docx: declaredDocx,
  'excel.htm': (file) => utf8.encode(declaredExcelHtml(file)),
  'portal.html': (file) => utf8.encode(declaredPortalHtml(file)),
  txt: (file) => utf8.encode(declaredTabText(file)),
  csv: (file) => utf8.encode(declaredCsv(file)),
}

export async function declaredBytes(file: DeclaredFile, format: FixtureFormat): Promise<Uint8Array> {
  return writers[format](file)
}
