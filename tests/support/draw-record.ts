/** What was read from a table, as lines a person can check: only what is filled in; one line an indicator. */
import type { Indicator } from '../../shared/model/project.ts'
import type { FoundTable } from '../../shared/reading/read-grid.ts'

const indicatorFields = ['category', 'subcategory', 'name'] as const

export function drawTables(tables: readonly FoundTable[]): string {
  return tables.map(drawTable).join('\n')
}

function drawTable({ template, kind, source, record, problems }: FoundTable): string {
  const { indicators, ...fields } = record
  return [
    `${template ?? 'unknown form'}, ${kind}, rows ${source.range.replaceAll(/[A-Z]/gu, '')}`,
    ...fieldLines('', fields),
    ...indicators.map(drawIndicator),
    ...problems.map(({ code, path }) => `! ${code} ${path}`),
    '',
  ].join('\n')
}

function fieldLines(path: string, value: object | string): string[] {
  if (typeof value === 'string') return value === '' ? [] : [`${path}: ${value.replaceAll('\n', '↵')}`]
  return Object.entries(value).flatMap(([key, inner]) =>
    fieldLines(path === '' ? key : `${path}.${key}`, inner as object | string),
  ) // records hold nothing else
}

function drawIndicator(indicator: Indicator): string {
  const { extra, ...fields } = indicator
  const levels = indicatorFields.map((field) => fields[field] || '-').join(' / ')
  const rest = Object.entries(fields).filter(
    ([field, text]) => text !== '' && !indicatorFields.some((level) => level === field),
  )
  const more = Object.entries(extra).map(([key, text]) => ` [${key}] ${text}`)
  return `- ${levels}${[...rest.map(([field, text]) => `  ${field} ${text}`), ...more].join('').replaceAll('\n', '↵')}`
}
