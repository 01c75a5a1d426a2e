/** The list of sheets of a workbook in its own order, and what all sheets share: number formats, strings, date system. */
import type { Grid } from '../../../shared/layout/grid.ts'
import { FileProblem } from '../file-problem.ts'
import { attributeOf, isOn, readXml } from '../xml/read-xml.ts'
import { partKey } from '../zip/open-zip.ts'
import type { Zip } from '../zip/open-zip.ts'
import { isMadeHere } from '../zip/own-origin.ts'
import { relationshipsOf } from '../zip/relationships.ts'
import { readStrings } from './read-strings.ts'
import { readFormats } from './read-formats.ts'

export interface Workbook {
  /** Visible worksheets; `part` is the name inside the package. */
  sheets: { name: string; part: string }[]
  strings: string[]
  /** Number format code of each cell style. */
  formats: readonly string[]
  date1904: boolean
  /** This program made the workbook; another may have saved it since. */
  isMadeHere: boolean
}

export function readWorkbook(zip: Zip, part: string, origin: Grid['origin']): Workbook {
  const bytes = zip.read([part]).values().next().value
  if (!bytes)
    throw new FileProblem('F-DAMAGED', '里缺少工作簿部件，文件已损坏。请用 Excel 或 WPS 打开修复后另存一份再试。')
  const listed: { name: string; id: string; visible: boolean }[] = []
  let date1904 = false
  readXml(bytes, {
    open(element, attributes) {
      if (element === 'workbookPr') date1904 = attributes['date1904'] !== undefined && isOn(attributes['date1904'])
      if (element !== 'sheet') return
      const state = attributes['state'] ?? 'visible'
      listed.push({
        name: attributes['name'] ?? '',
        id: attributeOf(attributes, 'id') ?? '',
        visible: state === 'visible',
      })
    },
  })
  const relationships = relationshipsOf(zip, part)
  const target = (type: string) => relationships.find((relationship) => relationship.type === type)?.target ?? ''
  const sheetParts = new Map(
    relationships.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]),
  )
  const properties = 'docProps/core.xml'
  const wanted = [target('sharedStrings'), target('styles'), ...(origin === 'own' ? [] : [properties])]
  const shared = zip.read(wanted.filter((name) => name !== ''))
  const sharedPart = (type: string) => shared.get(partKey(target(type)))
  return {
    sheets: listed.flatMap(({ name, id, visible }) => {
      const sheetPart = sheetParts.get(id)
      sheetParts.delete(id) // a part listed twice is read once
      return visible && sheetPart !== undefined ? [{ name, part: sheetPart }] : []
    }),
    strings: readStrings(sharedPart('sharedStrings')),
    formats: readFormats(sharedPart('styles')),
    date1904,
    isMadeHere: origin === 'own' || isMadeHere(shared.get(partKey(properties))),
  }
}
