/**
 * Layouts → one .docx. One Layout makes a document of one form; several make a volume: a heading for the outline before each
 * form, each form on a page of its own, sections where the page set-up changes, and cover and contents where wanted.
 * docx makes the package, styles and sections (write-specimen.ts); the body is stamped from the Layouts.
 */
import type { Layout } from '../../../shared/layout/layout.ts'
import type { Page } from '../../../shared/templates/template.ts'
import { corePropertiesXml } from '../package/properties.ts'
import { deflatePart, growPart, zipParts } from '../package/zip.ts'
import { writableLayout } from '../writable-layout.ts'
import { forEachTable } from '../volume.ts'
import type { LayoutList, VolumeOptions } from '../volume.ts'
import { pageCount } from './page-height.ts'
import { contentsXml, coverXml, entriesPerPage, headingXml } from './write-contents.ts'
import type { ContentsEntry } from './write-contents.ts'
import { docxSpecimen, pageKey, paragraphStyles, textStyleKey } from './write-specimen.ts'
import type { TextStyle } from './write-specimen.ts'
import { gapXml, tablesXml } from './write-table.ts'
import { paragraphXml } from './write-text.ts'

/** `layouts` is not empty. Rejects with code `cancelled` when the signal is aborted. */
export async function writeDocx(layouts: LayoutList, options: VolumeOptions): Promise<Uint8Array> {
  const isVolume = layouts.length > 1
  const { styles, pages, tables } = survey(layouts)
  const specimen = await docxSpecimen(styles, pages)
  const sectionOf = (index: number): string => specimen.sections.get(tables[index]?.pageKey ?? '') ?? ''
  const document = growPart('word/document.xml')
  await document.write(specimen.opening)
  if (isVolume && options.contents) {
    await document.write(
      coverXml(options.title, tables.length, options.createdAt) +
        contentsXml(contentsEntries(tables)) +
        paragraphXml(paragraphStyles.gap, '', specimen.coverSection),
    )
  }
  await forEachTable(layouts, options, (original, index) => {
    const layout = writableLayout(original, index, options.onProblem)
    const samePage = tables[index - 1]?.pageKey === tables[index]?.pageKey
    const sectionEnd = index === 0 || samePage ? '' : paragraphXml(paragraphStyles.gap, '', sectionOf(index - 1))
    const heading = isVolume ? headingXml(layout.title, index, samePage) : ''
    const styleId = (style: string): string => {
      const found = layout.styles[style]
      return found === undefined ? 'Normal' : (specimen.styleIds.get(textStyleKey(found)) ?? 'Normal')
    }
    return document.write(sectionEnd + heading + tablesXml(layout, { styleId: remember(styleId) }))
  })
  await document.write(`${gapXml}${sectionOf(tables.length - 1)}</w:body></w:document>`)
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

interface TableSurvey {
  title: string
  pageKey: string
  pageCount: number
}

/** What must be known of all tables before the first is written: styles, page set-ups, titles and lengths. */
function survey(layouts: LayoutList): {
  styles: Map<string, TextStyle>
  pages: Map<string, Page>
  tables: TableSurvey[]
} {
  const styles = new Map<string, TextStyle>()
  const pages = new Map<string, Page>()
  const tables: TableSurvey[] = []
  const seen = new Set<Layout['styles']>()
  for (let index = 0; index < layouts.length; index++) {
    const layout = layouts.at(index)
    if (layout === undefined) continue
    const key = pageKey(layout.page)
    pages.set(key, layout.page)
    tables.push({ title: layout.title, pageKey: key, pageCount: pageCount(layout) })
    if (seen.has(layout.styles)) continue
    seen.add(layout.styles)
    for (const style of Object.values(layout.styles)) styles.set(textStyleKey(style), style)
  }
  return { styles, pages, tables }
}

/** Page numbers as the forms' heights promise them: cover, contents, then each form from a new page. */
function contentsEntries(tables: readonly TableSurvey[]): ContentsEntry[] {
  let page = 2 + Math.ceil(tables.length / entriesPerPage)
  return tables.map((table) => {
    const entry = { title: table.title, page }
    page += table.pageCount
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
