/**
 * Reads any file a person may hand in: its content decides how (sniff.ts), not its name. Nothing is fetched, nothing is
 * written, formulas are not computed. Throws only FileProblem, whose message names the file.
 */
import type { Grid } from '../../shared/layout/grid.ts'
import { checkSize } from './check-size.ts'
import { readCsv } from './csv/read.ts'
import { readDocx } from './docx/read.ts'
import { declaredCharset, decodeText } from './encoding.ts'
import { FileProblem, named, toFileProblem } from './file-problem.ts'
import { readHtml } from './html/read.ts'
import { readJson } from './json/read.ts'
import type { RawRecord } from './json/read.ts'
import { limits } from './limits.ts'
import { packageKind } from './package-kind.ts'
import type { OfficePackage } from './package-kind.ts'
import { isZip, refuseForeign, textKind } from './sniff.ts'
import type { TextKind } from './sniff.ts'
import { readText } from './text/read.ts'
import { readXlsx } from './xlsx/read.ts'
import { openZip } from './zip/open-zip.ts'

export interface DocumentContent {
  /** What the file really is. */
  kind: OfficePackage['kind'] | TextKind
  /** One a sheet (.xlsx), one a printed table (our own .html), else one a file. Empty for .json. */
  grids: Grid[]
  /** Only for .json: what the file holds, unchecked. */
  records: RawRecord[] | null
}

export function readDocument(name: string, bytes: Uint8Array): DocumentContent {
  try {
    const content = read(name, bytes)
    if (content.grids.length === 0 && (content.records === null || content.records.length === 0)) {
      throw new FileProblem('F-EMPTY', '里没有任何文字。请确认选对了文件。')
    }
    return content
  } catch (error) {
    throw named(toFileProblem(error), name)
  }
}

function read(name: string, bytes: Uint8Array): DocumentContent {
  checkSize(bytes.length, limits.fileBytes)
  refuseForeign(bytes)
  if (isZip(bytes)) {
    const zip = openZip(bytes)
    const { kind, mainPart } = packageKind(zip)
    return { kind, grids: kind === 'xlsx' ? readXlsx(zip, mainPart) : readDocx(zip, mainPart), records: null }
  }
  checkSize(bytes.length, limits.textBytes)
  const text = decode(name, bytes)
  const kind = textKind(name, text)
  switch (kind) {
    case 'html':
      return { kind, grids: readHtml(text), records: null }
    case 'json':
      return { kind, grids: [], records: readJson(text) }
    case 'csv':
      return { kind, grids: readCsv(text), records: null }
    default:
      return { kind, grids: readText(text), records: null }
  }
}

/**
 * For a file in which no table was found: throws when its name says Excel or Word and it holds nothing but text. Such
 * files are read all the same (programs write text under these names); only then is the name what is wrong with it.
 */
export function refuseRenamedText(name: string, kind: DocumentContent['kind']): void {
  const program = officeProgram(name)
  if (program === null || kind === 'xlsx' || kind === 'docx') return
  throw new FileProblem(
    'F-FOREIGN',
    `不是 ${program} 文件，里面只是普通文字，也没有绩效目标表。请重新取得文件，或用 ${program}、WPS 打开后另存一份再试。`,
    { name },
  )
}

/** The program whose file the name promises; null for any other name. */
function officeProgram(name: string): 'Excel' | 'Word' | null {
  if (/\.(xlsx|xlsm|xls|et)$/i.test(name)) return 'Excel'
  return /\.(docx|doc|wps)$/i.test(name) ? 'Word' : null
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes, declaredCharset(bytes))
  } catch (error) {
    if (officeProgram(name) === null) throw error
    throw new FileProblem('F-FOREIGN', '不是 Excel 或 Word 文件，或者已经损坏。请重新取得文件后再试。', {
      cause: error,
    })
  }
}
