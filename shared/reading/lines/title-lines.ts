/** What stands above the labels of a table: title, year, the line with unit code and name, the currency unit. */
import { splitUnitLine } from '../../values/unit-line.ts'
import type { UnitName } from '../../values/unit-line.ts'
import { isUnitName } from '../words/unit-name.ts'
import { splitInlineLabels } from '../header/inline-labels.ts'
import { currencyIn } from '../words/labels.ts'
import { yearInTitle, yearLine } from './table-lines.ts'
import type { View } from './view.ts'
import { trimMarksEnd } from '../../values/text/trim-marks.ts'

export interface TitleLines {
  /** All title texts, joined; '' where there is none. */
  title: string
  /** Year of a line of its own; '' where there is none. */
  lineYear: string
  unit: UnitName | null
  currency: '万元' | '元' | ''
}

/** `firstLabelRow` is the first row with labels; the two lines directly above the title count too. */
export function readTitleLines(view: View, titleRow: number, firstRow: number, firstLabelRow: number): TitleLines {
  const result: TitleLines = { title: '', lineYear: '', unit: null, currency: '' }
  const titles: string[] = []
  if (titleRow >= 0) titles.push(...linesAbove(view, titleRow))
  for (let row = firstRow; row < firstLabelRow; row++) {
    for (const cell of view.lines[row] ?? []) {
      result.lineYear ||= yearLine(cell.text)
      result.currency ||= currencyIn(cell.label)
      if (row === titleRow) titles.push(cell.text.replace(/^#+\s*/u, ''))
      else if (splitInlineLabels(cell.text).length === 0) {
        result.unit ??=
          unitOf(cell.text) ?? (row > titleRow && isUnitName(cell.text) ? { code: '', name: cell.text } : null)
        if (titleRow >= 0 && cell.text.length <= 60 && yearLine(cell.text) === '' && !unitOf(cell.text))
          titles.push(cell.text)
      }
    }
  }
  result.title = titles.join('\n')
  return result
}

/** `某某市2024年部门预算` directly above `项目支出绩效目标表` is part of the title. */
function linesAbove(view: View, titleRow: number): string[] {
  const found: string[] = []
  for (let row = titleRow - 1; row >= Math.max(0, titleRow - 2); row--) {
    const line = view.lines[row] ?? []
    const [cell] = line
    if (!cell || line.length > 1 || cell.text.length > 40 || /[。；:：、]|^[§\d]/u.test(cell.text)) break
    if (cell.field !== undefined) break
    found.unshift(cell.text)
  }
  return found
}

/** `450001某某局` alone in a line, also with the currency unit behind it. */
function unitOf(text: string): UnitName | null {
  const whole = text.trimEnd()
  const currency = /(?:金额)?单位\s*[:：]\s*(?:万元|元)\s*[)）]?$/u.exec(whole)
  const bare = currency ? trimMarksEnd(whole.slice(0, currency.index), ' \t\r\n\f\v\u00A0\u3000(（') : text
  if (bare.length > 60) return null
  const unit = splitUnitLine(bare)
  return unit.code !== '' && /^[\p{Script=Han}]{3,}/u.test(unit.name) && !/^(?:年|月|日|元|万)/u.test(unit.name)
    ? unit
    : null
}

/** The year a title or its line prints, the project's own name set aside: a name may contain any year. */
export function yearOf(lines: TitleLines, projectName: string): string {
  if (lines.lineYear !== '') return lines.lineYear
  for (const title of lines.title.split('\n')) {
    const own = projectName === '' ? title : title.replace(projectName, '')
    const year = yearInTitle(own)
    if (year !== '') return year
  }
  return ''
}
