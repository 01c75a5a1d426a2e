/** The rows of a list form → one record each: sums and unit rows are left out, merged or blank cells go on with the project above. */
import { rowPath } from '../../model/field-path.ts'
import { sumRows } from '../../templates/common-labels.ts'
import type { Problem } from '../../model/problem.ts'
import type { ProjectRecord } from '../../model/project.ts'
import { categoryCodeKey, parseIndicatorList, subcategoryCodeKey } from '../../values/packed/indicator-list.ts'
import { readIndicatorCell } from '../../values/packed/indicator-list-cell.ts'
import type { LevelCodes } from '../../values/packed/indicator-list.ts'
import { addExtra, addText } from '../header/form-fields.ts'
import { toRecord } from '../to-record.ts'
import type { FormFields } from '../header/form-fields.ts'
import { placesOf, repairRow, textsOfRow } from '../indicators/indicator-row.ts'
import { findListHeading, isListHeadingLine } from './list-heading.ts'
import type { ListHeading, ProjectColumn } from './list-heading.ts'
import { note } from '../../layout/own-form/notes.ts'
import { packedNotes } from '../../layout/own-form/packed-notes.ts'
import { createLevelState, indicatorsOfRow } from '../indicators/row-indicators.ts'
import { isEndLine, isPageNumber } from '../lines/table-lines.ts'
import { isUnitName } from '../words/unit-name.ts'
import type { View } from '../lines/view.ts'
import { walk } from '../../values/text/walk.ts'

export interface ListedProject {
  firstRow: number
  lastRow: number
  record: ProjectRecord
  problems: Problem[]
}

export interface ProjectList {
  projects: ListedProject[]
  end: number
  lastRow: number
}

const sums = new Set(sumRows)

/** `base` makes the fields every record of the table starts with. `levels` is null for a form this build does not know. */
export function readProjectRows(
  view: View,
  heading: ListHeading,
  end: number,
  base: () => FormFields,
  levels: readonly LevelCodes[] | null,
): ProjectList {
  const groups: { fields: FormFields; rows: number[]; unit: string }[] = []
  let unit = ''
  let lastRow = heading.bottom
  const nameColumn = heading.projects.find((column) => column.id === 'project.name')
  const headerUnit = toRecord(base()).unit.name
  const stoppedAt = walk(heading.bottom + 1, end, (row) => {
    const line = view.lines[row] ?? []
    const [first] = line
    if (!first || (line.length === 1 && isPageNumber(first.text))) return row + 1
    if (isListHeadingLine(line)) {
      const again = findListHeading(view, row)
      return again?.signature === heading.signature ? again.bottom + 1 : null
    }
    if (isEndLine(line, nameColumn?.from ?? 0, view.columns)) return null
    if (line.some((cell) => sums.has(cell.label) && cell.column <= (nameColumn?.from ?? 0))) {
      lastRow = row
      return row + 1
    }
    if (/^(?:备?注|附注|说明|填表?报?人|制表人?|单位负责人|审核人)\s*[:：]/u.test(first.text)) return null
    lastRow = row
    const name = nameColumn ? textAt(view, nameColumn, row) : ''
    const begins = nameColumn !== undefined && view.at(row, nameColumn.from)?.row === row && name !== ''
    const isPlain = !hasContent(view, heading, row)
    if (begins && isPlain && (name === headerUnit || isUnitName(name))) {
      unit = name
      return row + 1
    }
    const current = groups.at(-1)
    const isSame =
      current !== undefined &&
      (!begins || (heading.indicators.length > 0 && current.fields.texts.get('project.name')?.text === name))
    if (current && isSame) current.rows.push(row)
    else if (begins) {
      const fields = base()
      if (current) inheritDown(fields, current.fields, view, heading, row)
      groups.push({ fields, rows: [row], unit })
    } else return row + 1
    const group = groups.at(-1)
    if (group) addProjectTexts(view, heading, row, group.fields)
    return row + 1
  })
  return { projects: groups.map((group) => projectOf(view, heading, group, levels)), end: stoppedAt, lastRow }
}

/** Unit columns are printed once for several projects. */
function inheritDown(fields: FormFields, before: FormFields, view: View, heading: ListHeading, row: number): void {
  for (const column of heading.projects) {
    if (column.id !== 'unit.name' && column.id !== 'unit.code') continue
    const text = before.texts.get(column.id)
    if (text && textAt(view, column, row) === '') fields.texts.set(column.id, { ...text })
  }
}

function textAt(view: View, column: ProjectColumn, row: number): string {
  const cell = view.at(row, column.from)
  return cell && cell.column >= column.from ? cell.text : ''
}

/** Whether a row has goals or indicators (a row without is a unit's sum). */
function hasContent(view: View, heading: ListHeading, row: number): boolean {
  const goals = heading.projects.filter((column) => column.id === 'packed' || column.id.startsWith('goal.'))
  if (goals.some((column) => textAt(view, column, row) !== '')) return true
  return heading.indicators.some((column) => view.at(row, column.from) !== undefined)
}

function addProjectTexts(view: View, heading: ListHeading, row: number, fields: FormFields): void {
  for (const column of heading.projects) {
    const cell = view.at(row, column.from)
    const begins = cell?.row === row || fields.texts.size === 0
    const isUnit = column.id === 'unit.name' || column.id === 'unit.code' || column.id === 'unit.fallback'
    if (!cell || column.id === 'packed' || cell.column < column.from || (!begins && !isUnit)) continue
    if (isUnit && !fields.texts.has(column.id)) fields.texts.set(column.id, { key: column.label, text: cell.text })
    else if (!isUnit && cell.row === row) addListText(fields, column, cell.text, row)
  }
}

function addListText(fields: FormFields, column: ProjectColumn, text: string, row: number): void {
  if (column.id === 'extra' && /^序号$/u.test(column.label)) return
  const begun = column.id.startsWith('goal.') ? fields.texts.get(column.id) : undefined
  if (begun) {
    if (!begun.text.endsWith(text)) begun.text += (/[。；;.!！]$/u.test(begun.text) ? '\n' : '') + text
    return
  }
  addText(fields, column.id === 'group' || column.id === 'unit.currency' ? 'extra' : column.id, column.label, text, {
    row,
    column: column.from,
  })
}

function projectOf(
  view: View,
  heading: ListHeading,
  group: { fields: FormFields; rows: number[]; unit: string },
  levels: readonly LevelCodes[] | null,
): ListedProject {
  const record = toRecord(group.fields)
  if (record.unit.name === '') record.unit.name = group.unit
  else if (group.unit !== '' && group.unit !== record.unit.name) addExtra(record.extra, '资金使用单位', group.unit)
  const problems: Problem[] = []
  for (const column of heading.projects)
    if (column.id === 'packed') unpack(view, column, group.rows, record, problems, levels)
  if (heading.indicators.length > 0) addColumns(view, heading, group.rows, record, problems)
  return { firstRow: group.rows[0] ?? 0, lastRow: group.rows.at(-1) ?? 0, record, problems }
}

function unpack(
  view: View,
  column: ProjectColumn,
  rows: readonly number[],
  record: ProjectRecord,
  problems: Problem[],
  levels: readonly LevelCodes[] | null,
): void {
  const text = rows
    .map((row) => textAt(view, column, row))
    .filter((part) => part !== '')
    .join('')
  if (text === '') return
  if (levels === null) return unpackForeign(text, record, problems)
  const cell = readIndicatorCell(text, levels)
  record.indicators = cell.indicators
  for (const one of packedNotes(cell, record.project.name)) problems.push(one)
}

/** A form this build does not know, and so its levels: text that is no entry stands beside the indicators. */
function unpackForeign(text: string, record: ProjectRecord, problems: Problem[]): void {
  const list = parseIndicatorList(text, [])
  record.indicators = list.indicators
  for (const { extra } of list.indicators) {
    delete extra[categoryCodeKey]
    delete extra[subcategoryCodeKey]
  }
  for (const one of packedNotes({ ...list, loose: 0 }, record.project.name)) problems.push(one)
  const rest = list.rest.trim()
  if (rest === '') return
  addExtra(record.extra, '绩效指标', rest)
  problems.push(
    note(
      'D10',
      'warning',
      'extra.绩效指标',
      '绩效指标一格中有一段文字不是“序号、一级；二级；三级；指标值”的写法，已原样放在附加内容“绩效指标”中，请核对。',
    ),
  )
}

function addColumns(
  view: View,
  heading: ListHeading,
  rows: readonly number[],
  record: ProjectRecord,
  problems: Problem[],
): void {
  const state = createLevelState()
  const places = placesOf(heading.indicators)
  for (const row of rows) {
    const { texts } = textsOfRow(view, heading.indicators, row)
    const level = view.at(row, heading.indicators[places.category]?.from ?? 0)
    const repaired = repairRow(texts, places, true)
    if (level && level.row < row && view.hasSpans) repaired.texts = [...texts]
    for (const indicator of indicatorsOfRow(heading.indicators, repaired.texts, state)) {
      record.indicators.push(indicator)
      if (repaired.repair !== '')
        problems.push(
          note(
            repaired.repair,
            'hint',
            rowPath(record.indicators.length - 1),
            '这一行有一格不在它的列里，已按指标级别放回，请核对。',
          ),
        )
    }
  }
}
