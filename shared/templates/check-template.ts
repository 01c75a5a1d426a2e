/**
 * unknown → Template: a form that comes from a file, from the other side of a line, or from a hand that made a mistake, becomes a
 * Template here or is refused with everything that is wrong with it. Every part of the type is checked (the compiler asks for
 * each), then what holds between the parts. A form that passes builds with any record. Never throws.
 */
import { severities } from '../model/problem.ts'
import { tableKinds } from '../model/table-kind.ts'
import { kindIds } from '../values/kind-id.ts'
import { inconsistencies } from './check-consistency.ts'
import { toPlain } from './plain-data.ts'
import { count, either, fields, flag, list, named, number, oneOf, optional, orNull, text, textLike } from './shapes.ts'
import type { DataProblem } from './plain-data.ts'
import type {
  Block,
  FieldBinding,
  FieldContent,
  IndicatorColumn,
  IndicatorsBlock,
  LabelContent,
  Level,
  ProjectColumn,
  ProjectsBlock,
  ProjectTotal,
  RowsBlock,
  Template,
  TemplateCell,
  TemplateRow,
  WeightVariant,
} from './template.ts'
import type { Shape } from './shapes.ts'

export type CheckedTemplate = { ok: true; template: Template } | { ok: false; problems: DataProblem[] }

export function checkTemplate(value: unknown): CheckedTemplate {
  const problems: DataProblem[] = []
  const plain = toPlain(value, problems)
  if (problems.length === 0) template(plain ?? undefined, '', problems)
  if (problems.length > 0) return { ok: false, problems }
  const checked = plain as unknown as Template // each of its parts has passed the shape of its type
  const wrong = inconsistencies(checked)
  return wrong.length > 0 ? { ok: false, problems: wrong } : { ok: true, template: checked }
}

const decimal = textLike(/^\d{1,6}(?:\.\d{1,4})?$/, '不带单位的数，例如 90')
const ruleCode = textLike(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/, '规则的编号，例如 R-WT-01')
const columns = count(1, 100)
const millimetres = number(1, 420)

const cellStyle = fields<Template['styles'][string]>({
  font: text(false),
  sizePt: number(4, 72),
  bold: flag,
  align: oneOf(['left', 'center', 'right']),
  valign: oneOf(['top', 'middle', 'bottom']),
  border: flag,
})

const label = fields<LabelContent>({ label: text() })
const binding = fields<FieldBinding>({ path: text(false), kind: oneOf(kindIds) })
const field = fields<FieldContent>({
  path: text(false),
  kind: oneOf(kindIds),
  before: optional(text()),
  after: optional(text()),
  whenEmpty: optional(text()),
  alsoBlank: optional(oneOf(['term-years'])),
  repeated: optional(flag),
  name: optional(text(false)),
})

const row: Shape<TemplateRow> = fields<TemplateRow>({
  minHeightMm: optional(number(1, 297)),
  cells: list(
    fields<TemplateCell>({
      style: text(false),
      columns: optional(columns),
      rows: optional(count(1, 100)),
      content: either<TemplateCell['content']>('label', (told) => (told === undefined ? field : label)),
    }),
    { to: 100 },
  ),
})

const rowsBlock = fields<RowsBlock>({ type: oneOf(['rows']), rows: list(row) })

const indicatorsBlock = fields<IndicatorsBlock>({
  type: oneOf(['indicators']),
  headers: list(row, { from: 1, to: 20 }),
  side: optional(fields<NonNullable<IndicatorsBlock['side']>>({ label: text(), style: text(false), columns })),
  columns: list(
    fields<IndicatorColumn>({
      path: text(false),
      kind: oneOf(kindIds),
      style: text(false),
      columns: optional(columns),
      merge: optional(flag),
      part: optional(oneOf(['term', 'annual'])),
    }),
    { from: 1, to: 100 },
  ),
  minRows: count(0, 200),
})

const projectsBlock = fields<ProjectsBlock>({
  type: oneOf(['projects']),
  headers: list(row, { from: 1, to: 20 }),
  columns: list(
    fields<ProjectColumn>({
      path: text(false),
      kind: oneOf(kindIds),
      style: text(false),
      columns: optional(columns),
      sum: optional(flag),
    }),
    { from: 1, to: 100 },
  ),
  totals: list(
    fields<ProjectTotal>({
      first: either<ProjectTotal['first']>('label', (told) => (told === undefined ? binding : label)),
      style: text(false),
      amountStyle: text(false),
    }),
    { to: 20 },
  ),
  minRows: count(0, 200),
})

const blocks = { rows: rowsBlock, indicators: indicatorsBlock, projects: projectsBlock }
const isBlockType = (type: unknown): type is Block['type'] => typeof type === 'string' && Object.hasOwn(blocks, type)
const block = either<Block>('type', (type) => (isBlockType(type) ? blocks[type] : null))

const subcategory = fields<Level['subcategories'][number]>({ name: text(false), code: text() })
const level = fields<Level>({ name: text(false), code: text(), subcategories: list(subcategory) })

const template = fields<Template>({
  id: textLike(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '小写字母、数字和连字符，例如 hebei-xinle-2024'),
  name: text(false),
  title: text(false),
  kind: oneOf(tableKinds),
  source: text(false),
  scope: oneOf(['project', 'unit']),
  showsUnknown: optional(flag),
  defaults: fields<Template['defaults']>({ currencyUnit: oneOf(['万元', '元']), printsYear: flag }),
  page: fields<Template['page']>({
    orientation: oneOf(['portrait', 'landscape']),
    marginsMm: fields<Template['page']['marginsMm']>({
      top: number(0, 100),
      right: number(0, 100),
      bottom: number(0, 100),
      left: number(0, 100),
    }),
  }),
  columnsMm: list(millimetres, { from: 1, to: 100 }),
  styles: named(cellStyle),
  blocks: list(block, { from: 1, to: 50 }),
  vocabulary: fields<Template['vocabulary']>({
    levels: list(level),
    basis: list(text(false)),
    scoring: list(text(false)),
    evidence: list(text(false)),
  }),
  weights: orNull(
    fields<NonNullable<Template['weights']>>({
      total: decimal,
      variants: list(
        fields<WeightVariant>({ present: list(text(false)), absent: list(text(false)), sums: named(decimal) }),
      ),
    }),
  ),
  rules: named(oneOf([...severities, 'off']), ruleCode),
  recognition: fields<Template['recognition']>({
    titles: list(text(false)),
    anchors: list(text(false)),
    absent: list(text(false)),
  }),
})
