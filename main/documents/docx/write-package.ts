/**
 * The parts of a Word document that are alike in every one, from the library's package. What no form uses is left out, with
 * its relationship and content type: lists, foot- and endnotes, fonts and properties of one's own. Older Word calls a file
 * corrupt that has words of newer programs in such a part, and nobody would miss it.
 */
import { strFromU8 } from 'fflate'
import { appPropertiesXml } from '../package/properties.ts'
import { deflatePart } from '../package/zip.ts'
import type { ZipPart } from '../package/zip.ts'

const unused = [
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'word/fontTable.xml',
  'docProps/custom.xml',
]

/** Parts that are made for each document, or by us. */
const made = ['word/document.xml', 'docProps/core.xml', 'docProps/app.xml']

const contentTypes = '[Content_Types].xml'

/** The list of content types stands first, as in the files of Word itself. */
export function packageParts(files: Readonly<Record<string, Uint8Array>>): ZipPart[] {
  const texts = new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
  const kept = [...texts].filter(([path, xml]) => isKept(path, xml))
  const extensions = new Set([...kept.map(([path]) => path), ...made].map((path) => path.split('.').at(-1)))
  const parts = kept.map(([path, xml]): [string, string] => [
    path,
    path.endsWith('.rels') ? related(xml) : strictXml(xml),
  ])
  return [
    deflatePart(contentTypes, typedXml(texts.get(contentTypes) ?? '', extensions)),
    ...parts.map(([path, xml]) => deflatePart(path, xml)),
    deflatePart('docProps/app.xml', appPropertiesXml),
  ]
}

function isKept(path: string, xml: string): boolean {
  if (path.endsWith('/') || path === contentTypes || made.includes(path) || unused.includes(path)) return false
  return !path.endsWith('.rels') || xml.includes('<Relationship ')
}

/** Without the relationships to parts that are not there. Targets are relative: `numbering.xml` of word/document.xml. */
const related = (xml: string): string =>
  xml.replace(/<Relationship [^>]*\bTarget="([^"]*)"[^>]*>/g, (relationship, target: string) =>
    unused.some((path) => path === target || path === `word/${target}`) ? '' : relationship,
  )

function typedXml(xml: string, extensions: ReadonlySet<string | undefined>): string {
  return xml
    .replace(/<Override [^>]*\bPartName="\/([^"]*)"[^>]*>/g, (type, path: string) =>
      unused.includes(path) ? '' : type,
    )
    .replace(/<Default [^>]*\bExtension="([^"]*)"[^>]*>/g, (type, extension: string) =>
      extensions.has(extension) ? type : '',
    )
}

/** Without the attribute that names the extensions of newer programs: none is used, and the ISO schema does not know it. */
export const strictXml = (xml: string): string => xml.replace(/ mc:Ignorable="[^"]*"/, '')
