/**
 * The library's part of a Word document: docx writes a small specimen with one paragraph style for each text style and
 * one section for each page set-up, and with it the footer, theme, settings and everything else of the package. The body
 * is stamped from the Layouts (write.ts). Made once for a set of styles and pages and kept.
 */
import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import type { IParagraphStyleOptions, ISectionOptions } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import type { CellStyle, Page } from '../../../shared/templates/template.ts'
import type { ZipPart } from '../package/zip.ts'
import { applicationName } from '../zip/own-origin.ts'
import { packageParts, strictXml } from './write-package.ts'
import { mmToTwips, ptToHalfPoints } from './twips.ts'

export interface DocxSpecimen {
  /** textStyleKey → id of the paragraph style. */
  styleIds: Map<string, string>
  /** pageKey → `<w:sectPr>…</w:sectPr>`. */
  sections: Map<string, string>
  /** The section of cover and contents: no number on its first page. */
  coverSection: string
  /** Up to and with `<w:body>`. */
  opening: string
  /** Every part but document.xml and core.xml. */
  fixedParts: ZipPart[]
  coreXml: string
}

/** The part of a cell's style that belongs to its paragraph. */
export type TextStyle = Pick<CellStyle, 'font' | 'sizePt' | 'bold' | 'align'>

export const textStyleKey = ({ font, sizePt, bold, align }: TextStyle): string => `${font}|${sizePt}|${bold}|${align}`

export const pageKey = ({ orientation, marginsMm: { top, right, bottom, left } }: Page): string =>
  `${orientation}|${top}|${right}|${bottom}|${left}`

/** Ids of the styles that every document has. */
export const paragraphStyles = {
  /** Heading of a table: a level of the outline, invisible on paper (one point high, white). */
  heading: 'Heading1',
  /** One point high: between two tables, and where Word wants a paragraph. */
  gap: 'JibiaoGap',
  coverTitle: 'JibiaoCover',
  coverLine: 'JibiaoCoverLine',
  contentsTitle: 'JibiaoContents',
  contentsEntry: 'TOC1',
} as const

const coverPage: Page = { orientation: 'portrait', marginsMm: { top: 25, right: 25, bottom: 25, left: 25 } }
export const coverTextWidthTwips = mmToTwips(210 - coverPage.marginsMm.left - coverPage.marginsMm.right)

const kept = new Map<string, Promise<DocxSpecimen>>()
const maxKept = 16

export function docxSpecimen(
  styles: ReadonlyMap<string, TextStyle>,
  pages: ReadonlyMap<string, Page>,
): Promise<DocxSpecimen> {
  const key = [...[...styles.keys()].toSorted(), ...[...pages.keys()].toSorted()].join('\n')
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = makeSpecimen(styles, pages)
  if (kept.size >= maxKept) kept.clear()
  kept.set(key, made)
  return made
}

async function makeSpecimen(
  styles: ReadonlyMap<string, TextStyle>,
  pages: ReadonlyMap<string, Page>,
): Promise<DocxSpecimen> {
  const styleIds = new Map([...styles.keys()].map((key, index) => [key, `JibiaoText${index + 1}`]))
  const document = new Document({
    creator: applicationName,
    lastModifiedBy: applicationName,
    title: applicationName,
    styles: {
      default: {
        document: {
          run: { font: fonts('宋体'), size: ptToHalfPoints(10.5), language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
        heading1: { run: { size: ptToHalfPoints(1), color: 'FFFFFF' }, paragraph: { ...flat, outlineLevel: 0 } },
      },
      paragraphStyles: [
        ...ownStyles,
        ...[...styles].map(([key, style], index) => textStyle(style, styleIds.get(key) ?? '', index)),
      ],
    },
    sections: [section(coverPage, true), ...[...pages.values()].map((page) => section(page, false))],
  })
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(document)))
  const documentXml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const [coverSection = '', ...sections] = sectionsWithFooter(documentXml)
  return {
    styleIds,
    sections: new Map([...pages.keys()].map((key, index) => [key, sections[index] ?? ''])),
    coverSection,
    opening: strictXml(documentXml.slice(0, documentXml.indexOf('<w:body>') + '<w:body>'.length)),
    fixedParts: packageParts(files),
    coreXml: strFromU8(files['docProps/core.xml'] ?? new Uint8Array()),
  }
}

function section({ orientation, marginsMm }: Page, isCover: boolean): ISectionOptions {
  return {
    properties: {
      ...(isCover ? { titlePage: true } : {}),
      page: {
        // Portrait sizes with the orientation: the library turns them.
        size: {
          width: mmToTwips(210),
          height: mmToTwips(297),
          orientation: PageOrientation[orientationName(orientation)],
        },
        margin: {
          top: mmToTwips(marginsMm.top),
          right: mmToTwips(marginsMm.right),
          bottom: mmToTwips(marginsMm.bottom),
          left: mmToTwips(marginsMm.left),
          header: mmToTwips(marginsMm.top / 2),
          footer: mmToTwips(marginsMm.bottom / 2),
          gutter: 0,
        },
      },
    },
    ...(isCover ? { footers: { default: pageNumberFooter() } } : {}),
    children: [],
  }
}

const orientationName = (orientation: Page['orientation']): 'PORTRAIT' | 'LANDSCAPE' =>
  orientation === 'portrait' ? 'PORTRAIT' : 'LANDSCAPE'

function pageNumberFooter(): Footer {
  const children = ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页']
  return new Footer({ children: [new Paragraph({ style: 'JibiaoFooter', children: [new TextRun({ children })] })] })
}

/** All sections of the specimen, each with the reference to its only footer, so that they can follow in any order. */
function sectionsWithFooter(documentXml: string): string[] {
  const footer = /<w:footerReference [^>]*>/.exec(documentXml)?.[0] ?? ''
  return [...documentXml.matchAll(/<w:sectPr>(.*?)<\/w:sectPr>/gs)].map(
    ([, inside = '']) => `<w:sectPr>${footer}${inside.replace(footer, '')}</w:sectPr>`,
  )
}

function fonts(name: string): { ascii: string; hAnsi: string; eastAsia: string; cs: string; hint: string } {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' }
}

function textStyle(style: TextStyle, id: string, index: number): IParagraphStyleOptions {
  return {
    id,
    name: `表格文字 ${index + 1}`,
    basedOn: 'Normal',
    run: { font: fonts(style.font), size: ptToHalfPoints(style.sizePt), bold: style.bold },
    paragraph: { alignment: style.align },
  }
}

const flat = { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } }
const centered = { alignment: AlignmentType.CENTER }

const ownStyles: IParagraphStyleOptions[] = [
  { id: 'JibiaoFooter', name: '页码', basedOn: 'Normal', run: { size: ptToHalfPoints(9) }, paragraph: centered },
  { id: paragraphStyles.gap, name: '表间空行', basedOn: 'Normal', run: { size: ptToHalfPoints(1) }, paragraph: flat },
  {
    id: paragraphStyles.coverTitle,
    name: '封面标题',
    basedOn: 'Normal',
    run: { font: fonts('黑体'), size: ptToHalfPoints(26) },
    paragraph: { ...centered, spacing: { before: 4800, after: 600 } },
  },
  {
    id: paragraphStyles.coverLine,
    name: '封面文字',
    basedOn: 'Normal',
    run: { size: ptToHalfPoints(14) },
    paragraph: { ...centered, spacing: { before: 120, after: 120 } },
  },
  {
    id: paragraphStyles.contentsTitle,
    name: '目录标题',
    basedOn: 'Normal',
    run: { font: fonts('黑体'), size: ptToHalfPoints(16) },
    paragraph: { ...centered, spacing: { before: 0, after: 240 } },
  },
]
