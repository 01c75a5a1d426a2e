/**
 * The body of word/document.xml as blocks. One pass over the elements with a stack of places: each `w:tc` and each text
 * box collects its own blocks; `skipping` counts the element inside which nothing counts.
 */
import type { Block } from '../blocks.ts'
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'
import { attributeOf, isOn, readXml } from '../xml/read-xml.ts'
import type { Attributes } from '../xml/read-xml.ts'
import { symbolText } from './symbols.ts'
import { toTable } from './word-table.ts'
import type { WordCell, WordRow } from './word-table.ts'

/** Elements whose content is no text of the document; `del` only where it holds runs, which then hold delText anyway. */
const skipped = new Set(['moveFrom', 'del', 'instrText', 'delText', 'delInstrText', 'rt', 'sectPr', 'pPrChange'])
for (const name of ['rPrChange', 'tblPrChange', 'tcPrChange', 'trPrChange', 'sectPrChange', 'tblGrid'])
  skipped.add(name)

interface Paragraph {
  text: string
  markDeleted: boolean
}

export function readBody(bytes: Uint8Array): Block[] {
  const body: Block[] = []
  /** Where finished paragraphs and tables go: body, cells, text boxes. */
  const places: Block[][] = [body]
  const tables: WordRow[][] = []
  const paragraphs: Paragraph[] = []
  /** One entry an open field: whether its code (not its result) is being read. */
  const fields: boolean[] = []
  /** One entry an open mc:AlternateContent: whether a Choice was read. */
  const alternatives: boolean[] = []
  /** One entry an open w:sdt: whether it shows only its prompt (单击此处输入文字). */
  const prompts: boolean[] = []
  const path: string[] = []
  let skipping = 0
  let hidden = false
  let inText = false
  let tableDepth = 0
  /** Text of a paragraph whose mark was deleted: it goes on in the next one. */
  let carried = ''

  const parent = () => path.at(-2) ?? ''
  const row = () => tables.at(-1)?.at(-1)
  const cell = (): WordCell | undefined => row()?.cells.at(-1)
  function addText(text: string): void {
    const paragraph = paragraphs.at(-1)
    if (paragraph && !hidden && !fields.includes(true) && !prompts.includes(true)) paragraph.text += text
  }

  function open(name: string, attributes: Attributes): void {
    const value = () => attributeOf(attributes, 'val')
    switch (name) {
      case 'p':
        paragraphs.push({ text: carried, markDeleted: false })
        carried = ''
        break
      case 'r':
        hidden = false
        break
      case 't':
        inText = path.includes('p')
        break
      case 'tab':
        if (parent() === 'r') addText('\t')
        break
      case 'ptab':
        addText('\t')
        break
      case 'br':
      case 'cr':
        if (parent() === 'r' && (attributeOf(attributes, 'type') ?? 'textWrapping') === 'textWrapping') addText('\n')
        break
      case 'noBreakHyphen':
        addText('-')
        break
      case 'sym':
        addText(symbolText(attributeOf(attributes, 'font') ?? '', attributeOf(attributes, 'char') ?? ''))
        break
      case 'vanish':
        if (path.at(-3) === 'r') hidden = isOn(value())
        break
      case 'fldChar':
        readFieldMark(attributeOf(attributes, 'fldCharType'))
        break
      case 'sdt':
        prompts.push(false)
        break
      case 'showingPlcHdr':
        if (prompts.length > 0) prompts[prompts.length - 1] = isOn(value())
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

  function readFieldMark(type: string | undefined): void {
    if (type === 'begin') fields.push(true)
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false
    else if (type === 'end') fields.pop()
  }

  function close(name: string): void {
    switch (name) {
      case 't':
        inText = false
        break
      case 'r':
        hidden = false
        break
      case 'p': {
        const paragraph = paragraphs.pop()
        if (!paragraph) break
        if (paragraph.markDeleted) carried = paragraph.text
        else places.at(-1)?.push(paragraph.text)
        break
      }
      case 'txbxContent': {
        const content = places.pop() ?? []
        for (const block of content) places.at(-1)?.push(block)
        break
      }
      case 'sdt':
        prompts.pop()
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
    const paragraph = paragraphs.at(-1)
    if (parent() === 'trPr' && currentRow) currentRow.deleted = true
    else if (parent() === 'rPr' && path.at(-3) === 'pPr' && paragraph) paragraph.markDeleted = true
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
      if (inText && skipping === 0) addText(text)
    },
  })
  if (carried !== '') body.push(carried)
  return body
}

function spanOf(value: string | undefined): number {
  const span = Number(value)
  return Number.isInteger(span) && span > 0 ? Math.min(span, limits.span) : 1
}
