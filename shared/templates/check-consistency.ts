/** What holds between the parts of a form: fields that exist, styles that are there, rows that fill their columns. */
import { extraKey, rowOfPath } from '../model/field-path.ts'
import { indicatorFields, projectFields } from '../model/fields.ts'
import type { DataProblem } from './plain-data.ts'
import type { FieldBinding, IndicatorColumn, Template, TemplateRow } from './template.ts'

/** Kinds that bind more than one field, and what they bind. */
const composites: Readonly<Record<string, string>> = { 'unit-line': 'unit', 'indicator-list': 'indicators' }
const ofRecord: ReadonlySet<string> = new Set(projectFields.map(({ path }) => path))
const ofIndicator: ReadonlySet<string> = new Set(indicatorFields.map(({ path }) => path))

export function inconsistencies(template: Template): DataProblem[] {
  const problems: DataProblem[] = []
  const tell = (path: string, message: string): void => void problems.push({ path, message })
  const style = (name: string, path: string): void => {
    if (!Object.hasOwn(template.styles, name)) tell(path, `styles 里没有“${name}”`)
  }
  const field = ({ path: own, kind }: FieldBinding, path: string): void => {
    const composite = composites[kind]
    if (composite === undefined ? !ofRecord.has(own) && !isExtra(own) : own !== composite)
      tell(`${path}.path`, `没有字段“${own}”`)
  }
  const indicatorField = ({ path: own, kind, merge }: IndicatorColumn, path: string): void => {
    if (kind in composites || (!ofIndicator.has(own) && !isExtra(own))) tell(`${path}.path`, `指标没有字段“${own}”`)
    if (merge === true && own !== 'category' && own !== 'subcategory')
      tell(`${path}.merge`, '只有一级、二级指标的格能合并')
  }
  const rows = (own: readonly TemplateRow[], path: string): void =>
    own.forEach(({ cells }, at) =>
      cells.forEach((cell, index) => {
        const place = `${path}[${at}].cells[${index}]`
        style(cell.style, `${place}.style`)
        if ('path' in cell.content) field(cell.content, `${place}.content`)
      }),
    )
  const fill = (widths: readonly { columns?: number }[], path: string): void => {
    const width = widths.reduce((sum, { columns = 1 }) => sum + columns, 0)
    if (width !== template.columnsMm.length)
      tell(path, `这些列一共占 ${width} 列，表有 ${template.columnsMm.length} 列`)
  }

  if (template.weights !== null) {
    const known = new Set(template.vocabulary.levels.map(({ name }) => name))
    template.weights.variants.forEach(({ present, absent, sums }, at) => {
      const unknown = [...present, ...absent, ...Object.keys(sums)].find((name) => !known.has(name))
      if (unknown !== undefined) tell(`weights.variants[${at}]`, `vocabulary.levels 里没有“${unknown}”`)
    })
  }
  const wanted = template.scope === 'unit' ? 'projects' : 'indicators'
  if (template.blocks.filter(({ type }) => type === wanted).length > 1) tell('blocks', `“${wanted}”只能有一块`)
  template.blocks.forEach((block, at) => {
    const path = `blocks[${at}]`
    if (block.type === 'rows') return rows(block.rows, `${path}.rows`)
    if (block.type !== wanted) return tell(`${path}.type`, `scope 是 ${template.scope} 的表样没有“${block.type}”这一块`)
    rows(block.headers, `${path}.headers`)
    block.columns.forEach((column, index) => style(column.style, `${path}.columns[${index}].style`))
    if (block.type === 'indicators') {
      block.columns.forEach((column, index) => indicatorField(column, `${path}.columns[${index}]`))
      if (block.side) style(block.side.style, `${path}.side.style`)
      return fill([...(block.side ? [block.side] : []), ...block.columns], `${path}.columns`)
    }
    block.columns.forEach((column, index) => field(column, `${path}.columns[${index}]`))
    block.totals.forEach(({ first, style: own, amountStyle }, index) => {
      style(own, `${path}.totals[${index}].style`)
      style(amountStyle, `${path}.totals[${index}].amountStyle`)
      if ('path' in first) field(first, `${path}.totals[${index}].first`)
    })
    return fill(block.columns, `${path}.columns`)
  })
  return [...problems, ...unfilledRows(template)]
}

const isExtra = (path: string): boolean => rowOfPath(path) === null && (extraKey(path) ?? '') !== ''

/** Rows whose cells, with those that hang down from above, do not fill the columns exactly. */
function unfilledRows({ blocks, columnsMm }: Template): DataProblem[] {
  const problems: DataProblem[] = []
  /** Column → how many rows below it are still covered from above. */
  let covered = columnsMm.map(() => 0)
  const lay = (cells: readonly { columns?: number; rows?: number }[], path: string): void => {
    let column = 0
    const next = covered.map((rows) => Math.max(0, rows - 1))
    const skip = (): void => {
      while ((covered[column] ?? 0) > 0) column += 1
    }
    for (const { columns = 1, rows = 1 } of cells) {
      skip()
      const isFree =
        column + columns <= columnsMm.length && !covered.slice(column, column + columns).some((at) => at > 0)
      if (!isFree) return void problems.push({ path, message: '这一行的格子超出了表的列，或者和上面的合并格重叠' })
      next.fill(rows - 1, column, column + columns)
      column += columns
    }
    skip()
    if (column < columnsMm.length) problems.push({ path, message: '这一行的格子没有占满表的列' })
    covered = next
  }
  blocks.forEach((block, at) => {
    if (block.type === 'rows')
      return block.rows.forEach(({ cells }, index) => lay(cells, `blocks[${at}].rows[${index}]`))
    const side = block.type === 'indicators' && block.side ? [{ ...block.side, rows: block.headers.length }] : []
    block.headers.forEach(({ cells }, index) =>
      lay(index === 0 ? [...side, ...cells] : cells, `blocks[${at}].headers[${index}]`),
    )
    if (covered.some((rows) => rows > 0))
      problems.push({ path: `blocks[${at}].headers`, message: '表头的合并格伸到了表头下面' })
    covered = covered.map(() => 0)
  })
  if (covered.some((rows) => rows > 0)) problems.push({ path: 'blocks', message: '合并格伸到了表的外面' })
  return problems
}
