/**
 * A Layout: one printed table as cells with spans, texts, styles and bindings. Made by build.ts from a template and
 * records; screen, Excel, Word, HTML and PDF only draw it and decide nothing. Widths in millimetres, heights and font
 * sizes in points, rows and columns counted from 0.
 */
import type { KindId } from '../values/kind-id.ts'
import type { SpreadsheetNumber } from '../values/number-format.ts'
import type { CellStyle, FieldContent, Page } from '../templates/template.ts'
import type { SpanCell } from './grid.ts'
import type { Half } from '../model/halves.ts'

export interface Layout {
  templateId: string
  /** What the table is called in a list of contents, a sheet tab, the document properties: the project's or the unit's name. */
  title: string
  page: Page
  columnsMm: number[]
  rows: LayoutRow[]
  /** In reading order (row, then column); every position of the grid belongs to exactly one cell. */
  cells: LayoutCell[]
  styles: Record<string, CellStyle>
  /** Rows printed again at the top of every following page; count 0: none. They stand together. */
  repeatedRows: { first: number; count: number }
  /** Choices by vocabulary name; LayoutCell.list names one. */
  lists: Record<string, string[]>
}

export interface LayoutRow {
  /** Computed so that no Chinese text is cut off (row-height.ts). */
  heightPt: number
  /** `indicator`: belongs to the indicator (or project, `record`) at this index; blank filler rows have index = count and above. */
  item?: { of: 'indicator' | 'record'; index: number }
}

export interface LayoutCell extends SpanCell {
  /** `label`: the form's own print; `input`: editable; `computed`: derived (totals, repeated fields). */
  role: 'label' | 'input' | 'computed'
  style: string
  /** What is printed: before + text + after. */
  text: string
  /** Input and repeated fields: where the text comes from and goes to. */
  binding?: Binding
  /** Excel shows a number in this cell, or will once one is typed: printed as `text`, and as whatever is typed over it. */
  number?: SpreadsheetNumber
  /** Key of Layout.lists: the choices offered in this cell. */
  list?: string
  /** The heading or label that names this cell for a person: 三级指标, 项目名称. '' for labels. */
  name: string
}

export interface Binding {
  /** Index of the record in the table; 'all': a field that every record of the table shares (unit name of a list form). */
  record: number | 'all'
  /** Field path, or the object of a composite kind. */
  path: string
  kind: KindId
  /** Printed around the field's text; not part of it. */
  before: string
  after: string
  /** The printed text when the field is ''. */
  whenEmpty: string
  /** What is read as '' besides. */
  alsoBlank?: NonNullable<FieldContent['alsoBlank']>
  /** A merged cell shows the same field of several indicators: the paths beyond `path`. */
  alsoPaths: string[]
  /** The half of a form with parallel halves the cell stands in (halves.ts); absent where it stands in none, or in both. */
  half?: Half
  /** A blank cell of a half in which the row has no indicator yet: `path` is that of the other half's, and a text written makes one. */
  isBlankHalf?: true
}
