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
  /** The part of the styles that is being read: other parts name formats of their own by the same numbers. */
  let part = ''
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmts' || name === 'cellXfs') part = name
      // some libraries write General as a blank code
      if (name === 'numFmt' && part === 'numFmts')
        own.set(Number(attributes['numFmtId']), attributes['formatCode'] || 'General')
      else if (name === 'xf' && part === 'cellXfs') ids.push(Number(attributes['numFmtId'] ?? 0))
    },
    close(name) {
      if (name === part) part = ''
    },
  })
  return ids.map((id) => own.get(id) ?? builtInFormats[id] ?? 'General')
})
