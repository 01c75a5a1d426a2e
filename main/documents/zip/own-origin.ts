/** Whether a package was written by this program and not saved by another since: docProps/app.xml names the last writer. */
import { readXml } from '../xml/read-xml.ts'

export const applicationName = '绩表'

export function originOf(appXml: Uint8Array | undefined): 'own' | 'foreign' {
  if (!appXml) return 'foreign'
  let inside = false
  let application = ''
  readXml(appXml, {
    open: (name) => (inside = name === 'Application'),
    close: () => (inside = false),
    text(text) {
      if (inside) application += text
    },
  })
  return application === applicationName ? 'own' : 'foreign'
}
