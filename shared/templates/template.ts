/**
 * The type of a form. A template is data: it survives JSON, holds no function, and is everything the program knows
 * about one official form. Widths, heights and margins in millimetres, font sizes in points.
 * A block is laid out top to bottom; inside a row, cells take the next free columns from the left
 * (columns covered by a row span from above are skipped).
 */
import type { Severity } from '../model/problem.ts'
import type { TableKind } from '../model/table-kind.ts'
import type { KindId } from '../values/kind-id.ts'

export interface Template {
  /** `<province or city>-<county>-<year>`, or `central-…`; never changes once records were saved with it. */
  id: string
  /** Short name for lists and menus, e.g. 河北新乐 2024. */
  name: string
  /** Official title of the form, for people and for recognition. */
  title: string
  kind: TableKind
  /** 依据: where the form comes from (document, number, year), for people. */
  source: string
  /** `project`: one table a record. `unit`: one table a unit, its records as rows. */
  scope: 'project' | 'unit'
  /** Records of a form nobody knows are shown on this one: it has a place for most of what forms ask. */
  showsUnknown?: boolean
  /** What a new record starts with; '' where the form does not print it. */
  defaults: { currencyUnit: '万元' | '元'; printsYear: boolean }
  page: Page
  columnsMm: number[]
  styles: Record<string, CellStyle>
  blocks: Block[]
  vocabulary: Vocabulary
  /** null where the form has no weight column. */
  weights: WeightScheme | null
  /** Rule code → severity on this form, or 'off'; only where it differs from the rule's own default. */
  rules: Record<string, Severity | 'off'>
  recognition: Recognition
}

export interface Page {
  orientation: 'portrait' | 'landscape'
  /** A4 only. */
  marginsMm: { top: number; right: number; bottom: number; left: number }
}

export interface CellStyle {
  /** East-Asian font family, e.g. 宋体. */
  font: string
  sizePt: number
  bold: boolean
  align: 'left' | 'center' | 'right'
  valign: 'top' | 'middle' | 'bottom'
  /** Thin lines on all four sides, or none. */
  border: boolean
}

export type Block = RowsBlock | IndicatorsBlock | ProjectsBlock

/** Fixed rows: title, lines, header fields, goal. */
export interface RowsBlock {
  type: 'rows'
  rows: TemplateRow[]
}

export interface TemplateRow {
  /** The row is at least this high; its text can make it higher. */
  minHeightMm?: number
  cells: TemplateCell[]
}

export interface TemplateCell {
  /** Key of Template.styles. */
  style: string
  /** Columns and rows the cell spans; 1 when absent. */
  columns?: number
  rows?: number
  content: LabelContent | FieldContent
}

/** Printed text of the form; never editable. */
export interface LabelContent {
  label: string
}

export interface FieldContent extends FieldBinding {
  /** Printed around the text: `(`2023`年)`. */
  before?: string
  after?: string
  /** Printed instead of before + after when the field is ''. */
  whenEmpty?: string
  /** What else stands for no text where a file prints it in the field's place: years that name none (`20××年—20××+n年`). */
  alsoBlank?: 'term-years'
  /** A second print of a field that is edited elsewhere (Hebei's title repeats the project name). */
  repeated?: boolean
  /**
   * The field's name for people and for recognition where no label cell stands to its left or above it
   * (资金用途, 年度). Elsewhere the label cell says it.
   */
  name?: string
}

export interface FieldBinding {
  /** Field path in the record (shared/model/field-path.ts), or the object a composite kind binds (`unit`, `indicators`). */
  path: string
  kind: KindId
}

/** The indicator rows of one record under their column headings. */
export interface IndicatorsBlock {
  type: 'indicators'
  /** Column headings; repeated on every printed page. */
  headers: TemplateRow[]
  /** A label cell at the left of headings and rows together (绩效指标), spanning all of them. */
  side?: { label: string; style: string; columns: number }
  columns: IndicatorColumn[]
  /** Blank rows of a form without any indicator, so that it can be filled in by hand or on screen. */
  minRows: number
}

export interface IndicatorColumn {
  /** Path inside an indicator: `name`, `target`, `extra.指标方向性`. */
  path: string
  kind: KindId
  style: string
  columns?: number
  /** Neighbouring rows with the same text become one merged cell, inside the merge of the merging column before it. */
  merge?: boolean
  /**
   * Parallel blocks (central form): `term` columns show an indicator that has a term target, `annual` columns one that
   * has an annual target; without `part` the column shows every indicator. See layout/indicator-rows.ts.
   */
  part?: 'term' | 'annual'
}

/** One row a record (scope `unit`), below computed total rows. */
export interface ProjectsBlock {
  type: 'projects'
  headers: TemplateRow[]
  columns: ProjectColumn[]
  /** Computed rows above the projects, in this order. */
  totals: ProjectTotal[]
  minRows: number
}

export interface ProjectColumn extends FieldBinding {
  style: string
  columns?: number
  /** Total rows show the exact sum of this column. */
  sum?: boolean
}

export interface ProjectTotal {
  /** Text in the first column: a fixed word (合计), or the field all records of the table share (the unit's name). */
  first: LabelContent | FieldBinding
  style: string
  amountStyle: string
}

export interface Vocabulary {
  /** 一级指标 and the 二级指标 under each, in the form's order; codes where the form prints them (`11-数量指标`). */
  levels: Level[]
  /** Choices of 依据, 赋分规则, 佐证资料; empty list: free text. */
  basis: string[]
  scoring: string[]
  evidence: string[]
}

export interface Level {
  name: string
  code: string
  subcategories: { name: string; code: string }[]
}

/** Weights a category must sum to; the first variant whose condition holds applies (rules.md F). */
export interface WeightScheme {
  total: string
  variants: WeightVariant[]
}

export interface WeightVariant {
  /** Categories that must be present, and absent, for this variant. */
  present: string[]
  absent: string[]
  /** Category → required sum, decimal text. */
  sums: Record<string, string>
}

export interface Recognition {
  /** A title matches one of these after normalisation (contained in it). */
  titles: string[]
  /** Label texts all of which a table of this form has. */
  anchors: string[]
  /** Label texts that a table of this form never has (they tell its relatives apart). */
  absent: string[]
}
