/**
 * Whether a package is this program's: written by it and not saved by another since (docProps/app.xml names the last
 * writer), or made by it, whoever saved it later (docProps/core.xml names the maker; Excel, WPS and LibreOffice keep him).
 */
import { readXml } from '../xml/read-xml.ts'
import { rememberPart } from '../xml/remember-part.ts'

export const applicationName = '绩表'

export function originOf(appXml: Uint8Array | undefined): 'own' | 'foreign' {
  return appXml && applicationIn(appXml) === applicationName ? 'own' : 'foreign'
}

export function isMadeHere(coreXml: Uint8Array | undefined): boolean {
  return coreXml !== undefined && textOf(coreXml, 'creator') === applicationName
}

const applicationIn = rememberPart((appXml) => textOf(appXml, 'Application'))

function textOf(xml: Uint8Array, element: string): string {
  let inside = false
  let found = ''
  readXml(xml, {
    open: (name) => (inside = name === element),
    close: () => (inside = false),
    text(text) {
      if (inside) found += text
    },
  })
  return found
}
