/**
 * Layouts → one .docx. One Layout makes a document of one form; several make a volume: a heading for the outline before each
 * form, each form on a page of its own, sections where the page set-up changes, and cover and contents where wanted.
 * docx makes the package, styles and sections (write-specimen.ts); the body is stamped from the Layouts.
 */
import type { Layout } from '../../../shared/layout/layout.ts'
import { corePropertiesXml } from '../package/properties.ts'
import { deflatePart, growPart, zipParts } from '../package/zip.ts'
import { forEachTable } from '../volume.ts'
import type { VolumeOptions } from '../volume.ts'
import { pageCount } from './page-height.ts'
import { contentsXml, coverXml, entriesPerPage, headingXml } from './write-contents.ts'
import type { ContentsEntry } from './write-contents.ts'
import { docxSpecimen, pageKey, paragraphStyles, textStyleKey } from './write-specimen.ts'
import type { TextStyle } from './write-specimen.ts'
import { gapXml, tablesXml } from './write-table.ts'
import { paragraphXml } from './write-text.ts'

/** `layouts` is not empty. Rejects with code `cancelled` when the signal is aborted. */
export async function writeDocx(layouts: readonly Layout[], options: VolumeOptions): Promise<Uint8Array> {
  const isVolume = layouts.length > 1
  const styles = new Map<string, TextStyle>()
  for (const set of new Set(layouts.map((layout) => layout.styles))) {
    for (const style of Object.values(set)) styles.set(textStyleKey(style), style)
  }
  const pages = new Map(layouts.map(({ page }) => [pageKey(page), page]))
  const specimen = await docxSpecimen(styles, pages)
  const sectionOf = (layout: Layout): string => specimen.sections.get(pageKey(layout.page)) ?? ''

  const document = growPart('word/document.xml')
  await document.write(specimen.opening)
  if (isVolume && options.contents) {
    await document.write(
      coverXml(options.title, layouts.length, options.createdAt) +
        contentsXml(contentsEntries(layouts)) +
        paragraphXml(paragraphStyles.gap, '', specimen.coverSection),
    )
  }
  await forEachTable(layouts, options, (layout, index) => {
    const previous = layouts[index - 1]
    const samePage = previous !== undefined && sectionOf(previous) === sectionOf(layout)
    const sectionEnd =
      previous === undefined || samePage ? '' : paragraphXml(paragraphStyles.gap, '', sectionOf(previous))
    const heading = isVolume ? headingXml(layout.title, index, samePage) : ''
    const styleId = (style: string): string => {
      const found = layout.styles[style]
      return found === undefined ? 'Normal' : (specimen.styleIds.get(textStyleKey(found)) ?? 'Normal')
    }
    return document.write(sectionEnd + heading + tablesXml(layout, { styleId: remember(styleId) }))
  })
  const last = layouts.at(-1)
  await document.write(`${gapXml}${last === undefined ? '' : sectionOf(last)}</w:body></w:document>`)
  const [contentTypes, ...others] = specimen.fixedParts
  return zipParts(
    [
      ...(contentTypes === undefined ? [] : [contentTypes]),
      deflatePart('docProps/core.xml', corePropertiesXml(specimen.coreXml, options.title, options.createdAt)),
      await document.finish(),
      ...others,
    ],
    options.createdAt,
  )
}

/** Page numbers as the forms' heights promise them: cover, contents, then each form from a new page. */
function contentsEntries(layouts: readonly Layout[]): ContentsEntry[] {
  let page = 2 + Math.ceil(layouts.length / entriesPerPage)
  return layouts.map((layout) => {
    const entry = { title: layout.title, page }
    page += pageCount(layout)
    return entry
  })
}

function remember(find: (name: string) => string): (name: string) => string {
  const found = new Map<string, string>()
  return (name) => {
    const known = found.get(name)
    if (known !== undefined) return known
    const value = find(name)
    found.set(name, value)
    return value
  }
}
