/**
 * An .html page as blocks, with the marks of our own print pages kept on its tables (own-tables.ts). White space is
 * collapsed as a browser shows it; scripts, styles and what is not displayed do not count; nothing is ever fetched.
 */
import { Parser } from 'htmlparser2'
import type { Block, BlockCell } from '../blocks.ts'
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'
import { trimMarks } from '../../../shared/values/text/trim-marks.ts'

export interface HtmlTable {
  rows: HtmlCell[][]
  /** Attribute data-table: pages of one printed table have the same. */
  number: string | null
  /** Rows printed again at the top of a page. */
  repeated: Set<number>
}

interface HtmlCell extends BlockCell {
  /** Attribute data-continued. */
  continued: string | null
}

export interface HtmlBody {
  /** Every table of the page stands here and in the blocks around it. */
  tables: HtmlTable[]
  blocks: Block[]
  generator: string
}

type Attributes = Record<string, string>

interface Place {
  blocks: Block[]
  line: string
  /** Whether a space at the end of the line, or its beginning, swallows the next one. */
  spaced: boolean
}

const newPlace = (blocks: Block[]): Place => ({ blocks, line: '', spaced: true })

const skippedElements = new Set(['script', 'style', 'title', 'template', 'noscript', 'iframe', 'object', 'svg', 'math'])
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const lineElements = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article header footer main form center blockquote pre caption body hr'.split(
    ' ',
  ),
)
/** Elements open at once; pages in the wild leave some open. */
const maxDepth = 2000
const maxTableDepth = 32

export function readHtmlBody(html: string): HtmlBody {
  const body: HtmlBody = { tables: [], blocks: [], generator: '' }
  const places: Place[] = [newPlace(body.blocks)]
  const tables: HtmlTable[] = []
  const openCells: number[] = []
  let depth = 0
  let cells = 0
  let skippedFrom = 0
  let preformatted = 0

  const place = () => places.at(-1)
  function endLine(): void {
    const current = place()
    if (!current) return
    const line = preformatted > 0 || isOwn(body) ? current.line : trimmedLines(current.line)
    if (line !== '') current.blocks.push(line)
    current.line = ''
    current.spaced = true
  }

  function closeCell(): void {
    endLine()
    places.pop()
    openCells.pop()
  }
  /** Cells left open inside the innermost table. */
  function closeCells(): void {
    for (let open = openCells.length; open > 0 && openCells[open - 1] === tables.length; open--) closeCell()
  }

  function openElement(name: string, attributes: Attributes): void {
    if (name === 'br') addRaw('\n')
    else if (name === 'meta') readMeta(body, attributes)
    else if (name === 'table') {
      endLine()
      if (tables.length >= maxTableDepth) throw tooDeep()
      if (body.tables.length >= limits.htmlTables) throw tooMuch()
      const table: HtmlTable = { rows: [], number: attributes['data-table'] ?? null, repeated: new Set() }
      tables.push(table)
      body.tables.push(table)
      place()?.blocks.push(table)
    } else if (name === 'tr' && tables.length > 0) {
      closeCells()
      const table = tables.at(-1)
      if (attributes['data-repeat'] !== undefined) table?.repeated.add(table.rows.length)
      table?.rows.push([])
    } else if ((name === 'td' || name === 'th') && tables.length > 0) {
      closeCells()
      const table = tables.at(-1)
      if (table?.rows.length === 0) table.rows.push([])
      const cell: HtmlCell = {
        colSpan: spanOf(attributes['colspan']) || 1,
        rowSpan: spanOf(attributes['rowspan']),
        blocks: [],
        continued: attributes['data-continued'] ?? null,
      }
      table?.rows.at(-1)?.push(cell)
      places.push(newPlace(cell.blocks))
      if (++cells > limits.cells) throw tooMuch()
      openCells.push(tables.length)
    } else if (lineElements.has(name)) {
      endLine()
      if (name === 'pre') preformatted++
    }
  }

  function closeElement(name: string): void {
    if (name === 'td' || name === 'th') {
      if (openCells.at(-1) === tables.length && tables.length > 0) closeCell()
    } else if (name === 'table' && tables.length > 0) {
      closeCells()
      tables.pop()
    } else if (lineElements.has(name)) {
      endLine()
      if (name === 'pre') preformatted--
    }
  }

  function addRaw(text: string): void {
    const current = place()
    if (!current || text === '') return
    current.line += text
    current.spaced = text.endsWith(' ') || text.endsWith('\n')
  }
  function addText(text: string): void {
    if (isOwn(body)) return addRaw(openCells.length > 0 ? text : '')
    if (preformatted > 0) return addRaw(text.replaceAll('\u00a0', ' '))
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
    const swallowed = place()?.spaced === true && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
    addRaw(swallowed.replaceAll('\u00a0', ' '))
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++
        if (depth > maxDepth) throw tooDeep()
        if (skippedFrom > 0) return
        if (!voidElements.has(name) && (skippedElements.has(name) || isHidden(attributes))) skippedFrom = depth
        else openElement(name, attributes)
      },
      onclosetag(name) {
        depth--
        if (skippedFrom > 0) {
          if (depth < skippedFrom) skippedFrom = 0
        } else closeElement(name)
      },
      ontext(text) {
        if (skippedFrom === 0) addText(text)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(html)
  for (let open = places.length; open > 1; open--) closeCell()
  endLine()
  return body
}

/** As a browser shows it: no spaces at a line break. */
const trimmedLines = (text: string): string =>
  (text.includes('\n')
    ? text
        .split('\n')
        .map((line) => trimMarks(line, ' '))
        .join('\n')
    : text
  ).trim()

/** Our own print keeps every space (white-space: pre-wrap). */
function isOwn(body: HtmlBody): boolean {
  return body.generator === '绩表'
}

function readMeta(body: HtmlBody, attributes: Attributes): void {
  if (attributes['name']?.toLowerCase() === 'generator') body.generator = attributes['content'] ?? ''
}

function isHidden(attributes: Attributes): boolean {
  const { style, hidden } = attributes
  return hidden !== undefined || (style !== undefined && /display\s*:\s*none/i.test(style))
}

/** 0 where the attribute says 0 (to the last row), 1 where there is none or nonsense. */
function spanOf(attribute: string | undefined): number {
  const span = attribute === undefined ? 1 : Number.parseInt(attribute, 10)
  return Number.isNaN(span) || span < 0 ? 1 : span
}

function tooMuch(): FileProblem {
  return new FileProblem('F-LARGE', '里的表格太多，超出读取上限。请拆分成几个文件再试。')
}

function tooDeep(): FileProblem {
  return new FileProblem('F-NESTING', '的内容嵌套太深，不像正常的网页表格，为安全起见不予读取。')
}
