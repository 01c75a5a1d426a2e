/**
 * The document properties of an Office file (docProps/core.xml, docProps/app.xml), alike for Excel and Word.
 * Readers know our own files by `<Application>绩表</Application>`: a program that saves the file again writes its own name.
 */
import { applicationName } from '../zip/own-origin.ts'
import { escapeXml } from './xml-text.ts'

export const appPropertiesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  `<Application>${applicationName}</Application><DocSecurity>0</DocSecurity></Properties>`

/** `template` is a library's core.xml with any title and any times; returns it with ours, and without what says nothing. */
export function corePropertiesXml(template: string, title: string, createdAt: string): string {
  const time = new Date(createdAt)
  const stamp = (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString().replace(/\.\d+Z$/, 'Z')
  return template
    .replace(/<([\w:]+)><\/\1>/g, '')
    .replace(/<dc:title>[^<]*<\/dc:title>/, () => `<dc:title>${escapeXml(title)}</dc:title>`)
    .replace(/(<dcterms:(?:created|modified) [^>]*>)[^<]*/g, (_, open: string) => open + stamp)
}
