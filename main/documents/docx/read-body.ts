/**
 * The body of word/document.xml as blocks. One pass over the elements with a stack of places: each `w:tc` and each text
 * box collects its own blocks; `skipping` counts the element inside which nothing counts.
 */
import type { Block } from '../blocks.ts'
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'
import { attributeOf, isOn, readXml } from '../xml/read-xml.ts'
import type { Attributes } from '../xml/read-xml.ts'
import { createParagraphText } from './paragraph-text.ts'
import { symbolText } from './symbols.ts'
import { toTable } from './word-table.ts'
import type { WordCell, WordRow } from './word-table.ts'

/** Elements whose content is no text of the document; `del` only where it holds runs, which then hold delText anyway. */
const skipped = new Set(['moveFrom', 'del', 'instrText', 'delText', 'delInstrText', 'rt', 'sectPr', 'pPrChange'])
for (const name of ['rPrChange', 'tblPrChange', 'tcPrChange', 'trPrChange', 'sectPrChange', 'tblGrid'])
  skipped.add(name)

export function readBody(bytes: Uint8Array): Block[] {
  const body: Block[] = []
  /** Where finished paragraphs and tables go: body, cells, text boxes. */
  const places: Block[][] = [body]
  const tables: WordRow[][] = []
  const paragraph = createParagraphText()
  /** One entry an open mc:AlternateContent: whether a Choice was read. */
  const alternatives: boolean[] = []
  const path: string[] = []
  let skipping = 0
  let inText = false
  let tableDepth = 0

  const parent = () => path.at(-2) ?? ''
  const row = () => tables.at(-1)?.at(-1)
  const cell = (): WordCell | undefined => row()?.cells.at(-1)

  function open(name: string, attributes: Attributes): void {
    const value = () => attributeOf(attributes, 'val')
    switch (name) {
      case 'p':
        paragraph.open()
        break
      case 'r':
        paragraph.run()
        break
      case 't':
        inText = path.includes('p')
        break
      case 'tab':
        if (parent() === 'r') paragraph.add('\t')
        break
      case 'ptab':
        paragraph.add('\t')
        break
      case 'br':
      case 'cr':
        if (parent() === 'r' && (attributeOf(attributes, 'type') ?? 'textWrapping') === 'textWrapping')
          paragraph.add('\n')
        break
      case 'noBreakHyphen':
        paragraph.add('-')
        break
      case 'sym':
        paragraph.add(symbolText(attributeOf(attributes, 'font') ?? '', attributeOf(attributes, 'char') ?? ''))
        break
      case 'vanish':
        if (path.at(-3) === 'r') paragraph.hide(isOn(value()))
        break
      case 'fldChar':
        paragraph.field(attributeOf(attributes, 'fldCharType'))
        break
      case 'sdt':
        paragraph.openControl()
        break
      case 'showingPlcHdr':
        paragraph.prompt(isOn(value()))
        break
      case 'txbxContent':
        places.push([])
        break
      case 'tbl':
        tableDepth++
        if (tableDepth > limits.xmlDepth / 8) throw new FileProblem('F-NESTING', '的表格嵌套太深，为安全起见不予读取。')
        tables.push([])
        break
      case 'tr':
        tables.at(-1)?.push({ before: 0, deleted: false, cells: [] })
        break
      case 'tc':
        row()?.cells.push({ span: 1, merge: 'none', blocks: [] })
        places.push(cell()?.blocks ?? [])
        break
      default:
        openProperty(name, value)
    }
  }

  function openProperty(name: string, value: () => string | undefined): void {
    const current = cell()
    const currentRow = row()
    if (name === 'gridSpan' && current) current.span = spanOf(value())
    else if (name === 'vMerge' && current) current.merge = value() === 'restart' ? 'start' : 'continue'
    else if (name === 'gridBefore' && currentRow) currentRow.before = spanOf(value())
  }

  function close(name: string): void {
    switch (name) {
      case 't':
        inText = false
        break
      case 'r':
        paragraph.run()
        break
      case 'p': {
        const text = paragraph.close()
        if (text !== null) places.at(-1)?.push(text)
        break
      }
      case 'txbxContent': {
        const content = places.pop() ?? []
        for (const block of content) places.at(-1)?.push(block)
        break
      }
      case 'sdt':
        paragraph.closeControl()
        break
      case 'tc':
        places.pop()
        break
      case 'tbl': {
        tableDepth--
        const rows = tables.pop()
        if (rows) places.at(-1)?.push(toTable(rows))
        break
      }
    }
  }

  /** Tracked deletions: a mark in a row's or paragraph's properties deletes the row or the paragraph mark. */
  function markDeletion(): void {
    const currentRow = row()
    if (parent() === 'trPr' && currentRow) currentRow.deleted = true
    else if (parent() === 'rPr' && path.at(-3) === 'pPr') paragraph.markDeleted()
  }

  readXml(bytes, {
    open(name, attributes) {
      path.push(name)
      if (skipping > 0) skipping++
      else if (name === 'AlternateContent') alternatives.push(false)
      else if (name === 'Choice' && alternatives.length > 0) alternatives[alternatives.length - 1] = true
      else if (name === 'Fallback' && alternatives.at(-1) === true) skipping = 1
      else if (skipped.has(name)) {
        if (name === 'del') markDeletion()
        skipping = 1
      } else open(name, attributes)
    },
    close(name) {
      path.pop()
      if (skipping > 0) skipping--
      else if (name === 'AlternateContent') alternatives.pop()
      else close(name)
    },
    text(text) {
      if (inText && skipping === 0) paragraph.add(text)
    },
  })
  if (paragraph.left() !== '') body.push(paragraph.left())
  return body
}

function spanOf(value: string | undefined): number {
  const span = Number(value)
  return Number.isInteger(span) && span > 0 ? Math.min(span, limits.span) : 1
}
