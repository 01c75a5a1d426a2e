/** The number format code of each cell style (`cellXfs`) of styles.xml: index = attribute `s` of a cell. */
import { readXml } from '../xml/read-xml.ts'
import { rememberPart } from '../xml/remember-part.ts'
import { builtInFormats } from './number-format/built-in.ts'

export function readFormats(bytes: Uint8Array | undefined): readonly string[] {
  return bytes ? formatsIn(bytes) : []
}

const formatsIn = rememberPart((bytes): readonly string[] => {
  const own = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] || 'General') // blank: some libraries say General so
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) ids.push(Number(attributes['numFmtId'] ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return ids.map((id) => own.get(id) ?? builtInFormats[id] ?? 'General')
})
