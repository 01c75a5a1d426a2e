/**
 * Cover and table of contents of a volume. The contents are a TOC field that Word brings up to date itself (`dirty`), filled
 * beforehand with entries, links and page numbers, so that it is never an empty page in programs that do not.
 */
import { escapeXml } from '../package/xml-text.ts'
import { coverTextWidthTwips, paragraphStyles } from './write-specimen.ts'
import { paragraphXml, runXml } from './write-text.ts'

export interface ContentsEntry {
  title: string
  /** Printed until a program counts pages itself. */
  page: number
}

export const bookmarkName = (index: number): string => `jibiao_${index + 1}`

/** Lines of contents on a page, some fewer than fit. */
export const entriesPerPage = 34

export function coverXml(title: string, tableCount: number, createdAt: string): string {
  const [year, month, day] = createdAt.slice(0, 10).split('-').map(Number)
  const date = year !== undefined && month !== undefined && day !== undefined ? `${year}年${month}月${day}日` : ''
  return (
    paragraphXml(paragraphStyles.coverTitle, runXml(title)) +
    paragraphXml(paragraphStyles.coverLine, runXml(`共 ${tableCount} 张表`)) +
    paragraphXml(paragraphStyles.coverLine, runXml(date))
  )
}

const field = (kind: 'begin' | 'separate' | 'end', attributes = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${kind}"${attributes}/></w:r>`

const instruction = (text: string): string =>
  `<w:r><w:instrText xml:space="preserve"> ${escapeXml(text)} </w:instrText></w:r>`

export function contentsXml(entries: readonly ContentsEntry[]): string {
  // No right indent: LibreOffice drops a page number that stands in it.
  const tabs =
    `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${coverTextWidthTwips}"/></w:tabs>` +
    '<w:spacing w:before="0" w:after="60"/>'
  const lines = entries.map(({ title, page }, index) => {
    const anchor = bookmarkName(index)
    const number =
      field('begin') + instruction(`PAGEREF ${anchor} \\h`) + field('separate') + runXml(String(page)) + field('end')
    const opening = index === 0 ? contentsOpening : ''
    const link =
      `<w:hyperlink w:anchor="${anchor}" w:history="1">${runXml(title.replace(/\s+/g, ' '))}` +
      `<w:r><w:tab/></w:r>${number}</w:hyperlink>`
    return paragraphXml(paragraphStyles.contentsEntry, opening + link, tabs)
  })
  return (
    paragraphXml(paragraphStyles.contentsTitle, runXml('目录'), '<w:pageBreakBefore/>') +
    lines.join('') +
    paragraphXml(paragraphStyles.gap, field('end'))
  )
}

const contentsOpening = field('begin', ' w:dirty="true"') + instruction('TOC \\o "1-1" \\h \\z') + field('separate')

/** The outline entry of a table. The form's look does not change: the line is one point high and white. */
export function headingXml(title: string, index: number, startsPage: boolean): string {
  const name = bookmarkName(index)
  return paragraphXml(
    paragraphStyles.heading,
    `<w:bookmarkStart w:id="${index}" w:name="${name}"/>${runXml(title.replace(/\s+/g, ' '))}<w:bookmarkEnd w:id="${index}"/>`,
    startsPage ? '<w:pageBreakBefore/>' : '',
  )
}
