/** Whether a package was written by this program and not saved by another since: docProps/app.xml names the last writer. */
import { readXml } from '../xml/read-xml.ts'
import { rememberPart } from '../xml/remember-part.ts'

export const applicationName = '绩表'

export function originOf(appXml: Uint8Array | undefined): 'own' | 'foreign' {
  return appXml && applicationIn(appXml) === applicationName ? 'own' : 'foreign'
}

const applicationIn = rememberPart((appXml) => {
  let inside = false
  let application = ''
  readXml(appXml, {
    open: (name) => (inside = name === 'Application'),
    close: () => (inside = false),
    text(text) {
      if (inside) application += text
    },
  })
  return application
})
